// German words of the log.

export const log = {
  title: 'Verlauf',
  empty: 'Noch kein Eintrag.',
  nothing: 'Kein Eintrag passt dazu.',
  filter: 'Anzeigen',
  filters: { all: 'Alles', attendance: 'Anwesenheit', agenda: 'Tagesordnung', vote: 'Abstimmungen', corrections: 'Berichtigungen' },
  search: 'Suchen',
  older: 'Ältere Einträge zeigen',
  time: 'Uhrzeit ändern',
  timeName: (words: string) => `Uhrzeit ändern: ${words}`,
  newTime: 'Richtige Uhrzeit',
  retime: 'Uhrzeit berichtigen',
  withdraw: 'Zurücknehmen',
  withdrawName: (words: string) => `Zurücknehmen: ${words}`,
  hint: 'Nichts wird gelöscht: Zurückgenommenes bleibt als Eintrag stehen.',
} as const

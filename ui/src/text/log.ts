// German words of the log.

export const log = {
  title: 'Verlauf',
  empty: 'Noch kein Eintrag.',
  time: 'Uhrzeit ändern',
  newTime: 'Richtige Uhrzeit',
  retime: 'Uhrzeit berichtigen',
  withdraw: 'Zurücknehmen',
  withdrawName: (words: string) => `Zurücknehmen: ${words}`,
  hint: 'Nichts wird gelöscht: Zurückgenommenes bleibt als Eintrag stehen.',
} as const

// Texts of attachments: their list, and the files that are given to them.
export const attachment = {
  title: 'Anlagen',
  list: 'Verzeichnete Anlagen',
  none: 'Noch keine Anlage verzeichnet.',
  nonPublic: 'nichtöffentlich',
  noFile: 'Noch keine Datei',
  give: 'Datei wählen',
  giveTo: (label: string) => `Datei wählen, ${label}`,
  giving: 'Die Datei wird abgelegt.',
  save: 'Speichern unter',
  saveOf: (label: string) => `Speichern unter, ${label}`,
  saved: (name: string) => `„${name}“ ist gespeichert.`,
  remove: 'Löschen',
  removeOf: (label: string) => `Löschen, ${label}`,
  removeAsk: 'Die Datei wird aus dem Tresor gelöscht. Die Anlage bleibt verzeichnet.',
  removeAct: 'Datei löschen',
  keep: 'Behalten',
} as const

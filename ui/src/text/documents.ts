// Texts of the list of documents that a session gives.
export const documents = {
  title: 'Dokumente',
  more: 'Weitere Dokumente',
  nonPublic: 'nichtöffentlich',
  save: 'Speichern unter',
  saveOf: (name: string, detail: string) => `Speichern unter, ${[name, detail].filter(Boolean).join(', ')}`,
  saving: 'Das Dokument wird gesetzt.',
  saved: (name: string) => `„${name}“ ist gespeichert.`,
} as const

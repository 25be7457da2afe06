// German words of the text modules: the list, and one of them as it is changed.
export const modules = {
  title: 'Textbausteine',
  edit: 'Textbausteine bearbeiten',
  hint: 'Im Text: Kürzel tippen und Strg+Punkt drücken. Danach führt Tab von einer Stelle in geschweiften Klammern zur nächsten.',
  none: 'Es gibt noch keine Textbausteine.',
  add: 'Neuer Textbaustein',
  adding: 'Neuer Textbaustein',
  changing: (code: string) => `Textbaustein „${code}“`,
  code: 'Kürzel',
  codeHint: (most: number) => `Ein Wort mit höchstens ${String(most)} Buchstaben oder Ziffern`,
  text: 'Text',
  textHint: 'Stellen zum Ausfüllen in geschweifte Klammern setzen, zum Beispiel {thema}. Bei {wer}, {wem}, {wen} und {wessen} werden die Anwesenden im richtigen Fall angeboten.',
  save: 'Speichern',
  remove: 'Löschen',
  removed: (code: string) => `„${code}“ ist gelöscht. Texte, in denen er steht, bleiben, wie sie sind.`,
  undo: 'Zurücknehmen',
  closeMessage: 'Meldung schließen',
} as const

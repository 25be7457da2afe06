// Texts of the frame: top bar, menu, keys, what every view needs.
export const common = {
  product: 'Sitzungsbuch',
  close: 'Schließen',
  closeMessage: 'Meldung schließen',
  cancel: 'Abbrechen',
  back: 'Zurück',
  next: 'Weiter',
  optional: 'optional',
  saved: (time: string) => `Gespeichert ${time}`,
  clock: 'Uhrzeit',
  lock: 'Sperren',
  menu: 'Menü',
  overview: 'Übersicht',
  noAnswer: 'Das Programm antwortet nicht wie erwartet.',
  noAnswerHint: 'Was gespeichert wurde, ist erhalten. Wiederholen Sie die Eingabe oder starten Sie das Programm neu.',
  technical: (detail: string) => `Technische Angabe: ${detail}`,
  unavailable: 'Diese Ansicht kann gerade nicht geöffnet werden',
  retry: 'Erneut versuchen',
  notLocked: 'Der Tresor ist noch nicht gesperrt.',
  notSaved: (what: string) => `Noch nicht gespeichert: ${what}`,
  tried: 'Die Eingaben stehen unverändert da. Es wird weiter versucht, sie zu speichern.',
  closing: {
    saving: 'Es wird noch gespeichert',
    savingText: 'Das Programm endet, sobald alles gespeichert ist.',
    savingHint: 'Schließen Sie das Fenster noch einmal, endet es sofort. Was dann nicht gespeichert ist, geht verloren.',
    unsaved: 'Noch nicht alles ist gespeichert',
    hint: 'Schließen Sie das Fenster noch einmal, endet das Programm ohne diese Eingaben.',
    goOn: 'Weiterarbeiten',
    leave: 'Ohne diese Eingaben beenden',
    leaveNow: 'Sofort beenden',
  },
  appearance: 'Darstellung',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  typeSize: 'Schriftgröße',
  typeSizes: { normal: 'Normal', large: 'Groß' },
  hand: 'Bedienung',
  hands: { right: 'Rechte Hand', left: 'Linke Hand' },
  picker: {
    hint: 'Zwei Buchstaben genügen, Enter übernimmt den ersten Treffer.',
    nobody: 'Niemand mit diesem Namen.',
    chosen: (label: string) => `${label}, ausgewählt`,
    found: (label: string) => `${label}, zur Auswahl`,
    remove: 'entfernen',
    otherwise: (words: string) => `Ohne Auswahl: ${words}`,
  },
  keys: 'Tastenliste',
  handbook: 'Handbuch',
  keyNames: { help: 'F1', handbook: 'Umschalt+F1', lock: 'Strg+L', escape: 'Esc', enter: 'Enter', send: 'Strg+Enter' },
} as const

/** A group of keys in the list of F1. */
export interface KeyGroup {
  title: string
  keys: readonly { key: string; act: string }[]
}

export const commonKeys: KeyGroup = {
  title: 'Überall',
  keys: [
    { key: 'F1', act: 'Tastenliste zeigen' },
    { key: 'Umschalt+F1', act: 'Handbuch zeigen' },
    { key: 'F10', act: 'Menü' },
    { key: 'Strg+L', act: 'Sperren' },
    { key: 'Tab, Umschalt+Tab', act: 'Nächstes, voriges Feld' },
    { key: 'Pfeiltasten', act: 'In einer Auswahl, einer Zahl oder einem Menü weiter' },
    { key: 'Bild auf, Bild ab', act: 'Blättern' },
    { key: 'Enter, Leertaste', act: 'Ausgewähltes auslösen; Enter im Feld übernimmt' },
    { key: 'Strg+Enter', act: 'Formular mit mehreren Feldern abschließen' },
    { key: 'Esc', act: 'Ohne Änderung schließen; was in der Sitzung eingegeben ist, wird wieder angeboten' },
  ],
}

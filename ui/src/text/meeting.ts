// German words of the live session as a whole.

import type { NextStep, Part } from '../api/generated'
import type { KeyGroup } from './common'

export const meeting = {
  session: 'Sitzung',
  loading: 'Sitzung wird geöffnet',
  failed: 'Die Sitzung konnte nicht geöffnet werden.',
  again: 'Noch einmal versuchen',
  public: 'Öffentlich',
  nonPublic: 'Nichtöffentlicher Teil',
  closed: 'Geschlossen',
  now: 'jetzt',
  time: 'Uhrzeit',
  timeHint: 'Leer heißt: jetzt. Sonst zum Beispiel 16:53.',
  lastEntry: 'Letzter Eintrag',
  undo: 'Rückgängig',
  log: 'Verlauf',
  minutes: 'Niederschrift',
  closeMeeting: 'Sitzung schließen',
  addItem: 'Punkt hinzufügen',
  next: (step: NextStep): string => {
    switch (step.act) {
      case 'open':
        return 'Sitzung eröffnen'
      case 'call':
        return step.words
      case 'changePart':
        return step.part === 'nonPublic' ? 'Nichtöffentlicher Teil' : 'Öffentlicher Teil'
      case 'closeItem':
        return step.words
      case 'resume':
        return 'Sitzung fortsetzen'
      case 'closeMeeting':
        return 'Sitzung schließen'
    }
  },
  between: {
    title: 'Kein Punkt aufgerufen',
    text: 'Der nächste Punkt wird in der Tagesordnung aufgerufen.',
  },
  recess: {
    title: 'Die Sitzung ist unterbrochen',
    text: 'Wer kommt oder geht, wird weiter eingetragen. „Sitzung fortsetzen“ beendet die Unterbrechung.',
  },
  done: {
    title: 'Die Sitzung ist geschlossen',
    text: 'Texte können in der Tagesordnung noch geändert werden. Die Niederschrift liegt bereit.',
    minutes: 'Niederschrift öffnen',
  },
  part: {
    label: (part: Part) =>
      part === 'nonPublic' ? 'Nichtöffentlichkeit herstellen' : 'Öffentlichkeit herstellen',
    question: 'Wer verlässt den Raum?',
    nobody: 'Außer den Mitgliedern ist niemand eingetragen.',
    audience: 'Zuhörerinnen, Zuhörer und Presse verlassen den Raum.',
    leaves: 'geht',
    stays: 'bleibt',
    note: 'Ab jetzt wird nichtöffentlicher Text getrennt gespeichert.',
    official: 'Verwaltung',
    guest: 'Gast',
  },
  close: {
    title: 'Sitzung schließen',
    open: 'Vor dem Schließen zu klären',
    none: 'Es ist nichts offen.',
    look: 'Stelle öffnen',
    text: 'Nach dem Schließen können Texte ergänzt und Einträge berichtigt werden, bis die Niederschrift unterschrieben ist.',
    act: 'Sitzung schließen',
  },
  formal: {
    title: 'Feststellungen zu Beginn',
    invitation: 'Ordnungsgemäße Ladung feststellen',
    invitationDone: (time: string) => `Ladung festgestellt ${time}`,
    quorum: 'Beschlussfähigkeit feststellen',
  },
  cancel: 'Abbrechen',
  closeLabel: 'Schließen',
} as const

/** The keys of the live view, as the list of F1 shows them. */
export const meetingKeys: KeyGroup = {
  title: 'Laufende Sitzung',
  keys: [
    { key: 'F2', act: 'Nächster Schritt: eröffnen, Punkt aufrufen, schließen' },
    { key: 'Umschalt+F2', act: 'Punkt schließen, ohne den nächsten aufzurufen' },
    { key: 'F4', act: 'Person suchen; dann K kommt, G geht, V Vertretung, B befangen, E entschuldigt' },
    { key: 'Menütaste', act: 'Auf einem Sitz: alles, was einzutragen ist' },
    { key: 'F6, Umschalt+F6', act: 'Nächster, voriger Bereich' },
    { key: 'F8', act: 'Abstimmung; dann E einstimmig, A auszählen, N namentlich, O ohne Abstimmung' },
    { key: 'Alt+A, Alt+G, Alt+R', act: 'Antrag eintragen, Antrag zur Geschäftsordnung, Anträge der Reihe nach' },
    { key: 'J, N, E', act: 'Namentlich: Ja, Nein, Enthaltung; Leertaste überspringt, Rück geht zurück' },
    { key: 'F9', act: 'Beschlussfähigkeit; dann B feststellen, U Beschlussunfähigkeit' },
    { key: 'Alt+1 bis 9', act: 'Punkt ansehen' },
    { key: 'Strg+Umschalt+N', act: 'Nichtöffentlichkeit, Öffentlichkeit herstellen' },
    { key: 'Strg+Umschalt+Z', act: 'Letzten Eintrag zurücknehmen' },
  ],
}

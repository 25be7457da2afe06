// German words of the live session as a whole.

import type { NextStep } from '../api/generated'
import type { KeyGroup } from './common'
import { vote } from './vote'

/** How the keys are called: on buttons, in menus, and in the list of F1. */
export const meetingKeyNames = {
  next: 'F2',
  closeItem: 'Umschalt+F2',
  find: 'F4',
  vote: 'F8',
  quorum: 'F9',
  palette: 'Strg+K',
  part: 'Strg+Umschalt+N',
  undo: 'Strg+Umschalt+Z',
  up: 'Alt+Pfeil auf',
  down: 'Alt+Pfeil ab',
  attach: 'Alt+L',
  takeDown: 'Alt+P',
  interrupt: 'Alt+U',
  log: 'Alt+V',
} as const
const names = meetingKeyNames

export const meeting = {
  session: 'Sitzung',
  loading: 'Sitzung wird geöffnet',
  failed: 'Die Sitzung kann gerade nicht geöffnet werden',
  again: 'Erneut versuchen',
  public: 'Öffentlich',
  nonPublic: 'Nichtöffentlicher Teil',
  closed: 'Geschlossen',
  now: 'jetzt',
  time: 'Uhrzeit',
  timeHint: 'Leer heißt: jetzt. Sonst zum Beispiel 16:53.',
  lastEntry: 'Letzter Eintrag',
  typed: 'Angefangene Eingabe',
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
  reading: {
    title: 'Diese Sitzung kann nur gelesen werden',
    text: 'Ein Punkt der Tagesordnung zeigt, was zu ihm eingetragen ist.',
  },
  between: {
    title: 'Kein Punkt aufgerufen',
    text: 'Der nächste Punkt wird in der Tagesordnung aufgerufen.',
  },
  recess: {
    title: 'Die Sitzung ist unterbrochen',
    interrupt: 'Sitzung unterbrechen',
    resume: 'Sitzung fortsetzen',
    text: 'Wer kommt oder geht, wird weiter eingetragen. „Sitzung fortsetzen“ beendet die Unterbrechung.',
  },
  done: {
    title: 'Die Sitzung ist geschlossen',
    text: 'Texte können in der Tagesordnung noch geändert werden. Die Niederschrift liegt bereit.',
    minutes: 'Niederschrift öffnen',
  },
  part: {
    title: 'Öffentlichkeit',
    question: 'Wer verlässt den Raum?',
    returning: 'Wer kommt zurück?',
    returns: 'kommt zurück',
    away: 'bleibt weg',
    vote: 'Abstimmung über den Ausschluss',
    ways: { none: 'Keine', unanimous: 'Einstimmig', counted: 'Ausgezählt' },
    against: 'Nein',
    abstain: 'Enthaltung',
    rejected: 'Der Antrag ist abgelehnt: Die Sitzung bleibt öffentlich.',
    keepRejected: 'Ablehnung festhalten',
    nobody: 'Außer den Mitgliedern ist niemand eingetragen.',
    leaves: 'geht',
    stays: 'bleibt',
    note: 'Ab jetzt wird nichtöffentlicher Text getrennt gespeichert.',
  },
  palette: {
    title: 'Suchen',
    hint: 'Befehl, Person oder Tagesordnungspunkt',
    none: 'Dazu gibt es hier nichts.',
    result: (count: number) => (count === 1 ? '1 Treffer' : `${count} Treffer`),
    call: (top: string) => `${top} aufrufen`,
    item: 'Punkt ansehen',
    person: 'Person',
    session: 'Sitzung',
    next: 'Nächster Schritt',
    undo: 'Letzten Eintrag zurücknehmen',
    quorum: 'Beschlussfähigkeit',
  },
  close: {
    title: 'Sitzung schließen',
    open: 'Vor dem Schließen zu klären',
    none: 'Es ist nichts offen.',
    look: 'Stelle öffnen',
    compare: 'Vergleichen',
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
    { key: names.next, act: 'Nächster Schritt: eröffnen, Punkt aufrufen, schließen' },
    { key: names.closeItem, act: 'Punkt schließen, ohne den nächsten aufzurufen' },
    { key: names.find, act: 'Person suchen; dann K kommt, G geht, D draußen, V Vertretung, B befangen, A Befangenheit im Einzelnen, Z Zuhörerbereich, E entschuldigt, F zugeschaltet, S gestört, P nur zu diesem Punkt, T vertritt' },
    { key: 'Menütaste', act: 'Auf einem Sitz: alles, was einzutragen ist' },
    { key: 'F6, Umschalt+F6', act: 'Nächster, voriger Bereich' },
    { key: names.vote, act: 'Abstimmung; dann E einstimmig, A auszählen, F nach Fraktionen, N namentlich, G geheim, V vorlesen, W Wahl, O ohne Abstimmung' },
    { key: 'J, N, E', act: 'Namentlich: Ja, Nein, Enthaltung; Leertaste überspringt, Rück geht zurück' },
    { key: names.quorum, act: 'Beschlussfähigkeit; dann B feststellen, U Beschlussunfähigkeit, Z zurückstellen' },
    { key: 'Alt+1 bis 9', act: 'Punkt ansehen' },
    { key: `${names.up}, ${names.down}`, act: 'Angesehenen Punkt in der Tagesordnung verschieben' },
    { key: names.takeDown, act: 'Zu Protokoll: Erklärungen, Zusagen, Fragen, Ordnungsmaßnahmen' },
    { key: names.attach, act: 'Anlage zum Punkt eintragen' },
    { key: names.interrupt, act: 'Sitzung unterbrechen' },
    { key: names.log, act: 'Verlauf: alle Einträge' },
    { key: names.palette, act: 'Suchen: Befehle, Punkte, Personen' },
    { key: names.part, act: 'Nichtöffentlichkeit, Öffentlichkeit herstellen' },
    { key: vote.reword.key, act: 'Wortlaut des letzten Ergebnisses ändern' },
    { key: names.undo, act: 'Letzten Eintrag zurücknehmen' },
  ],
}

/** The keys of what stands over the live view, or in it for a while. */
export const panelKeys: KeyGroup = {
  title: 'Namensaufruf, Anträge, Wahlen',
  keys: [
    { key: 'A, E, V, F', act: 'Namensaufruf: anwesend, entschuldigt, vertreten, fehlt; Leertaste anwesend, Rück geht zurück' },
    { key: 'Alt+A, Alt+G, Alt+R', act: 'Antrag eintragen, Antrag zur Geschäftsordnung, Anträge der Reihe nach' },
    { key: 'T', act: 'Vor einer engeren Wahl, nach F8: wer an ihr teilnimmt' },
    { key: 'A, L', act: 'Nach einer Wahl: nimmt an, lehnt ab' },
  ],
}

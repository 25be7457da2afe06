// German words around the display of the chair; what it says of the session comes from the backend.
export const chair = {
  title: 'Anzeige für den Vorsitz',
  group: 'Vorsitz',
  open: 'Vorsitzansicht öffnen',
  close: 'Vorsitzansicht schließen',
  openDetail: 'Im zweiten Fenster, auf einem weiteren Bildschirm',
  here: 'Vorsitzansicht auf diesem Gerät',
  leave: 'Zurück: eine Sekunde auf die Uhr drücken, oder Esc',
  notShown: 'Die Vorsitzansicht wurde nicht geöffnet: Ein Text ist noch nicht gespeichert.',
  quorum: 'Beschlussfähigkeit',
  next: 'Danach',
  last: 'Zuletzt entschieden',
  votes: (number: number) => ['Ja', 'Nein', number === 1 ? 'Enthaltung' : 'Enthaltungen'],
} as const

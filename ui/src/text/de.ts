// Every German text of the interface, in one place.
export const de = {
  product: 'Sitzungsbuch',
  claim: 'Sitzungen protokollieren und Niederschriften unterschreiben',
  state: {
    waiting: 'Der Tresor wird gesucht.',
    ready: 'Das Programm ist bereit.',
    failed: 'Das Programm antwortet nicht.',
  },
} as const

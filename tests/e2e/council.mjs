// A council of any size as a script: master data and a prepared session, no acts. Everybody in it is
// made up of syllables.

const FIRST = ['Alt', 'Birk', 'Dorn', 'Eich', 'Falk', 'Grün', 'Hasel', 'Ilm', 'Kalt', 'Linden', 'Moor', 'Nord', 'Ober', 'Quell', 'Rot', 'Sand', 'Tann', 'Ulm', 'Wald', 'Zell']
const LAST = ['acker', 'berg', 'camp', 'dahl', 'eck', 'feld', 'grund', 'hagen', 'mark', 'rode']
const GIVEN = [['frau', 'Almut'], ['herr', 'Bernd'], ['frau', 'Carla'], ['herr', 'Detlev'], ['frau', 'Edda'], ['herr', 'Frerk'], ['frau', 'Gunda'], ['herr', 'Hanno']]
const FACTIONS = [['hl', 'Heimatliste'], ['sm', 'Soziale Mitte'], ['gf', 'Grünes Forum'], ['fb', 'Freie Bürger'], ['bb', 'Bürgerbund']]
const SINCE = '2025-11-01'
const ITEMS = [
  { number: '1', name: 'Formalien', kind: 'formalities' },
  { number: '2', name: 'Bericht zur Lage', kind: 'report' },
  { number: '3', name: 'Radwegenetz', kind: 'proposal', proposal: { blocks: [{ type: 'paragraph', content: 'Dem Radwegenetz wird zugestimmt.' }] } },
  { number: '4', name: 'Mitteilungen', kind: 'report' },
]

/** Family names in the order of the seats; the first is who chairs. At most 200 differ. */
export function names(seats) {
  return Array.from({ length: seats }, (_, index) => FIRST[index % FIRST.length] + LAST[Math.floor(index / FIRST.length)])
}

/** The council, prepared for a session on the 12th of November 2026 at 16:30. */
export function council(seats) {
  const organization = { noun: 'organization', body: 'wiesental', gender: 'feminine' }
  const members = names(seats).flatMap((familyName, index) => {
    const [formOfAddress, givenName] = GIVEN[index % GIVEN.length]
    const [id, seat, [faction]] = [`p${index + 1}`, `s${index + 1}`, FACTIONS[index % FACTIONS.length]]
    const part = index === 0 ? { status: 'HVB', function: 'chair' } : { status: 'RM', function: index < 3 ? 'deputyChair' : 'member', onBehalfOf: faction }
    return [
      { noun: 'person', id, formOfAddress, givenName, familyName },
      { noun: 'seat', id: seat, organization: 'rat', number: index + 1, kind: 'voting' },
      { noun: 'occupancy', id: `${seat}-${id}`, seat, person: id, startDate: SINCE },
      { noun: 'membership', id: `rat-${id}`, person: id, organization: 'rat', startDate: SINCE, ...part },
    ]
  })
  return {
    format: 1,
    zone: 'Europe/Berlin',
    notes: ['Alle Namen sind aus Silben zusammengesetzt.'],
    master: [
      { noun: 'body', id: 'wiesental', name: 'Stadt Wiesental', organ: 'Der Rat', place: 'Wiesental', address: 'Rathaus, Markt 1, 00417 Wiesental', website: 'www.wiesental.example' },
      { ...organization, id: 'rat', organizationType: 'council', name: 'Rat der Stadt Wiesental', shortName: 'Rat', genitive: 'des Rates der Stadt Wiesental', gender: 'masculine', ruleProfile: 'nw-go-rat' },
      ...FACTIONS.map(([id, name]) => ({ ...organization, id, organizationType: 'faction', name, shortName: id.toUpperCase(), genitive: `der Fraktion ${name}` })),
      { noun: 'person', id: 'clerk', formOfAddress: 'frau', givenName: 'Wiebke', familyName: 'Ottensmann' },
      ...members,
    ],
    meeting: {
      id: 'rat-2026-11-12',
      prepared: '2026-11-01T09:00',
      plan: {
        organization: 'rat',
        number: 4,
        start: '2026-11-12T16:30+01:00',
        location: { description: 'Stadthalle', streetAddress: 'Markt 2', postalCode: '00417', locality: 'Wiesental', room: 'Großer Saal' },
        invitation: '2026-11-01',
        contact: 'clerk',
        agenda: ITEMS.map((item) => ({ ...item, id: `top-${item.number}`, part: 'public' })),
      },
    },
    acts: [],
  }
}

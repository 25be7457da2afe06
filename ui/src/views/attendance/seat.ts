// How a seat looks, where it stands and what a tap on it does: by its state alone, never by a rule
// of law.
import type { AbsenceCause, Capacity, Column, Command, PersonAct, SeatState, SeatView } from '../../api/generated'
import type { IconName } from '../../components/shared/icons'
import type { SeatOrder } from '../../state/appearance.svelte'
import { attendance as words } from '../../text/attendance'

const seatIcons: Record<SeatState, IconName> = {
  pending: 'open',
  present: 'okFilled',
  late: 'okFilled',
  substituted: 'swap',
  recused: 'barred',
  away: 'pause',
  publicArea: 'eye',
  outage: 'screenOff',
  left: 'leave',
  excused: 'letter',
  missing: 'cross',
  vacant: 'open',
}

export function iconOf(seat: SeatView): IconName {
  return seat.remote && (seat.state === 'present' || seat.state === 'late') ? 'screen' : seatIcons[seat.state]
}

export const actIcons: Record<PersonAct, IconName> = {
  notePresent: 'check',
  noteRemote: 'screen',
  noteAbsent: 'close',
  arrive: 'enter',
  connect: 'screen',
  arriveForItem: 'enter',
  leave: 'leave',
  excuse: 'letter',
  substitute: 'swap',
  recuse: 'barred',
  endRecusal: 'check',
  liftRecusal: 'check',
  return: 'check',
  stepOut: 'pause',
  sitInPublic: 'eye',
  disconnect: 'screenOff',
  recuseInDetail: 'barred',
}

/** How an act is called: with "jetzt" only where it is of now. */
export function labelOf(act: PersonAct, at: string): string {
  const { acts, actsThen } = words
  return at.trim() ? ({ ...acts, ...actsThen })[act] : acts[act]
}

/** The four looks of a tile. */
export type Look = 'counts' | 'attention' | 'pending' | 'not'

export function lookOf(seat: SeatView): Look {
  if (seat.counts) return 'counts'
  if (seat.state === 'recused' || seat.state === 'outage') return 'attention'
  // An advisory seat never counts, and is there all the same.
  if (seat.state === 'present' || seat.state === 'late' || seat.state === 'substituted') return 'counts'
  return seat.state === 'pending' ? 'pending' : 'not'
}

/** What one tap does: being there is entered at once, everything else is chosen in the sheet. */
export function tapOf(seat: SeatView): 'notePresent' | 'arrive' | 'sheet' {
  const [usual] = seat.acts
  return usual === 'notePresent' || usual === 'arrive' ? usual : 'sheet'
}

/** Whose act it is, and during which item. */
export interface Whose {
  person: string
  item: string | undefined
  /** Without a seat: as what. */
  capacity?: Capacity
}

/** The command of an act on a person; none for what is noted before the opening or chosen first. */
export function commandOf(act: PersonAct, { person, item, capacity }: Whose): Command | undefined {
  const away = (cause: AbsenceCause): Command => ({ type: 'recordAbsence', person, cause })
  switch (act) {
    case 'arrive':
      return capacity ? { type: 'admitAttendee', person, capacity } : { type: 'recordArrival', person }
    case 'connect':
      return capacity ? { type: 'admitAttendee', person, capacity, mode: 'remote' } : { type: 'recordArrival', person, mode: 'remote' }
    case 'arriveForItem':
      return capacity && item ? { type: 'admitAttendee', person, capacity, item } : undefined
    case 'leave':
      return { type: 'recordDeparture', person }
    case 'excuse':
      return { type: 'excuseMember', person }
    case 'recuse':
      return item ? { type: 'declareRecusal', person, item } : undefined
    case 'endRecusal':
    case 'liftRecusal':
      return { type: 'endRecusal', person }
    case 'return':
      return { type: 'endAbsence', person }
    case 'stepOut':
      return item ? away({ item }) : undefined
    case 'sitInPublic':
      return away('publicArea')
    case 'disconnect':
      return away('outage')
    case 'notePresent':
    case 'noteRemote':
    case 'noteAbsent':
    case 'substitute':
    case 'recuseInDetail':
      return undefined
  }
}

/** Made once: to compare two names takes longer to find out how than to do. */
const collator = new Intl.Collator('de')

/** Seats in the order that was chosen. */
export function sorted(seats: readonly SeatView[], order: SeatOrder): SeatView[] {
  const by = (key: (seat: SeatView) => string) =>
    seats.toSorted((a, b) => collator.compare(key(a), key(b)) || a.number - b.number)
  if (order === 'seats') return [...seats]
  return order === 'names' ? by((seat) => seat.shortName) : by((seat) => seat.faction)
}

/** Tiles under one heading. */
export interface Group {
  heading: string
  count: string
  seats: SeatView[]
}

/** The columns as groups of large tiles; by faction where that is chosen. */
export function grouped(columns: readonly Column[], order: SeatOrder): Group[] {
  if (order !== 'factions') {
    return columns.map(({ heading, count, seats }) => ({ heading, count, seats: sorted(seats, order) }))
  }
  const seats = columns.flatMap((column) => column.seats)
  const factions = [...new Set(seats.map((seat) => seat.faction))].toSorted((a, b) => Number(a === '') - Number(b === '') || collator.compare(a, b))
  return factions.map((faction) => ({
    heading: faction || words.page.without,
    count: '',
    seats: seats.filter((seat) => seat.faction === faction).toSorted((a, b) => a.number - b.number),
  }))
}

// How a seat looks and what a tap on it does: by its state alone, never by a rule of law.
import type { Command, PersonAct, SeatState, SeatView } from '../../api/generated'
import type { IconName } from '../../components/shared/icons'

export const seatIcons: Record<SeatState, IconName> = {
  pending: 'open',
  present: 'okFilled',
  late: 'okFilled',
  substituted: 'swap',
  recused: 'barred',
  away: 'pause',
  left: 'leave',
  excused: 'letter',
  missing: 'cross',
  vacant: 'open',
}

/** The four looks of a tile. */
export type Look = 'counts' | 'attention' | 'pending' | 'not'

export function lookOf(seat: SeatView): Look {
  if (seat.counts) return 'counts'
  if (seat.state === 'recused' || seat.state === 'away') return 'attention'
  // An advisory seat never counts, and is there all the same.
  if (seat.state === 'present' || seat.state === 'late' || seat.state === 'substituted') return 'counts'
  return seat.state === 'pending' ? 'pending' : 'not'
}

/** What one tap does: being there is entered at once, everything else is chosen in the sheet. */
export function tapOf(seat: SeatView): 'notePresent' | 'arrive' | 'sheet' {
  const [usual] = seat.acts
  return usual === 'notePresent' || usual === 'arrive' ? usual : 'sheet'
}

/** The command of an act on a seat; none for what is noted before the opening or chosen first. */
export function commandOf(act: PersonAct, person: string, item: string | undefined): Command | undefined {
  switch (act) {
    case 'arrive':
      return { type: 'recordArrival', person }
    case 'leave':
      return { type: 'recordDeparture', person }
    case 'excuse':
      return { type: 'excuseMember', person }
    case 'recuse':
      return item ? { type: 'declareRecusal', person, item } : undefined
    case 'endRecusal':
      return { type: 'endRecusal', person }
    case 'return':
      return { type: 'endAbsence', person }
    case 'notePresent':
    case 'noteAbsent':
    case 'substitute':
      return undefined
  }
}

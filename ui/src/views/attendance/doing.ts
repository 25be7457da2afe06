// Does what was tapped at a seat or a person.
import type { Attendee, PersonAct, SeatView } from '../../api/generated'
import type { Live } from '../meeting/live.svelte'
import { commandOf, tapOf } from './seat'

/** An act on a seat; true when it was recorded or noted. */
export async function doAtSeat(live: Live, seat: SeatView, act: PersonAct, at = ''): Promise<boolean> {
  if (act === 'substitute') {
    live.show({ kind: 'substitute', seat: seat.seat })
    return false
  }
  const person = seat.person ?? seat.member
  return person ? doForPerson(live, person, act, at) : false
}

/** An act about a person on a seat or for one; true when it was recorded or noted. */
export async function doForPerson(live: Live, person: string, act: PersonAct, at: string): Promise<boolean> {
  if (act === 'notePresent' || act === 'noteAbsent') return noteThere(live, person, act === 'notePresent')
  const command = commandOf(act, person, live.view.current?.item)
  return command ? (await live.act(command, at)) !== undefined : false
}

/** A tap on a tile. */
export async function tapSeat(live: Live, seat: SeatView): Promise<void> {
  const tap = tapOf(seat)
  if (tap === 'sheet') live.show({ kind: 'seat', seat: seat.seat })
  else await doAtSeat(live, seat, tap)
}

/** An act on somebody without a seat. */
export async function doAtAttendee(live: Live, who: Attendee, act: PersonAct, at = ''): Promise<void> {
  const { person, capacity } = who
  if (act === 'notePresent' || act === 'noteAbsent') await noteThere(live, person, act === 'notePresent')
  else if (act === 'leave') await live.act({ type: 'recordDeparture', person }, at)
  else if (act === 'arrive') await live.act({ type: 'admitAttendee', person, capacity }, at)
}

async function noteThere(live: Live, person: string, there: boolean): Promise<boolean> {
  const others = live.present.filter((other) => other !== person)
  return live.note({ present: there ? [...others, person] : others })
}

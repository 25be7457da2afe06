// Does what was tapped at a seat or a person.
import type { Attendee, PersonAct, SeatView } from '../../api/generated'
import type { Live } from '../meeting/live.svelte'
import type { Noted } from './noted'
import { commandOf, tapOf, type Whose } from './seat'

/** An act on a seat; true when it was recorded or noted. It can be taken back at its tile. */
export async function doAtSeat(live: Live, seat: SeatView, act: PersonAct, at = ''): Promise<boolean> {
  const person = seat.person ?? seat.member
  if (act === 'substitute') live.show({ kind: 'substitute', seat: seat.seat })
  else if (person && act === 'recuseInDetail') live.show({ kind: 'bias', person, name: seat.fullName })
  else if (person) return doForPerson(live, { person, item: live.view.current?.item }, act, { at, seat: seat.seat })
  return false
}

/** An act about a person; true when it was recorded or noted. */
export async function doForPerson(live: Live, who: Whose, act: PersonAct, { at = '', seat = '' }): Promise<boolean> {
  if (act === 'notePresent' || act === 'noteRemote' || act === 'noteAbsent') return noteThere(live, who.person, act, seat)
  const command = commandOf(act, who)
  return command ? record(live, command, at, seat) : false
}

/** The proposed substitute takes the seat. */
export async function seatStandIn(live: Live, seat: SeatView, at = ''): Promise<boolean> {
  const substitute = seat.standIn?.person
  return substitute ? record(live, { type: 'seatSubstitute', seat: seat.seat, substitute }, at, seat.seat) : false
}

/** Seats with a tap on its way. */
const tapped = new Set<string>()

/** A tap on a tile; one that follows before the first is recorded is the same tap. */
export async function tapSeat(live: Live, seat: SeatView): Promise<void> {
  const tap = tapOf(seat)
  if (tapped.has(seat.seat)) return
  tapped.add(seat.seat)
  try {
    if (tap === 'sheet') live.show({ kind: 'seat', seat: seat.seat })
    else await doAtSeat(live, seat, tap)
  } finally {
    tapped.delete(seat.seat)
  }
}

/** An act on somebody without a seat; true when it was recorded or noted. */
export async function doAtAttendee(live: Live, who: Attendee, act: PersonAct, at = ''): Promise<boolean> {
  const { person, capacity, fullName } = who
  if (act === 'recuseInDetail') {
    live.show({ kind: 'bias', person, name: fullName })
    return false
  }
  return doForPerson(live, { person, capacity, item: live.view.current?.item }, act, { at })
}

async function record(live: Live, command: Parameters<Live['act']>[0], at: string, seat: string): Promise<boolean> {
  const last = (await live.act(command, at))?.view?.last
  if (seat && last?.canWithdraw) {
    const { act } = last
    live.offerBack(seat, () => live.act({ type: 'correct', act, replacement: null }))
  }
  return last !== undefined
}

async function noteThere(live: Live, person: string, act: Noting, seat: string): Promise<boolean> {
  let before: Noting | undefined
  const note = (as: Noting) => live.note((noted) => {
    before ??= noted.remote.includes(person) ? 'noteRemote' : noted.present.includes(person) ? 'notePresent' : 'noteAbsent'
    return notedAs(noted, person, as)
  })
  const done = await note(act)
  if (done && seat) live.offerBack(seat, () => note(before ?? 'noteAbsent'))
  return done
}

type Noting = 'notePresent' | 'noteRemote' | 'noteAbsent'

function notedAs({ present, remote }: Noted, person: string, as: Noting): Partial<Noted> {
  const without = (all: readonly string[]) => all.filter((other) => other !== person)
  return {
    present: as === 'noteAbsent' ? without(present) : [...without(present), person],
    remote: as === 'noteRemote' ? [...without(remote), person] : without(remote),
  }
}

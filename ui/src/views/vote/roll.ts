// A roll-call while it goes on. What somebody said belongs to that person on that seat, whoever comes
// or goes meanwhile: who comes is asked at the end, who is gone keeps the place and does not count.
import type { Choice, EntitledView, TypedAnswer, VoteForm } from '../../api/generated'

export type Roll = VoteForm['roll']
export type Said = EntitledView['said']

export interface Called {
  seat: string
  person: string
  name: string
  /** What was said; null where the seat was passed over, none while it was not asked. */
  said?: Choice | null
  /** Was asked, and has no vote any more. */
  gone: boolean
}

const fresh = ([seat, person, name]: Roll[number]): Called => ({ seat, person, name, gone: false })
const same = (one: Called, [seat, person]: Roll[number]) => one.seat === seat && one.person === person
const asked = ({ said }: Called) => said !== undefined

/** The call goes on with those who are on the list now. Until the first answer that is the list itself. */
export function follow(calls: readonly Called[], roll: Roll): readonly Called[] {
  if (!calls.some(asked)) return roll.map(fresh)
  const there = (one: Called) => roll.some((entry) => same(one, entry))
  const stays = calls.filter((one) => asked(one) || there(one)).map((one) => ({ ...one, gone: !there(one) }))
  const comes = roll.filter((entry) => !calls.some((one) => same(one, entry)))
  return [...stays, ...comes.map(fresh)]
}

/** A correction begins with what everybody said. Who said nothing was passed over; whose seat was another's
 * then is asked; whoever has no vote by now keeps the place and does not count. */
export function begin(roll: Roll, said: Said): readonly Called[] {
  const calls = roll.map((entry): Called => {
    const own = said.find(([seat, person]) => same(fresh(entry), [seat, person, '']))
    if (own) return { ...fresh(entry), said: own[3] }
    return said.some(([seat]) => seat === entry[0]) ? fresh(entry) : { ...fresh(entry), said: null }
  })
  const others = said.filter(([seat, person]) => !roll.some((entry) => same(fresh(entry), [seat, person, ''])))
  return [...calls, ...others.map(([seat, person, name, choice]): Called => ({ ...fresh([seat, person, name]), said: choice, gone: true }))]
}

/** Who is asked now. */
export function current(calls: readonly Called[]): Called | undefined {
  return calls.find((one) => !asked(one))
}

export function answer(calls: readonly Called[], said: Choice | null): readonly Called[] {
  const now = current(calls)
  return calls.map((one) => (one === now ? { ...one, said } : one))
}

/** Asks the last one once more; none where nobody was asked who is still there. */
export function askAgain(calls: readonly Called[]): readonly Called[] | undefined {
  const last = calls.findLast((one) => asked(one) && !one.gone)
  return last && calls.map((one) => (one === last ? fresh([one.seat, one.person, one.name]) : one))
}

export function ballots(calls: readonly Called[]): { seat: string; choice: Choice }[] {
  return calls.flatMap(({ seat, said, gone }) => (said && !gone ? [{ seat, choice: said }] : []))
}

/** Those who were asked, as they are kept. */
export function answers(calls: readonly Called[]): TypedAnswer[] {
  return calls.flatMap(({ seat, person, name, said }) => (said === undefined ? [] : [{ seat, person, name, said }]))
}

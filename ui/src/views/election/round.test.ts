// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import type { QuestionRound, RoundForm } from '../../api/generated'
import { Round } from './round.svelte'

const shell = vi.hoisted(() => ({ query: vi.fn() }))
vi.mock('../../api/client', async (real) => ({ ...(await real<object>()), query: shell.query }))

/** What nobody else got remains for the only candidate. */
let entitled = 9
shell.query.mockImplementation(({ tally, rest }: QuestionRound) => Promise.resolve({ rest: rest ? entitled - (tally.no ?? 0) : null }))
const form = { election: 'e', candidates: [{ person: 'a' }], byBallot: false } as unknown as RoundForm

it('counts what remains anew when somebody comes, and keeps what was typed', async () => {
  const round = new Round('m', form, null, undefined)
  await round.setOther('no', 2)
  expect(round.votesOf('a')).toBe(7)
  entitled = 10
  await round.follow({ ...form })
  expect([round.votesOf('a'), round.others.no]).toEqual([8, 2])
  expect(shell.query).toHaveBeenCalledTimes(2)
  await round.setVotes('a', 5)
  expect(shell.query.mock.lastCall?.[0]).toMatchObject({ rest: false, tally: { candidates: [{ votes: 5 }] } })
  expect(round.votesOf('a')).toBe(5)
})

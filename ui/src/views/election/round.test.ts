// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import type { QuestionRound, RoundForm } from '../../api/generated'
import { Round } from './round.svelte'

const shell = vi.hoisted(() => ({ query: vi.fn() }))
vi.mock('../../api/client', async (real) => ({ ...(await real<object>()), query: shell.query }))

/** As many votes as there are entitled are open. */
let entitled = 9
shell.query.mockImplementation(({ tally }: QuestionRound) => {
  const counted = tally.candidates.reduce((sum, one) => sum + one.votes, 0) + (tally.no ?? 0)
  return Promise.resolve({ open: entitled - counted })
})
const form = { election: 'e', candidates: [{ person: 'a' }], byBallot: false } as unknown as RoundForm

it('counts what remains anew when somebody comes, and keeps what was typed', async () => {
  const round = new Round('m', form, null, undefined)
  await round.setOther('no', 2)
  expect(round.votesOf('a')).toBe(7)
  entitled = 10
  await round.follow({ ...form })
  expect([round.votesOf('a'), round.others.no]).toEqual([8, 2])
})

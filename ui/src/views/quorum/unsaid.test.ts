// What stands on the page of the quorum is not said once more beside it.
import { expect, it } from 'vitest'
import type { QuorumView } from '../../api/generated'
import { unsaid } from './unsaid'

it('leaves out what the tests, the law and what is to be decided say already', () => {
  const quorum = {
    law: 'Es gilt §\u00a053.',
    legal: { words: 'Beschlussunfähig' },
    remedy: 'Eine Person mehr genügt.',
    tests: [{ words: '8 von 17', why: 'Nötig sind 9.' }],
    reasons: [{ text: 'Zwei sind gegangen.' }],
    needsDecision: [{ text: 'Der Vorsitz stellt fest.' }],
  } as unknown as QuorumView
  const there = ['es gilt § 53', 'Eine Person mehr genügt.', 'Nötig sind 9.', 'Zwei sind gegangen.', 'Der Vorsitz stellt fest.']
  expect(unsaid(there, quorum)).toEqual([])
  expect(unsaid(['Die Uhr geht vor.', ...there], quorum)).toEqual(['Die Uhr geht vor.'])
})

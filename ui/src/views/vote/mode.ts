// What is being entered at an item.
import type { VoteView } from '../../api/generated'

/** A way to vote that has a form of its own. */
export type VoteWay = 'count' | 'factions' | 'roll' | 'secret'

export type VoteMode = 'closed' | 'outcome' | 'round' | VoteWay

/** What was recorded, where a vote is corrected: its act, and what was entered. */
export type Corrected = Pick<VoteView, 'act' | 'vote' | 'numbers' | 'entered'>

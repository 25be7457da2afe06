// What is put to the vote instead of the item itself: a motion, a part by itself.
import type { ItemView, Matter, MajorityId, RichText, VoteId } from '../../api/generated'
import type { Live } from '../meeting/live.svelte'
import { wordingOf } from '../meeting/wording'

export interface Subject {
  matter: Matter
  /** "Änderungsantrag der Heimatliste", "Ziffer 2". */
  title: string
  wording: RichText
  /** Other words that are being written for it. */
  writing?: RichText | undefined
  /** The vote whose place it takes: it is counted anew. */
  repeats?: VoteId
}

/** On what a vote is taken, as the backend is asked about it and as it is recorded. */
export interface Put {
  item: string
  matter: Matter
  majority: MajorityId | null
  repeats: VoteId | null
}

export function wordingPut(live: Live, item: ItemView, subject?: Subject): RichText {
  return subject ? subject.wording : wordingOf(live, item)
}

/** The vote is on a motion, or on several at once. */
export function onMotions(matter?: Matter): boolean {
  return typeof matter === 'object' && ('motion' in matter || 'motions' in matter)
}

// A motion as what is put to the vote.
import type { ItemView, MotionRow } from '../../api/generated'
import type { Subject } from '../vote/subject'

export function subjectOf(row: MotionRow): Subject {
  return { matter: { motion: row.motion }, title: row.title, wording: row.wording }
}

/** A motion that was just made, as the view has it. */
export function rowOf(item: ItemView | null, motion: string): MotionRow | undefined {
  return item?.motions.rows.find((row) => row.motion === motion)
}

// Who was noted before the opening, as the view says it.
import type { MeetingView } from '../../api/generated'

/** What is noted before the opening. */
export interface Noted {
  present: string[]
  /** Those of them who are connected. */
  remote: string[]
  chair: string | null
  clerk: string | null
}

export function notedIn(view: MeetingView): Noted {
  const { columns, attendees, opening } = view
  const there = [...columns.flatMap((column) => column.seats), ...attendees].filter(({ acts }) => acts.includes('noteAbsent'))
  return {
    present: there.flatMap(({ person }) => person ?? []),
    remote: there.filter(({ remote }) => remote).flatMap(({ person }) => person ?? []),
    chair: opening?.chair ?? null,
    clerk: opening?.clerk ?? null,
  }
}

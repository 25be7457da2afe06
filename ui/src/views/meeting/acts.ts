// What can be done in a session beside taps on seats and on the buttons of a vote: one list, which
// the menu of the item, the menu of the session and the search for acts show. Every noun brings its
// own acts (`views/<noun>/acts.ts`); this only puts them together.
import type { IconName } from '../../components/shared/icons'
import { agendaActs } from '../agenda/acts'
import { proceedingActs } from '../proceedings/acts'
import { electionActs } from '../election/acts'
import { leadActs } from '../lead/acts'
import { attendanceActs } from '../attendance/acts'
import { attachmentActs } from '../attachment/acts'
import { chairActs } from '../chair/acts'
import { documentActs } from '../document/acts'
import { moduleActs } from '../modules/acts'
import { motionActs } from '../motion/acts'
import { voteActs } from '../vote/acts'
import type { Live } from './live.svelte'
import { sessionActs } from './sessionActs'
import { attendance } from '../../text/attendance'
import { meeting } from '../../text/meeting'

/** One act as a line of a menu. An act that is not possible now is not in the list. */
export interface LiveAct {
  label: string
  detail?: string
  icon: IconName
  /** The key that does the same, as printed on it. */
  key?: string
  /** In which menu it stands: that of the item in the middle, or that of the session. */
  of: 'item' | 'session'
  /** Heading in the menu of the item. */
  group: string
  run: () => void
}

/** The acts of the session under their headings, what concerns all of it first. */
export function sessionGroups(live: Live): { title: string; acts: LiveAct[] }[] {
  const own = sessionActs(live)
  const others = liveActs(live).filter((act) => act.of === 'session' && !own.some(({ label }) => label === act.label))
  const acts = [...own, ...others]
  const titles = new Set([meeting.session, attendance.title, meeting.minutes, ...acts.map((act) => act.group)])
  const groups = [...titles].map((title) => ({ title, acts: acts.filter((act) => act.group === title) }))
  return groups.filter((group) => group.acts.length > 0)
}

export function liveActs(live: Live): LiveAct[] {
  return [
    ...agendaActs(live),
    ...attendanceActs(live),
    ...electionActs(live),
    ...proceedingActs(live),
    ...leadActs(live),
    ...motionActs(live),
    ...moduleActs(live),
    ...voteActs(live),
    ...sessionActs(live),
    ...attachmentActs(live),
    ...documentActs(live),
    ...chairActs(),
  ]
}

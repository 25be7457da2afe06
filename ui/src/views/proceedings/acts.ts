// Acts that take something down beside votes, check the presence, or put the session off.
import { proceedings as words } from '../../text/proceedings'
import { agenda } from '../../text/agenda'
import { attendance } from '../../text/attendance'
import { meeting, meetingKeyNames as keys } from '../../text/meeting'
import type { LiveAct } from '../meeting/acts'
import type { Live } from '../meeting/live.svelte'

export function proceedingActs(live: Live): LiveAct[] {
  if (!live.view.allowed.takeDown) return []
  const ofSession = { of: 'session', group: meeting.session } as const
  return [
    {
      ...(live.item ? { of: 'item', group: agenda.item } as const : { of: 'session', group: meeting.minutes } as const),
      icon: 'quote',
      label: words.title,
      key: keys.takeDown,
      run: () => { live.show({ kind: 'takeDown' }) },
    },
    { of: 'session', group: attendance.title, icon: 'people', label: words.check.title, run: () => { live.show({ kind: 'checkPresence' }) } },
    { ...ofSession, icon: 'calendar', label: words.adjourn.title, run: () => { live.show({ kind: 'adjourn' }) } },
  ]
}

// Acts that take something down beside votes, check the presence, or put the session off.
import { proceedings as words } from '../../text/proceedings'
import { meeting, meetingKeyNames as keys } from '../../text/meeting'
import type { LiveAct } from '../meeting/acts'
import type { Live } from '../meeting/live.svelte'

export function proceedingActs(live: Live): LiveAct[] {
  if (!live.view.allowed.takeDown) return []
  const ofSession = { of: 'session', group: meeting.session } as const
  return [
    {
      ...(live.item ? { of: 'item', group: words.title } as const : ofSession),
      icon: 'quote',
      label: words.title,
      key: keys.takeDown,
      run: () => { live.show({ kind: 'takeDown' }) },
    },
    { ...ofSession, icon: 'people', label: words.check.title, run: () => { live.show({ kind: 'checkPresence' }) } },
    { ...ofSession, icon: 'calendar', label: words.adjourn.title, run: () => { live.show({ kind: 'adjourn' }) } },
  ]
}

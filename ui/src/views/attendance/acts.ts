// Acts on persons that belong to no seat that is in sight.
import { attendance as words } from '../../text/attendance'
import type { LiveAct } from '../meeting/acts'
import type { Live } from '../meeting/live.svelte'

export function attendanceActs(live: Live): LiveAct[] {
  const { phase } = live.view
  if (phase !== 'open' && phase !== 'prepared') return []
  const act = (line: Omit<LiveAct, 'of' | 'group'>): LiveAct => ({ of: 'session', group: words.title, ...line })
  const acts = [
    act({ icon: 'search', label: words.find, key: 'F4', run: () => { live.show({ kind: 'find' }) } }),
    act({ icon: 'personPlus', label: words.add, run: () => { live.show({ kind: 'attendees', add: true }) } }),
  ]
  if (phase === 'open') acts.unshift(act({ icon: 'people', label: words.all, run: () => { live.page = 'attendance' } }))
  return acts
}

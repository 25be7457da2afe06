// The text modules in the menu of the session.
import { meeting } from '../../text/meeting'
import { modules as words } from '../../text/modules'
import type { LiveAct } from '../meeting/acts'
import type { Live } from '../meeting/live.svelte'

export function moduleActs(live: Live): LiveAct[] {
  return [{ of: 'session', group: meeting.minutes, icon: 'module', label: words.edit, run: () => { live.show({ kind: 'textModules' }) } }]
}

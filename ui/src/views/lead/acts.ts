// Who leads the session, as acts of the session.
import { lead as words } from '../../text/election'
import type { LiveAct } from '../meeting/acts'
import type { Live } from '../meeting/live.svelte'

export function leadActs(live: Live): LiveAct[] {
  const { lead } = live.view
  if (!lead.canChange) return []
  const act = (line: Pick<LiveAct, 'icon' | 'label' | 'run'>): LiveAct => ({ of: 'session', group: words.group, ...line })
  const acts: LiveAct[] = []
  const { offer } = lead
  if (offer) acts.push(act({ icon: 'swap', label: offer.words, run: () => void live.act({ type: 'changeChair', chair: offer.person }) }))
  acts.push(act({ icon: 'person', label: words.chair, run: () => { live.show({ kind: 'lead', of: 'chair' }) } }))
  acts.push(act({ icon: 'edit', label: words.clerk, run: () => { live.show({ kind: 'lead', of: 'clerk' }) } }))
  return acts
}

// Acts of the session as a whole.
import { go } from '../../state/app.svelte'
import { meeting as words } from '../../text/meeting'
import type { LiveAct } from './acts'
import { changePart } from './keys'
import type { Live } from './live.svelte'

export function sessionActs(live: Live): LiveAct[] {
  const { view } = live
  const act = (line: Omit<LiveAct, 'of' | 'group'>): LiveAct => ({ of: 'session', group: words.session, ...line })
  const acts = [act({ icon: 'clock', label: words.log, run: () => { live.show({ kind: 'log' }) } })]
  if (view.allowed.addItem) acts.push(act({ icon: 'plus', label: words.addItem, run: () => { live.show({ kind: 'addItem' }) } }))
  if (view.allowed.changePart) {
    const label = words.part.label(view.part === 'public' ? 'nonPublic' : 'public')
    acts.push(act({ icon: 'lock', label, key: 'Strg+Umschalt+N', run: () => { changePart(live) } }))
  }
  if (view.allowed.close) acts.push(act({ icon: 'check', label: words.closeMeeting, run: () => { live.show({ kind: 'close' }) } }))
  if (view.allowed.minutes) {
    acts.push(act({ icon: 'document', label: words.minutes, run: () => { go({ view: 'minutes', meeting: view.meeting }) } }))
  }
  return acts
}

// Acts of the session as a whole.
import { go } from '../../state/app.svelte'
import { meeting as words, meetingKeyNames as keys } from '../../text/meeting'
import type { LiveAct } from './acts'
import { changePart, takeStep } from './keys'
import type { Live } from './live.svelte'

export function sessionActs(live: Live): LiveAct[] {
  const { view } = live
  const act = (line: Omit<LiveAct, 'of' | 'group'> & { group?: string }): LiveAct => ({ of: 'session', group: words.session, ...line })
  const acts = [
    act({ icon: 'search', label: words.palette.title, key: keys.palette, run: () => { live.show({ kind: 'palette' }) } }),
    act({ icon: 'clock', label: words.log, key: keys.log, run: () => { live.show({ kind: 'log' }) } }),
  ]
  if (view.allowed.addItem) acts.push(act({ icon: 'plus', label: words.addItem, run: () => { live.show({ kind: 'addItem' }) } }))
  if (view.allowed.changePart) {
    const label = view.partChange?.words ?? words.part.title
    acts.push(act({ icon: 'lock', label, key: keys.part, run: () => { changePart(live) } }))
  }
  if (view.allowed.interrupt) acts.push(act({ icon: 'pause', label: words.recess.interrupt, key: keys.interrupt, run: () => void live.act({ type: 'interruptMeeting' }) }))
  if (view.agenda.next?.act === 'resume') acts.push(act({ icon: 'play', label: words.recess.resume, key: keys.next, run: () => { takeStep(live) } }))
  if (view.allowed.close) acts.push(act({ icon: 'check', label: words.closeMeeting, run: () => { live.show({ kind: 'close' }) } }))
  if (view.allowed.minutes) {
    acts.push(act({ icon: 'document', group: words.minutes, label: words.minutes, run: () => { go({ view: 'minutes', meeting: view.meeting }) } }))
  }
  return acts
}

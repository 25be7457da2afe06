// Acts on the item in the middle, as a point of the agenda.
import type { ItemView, Outcome } from '../../api/generated'
import { agenda as words } from '../../text/agenda'
import { meetingKeyNames as keys } from '../../text/meeting'
import type { LiveAct } from '../meeting/acts'
import type { Live } from '../meeting/live.svelte'
import { step } from './move'

/** What becomes of an item that is not dealt with. */
const LEFT: readonly (Outcome & keyof typeof words.leave)[] = ['takenOff', 'withdrawn', 'deferred']

export function agendaActs(live: Live): LiveAct[] {
  const { item } = live
  if (!item) return []
  const act = (line: Omit<LiveAct, 'of' | 'group'>): LiveAct => ({ of: 'item', group: words.item, ...line })
  const acts: LiveAct[] = []
  if (item.canWrite) acts.push(act({ icon: 'document', label: words.attach.title, key: keys.attach, run: () => { live.show({ kind: 'attach', item: item.item }) } }))
  if (item.voteForm && live.view.allowed.addItem) {
    acts.push(act({ icon: 'hand', label: words.extend, run: () => void live.putMatter({ procedure: 'extend' }) }))
  }
  return [...acts, ...leaving(live, item), ...arranging(live, item)]
}

/** An item goes before it was called; later that is an outcome of its vote. */
function leaving(live: Live, item: ItemView): LiveAct[] {
  if (item.state !== 'open') return []
  const offered = LEFT.filter((outcome) => item.outcomes.some((choice) => choice.outcome === outcome))
  return offered.map((outcome) => ({
    of: 'item',
    group: words.item,
    icon: 'leave',
    label: words.leave[outcome],
    run: () => void live.act({ type: 'recordOutcome', item: item.item, outcome }),
  }))
}

function arranging(live: Live, item: ItemView): LiveAct[] {
  const { up, down, canMove, canJoin } = item.steps
  const act = (line: Omit<LiveAct, 'of' | 'group'>): LiveAct => ({ of: 'item', group: words.arrange, ...line })
  const acts: LiveAct[] = []
  if (up) acts.push(act({ icon: 'up', label: words.up, detail: up.words, key: keys.up, run: () => void step(live, 'up') }))
  if (down) acts.push(act({ icon: 'down', label: words.down, detail: down.words, key: keys.down, run: () => void step(live, 'down') }))
  if (canMove) acts.push(act({ icon: 'swap', label: words.move.label, run: () => { live.show({ kind: 'move', item: item.item }) } }))
  if (canJoin) acts.push(act({ icon: 'link', label: words.join.label, run: () => { live.show({ kind: 'join', item: item.item }) } }))
  return acts
}

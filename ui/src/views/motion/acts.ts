// Acts with the motions on the item in the middle.
import { motion as words } from '../../text/motion'
import type { LiveAct } from '../meeting/acts'
import type { Live } from '../meeting/live.svelte'

export function motionActs(live: Live): LiveAct[] {
  const { item } = live
  if (!item?.motions.canFile) return []
  const act = (line: Omit<LiveAct, 'of' | 'group'>): LiveAct => ({ of: 'item', group: words.group, ...line })
  const acts = [
    act({ icon: 'hand', label: words.file, detail: words.fileDetail, key: 'Alt+A', run: () => { live.show({ kind: 'fileMotion' }) } }),
    act({ icon: 'swap', label: words.procedure, detail: words.procedureDetail, key: 'Alt+G', run: () => { live.show({ kind: 'procedure' }) } }),
    act({ icon: 'table', label: words.paste, detail: words.pasteDetail, run: () => { live.show({ kind: 'pasteMotions' }) } }),
  ]
  if (item.motions.rows.length > 1) acts.push(act({ icon: 'numbers', label: words.series, detail: words.seriesDetail, key: 'Alt+R', run: () => { live.series = true; live.show() } }))
  return acts
}

// Whether what a panel is about is still there.
import type { ItemView, MeetingView } from '../../api/generated'
import type { Panel } from './panel'

/** Whether it can stand over the session as it is now, with this item in the middle. */
export function stands(panel: Panel, view: MeetingView, item: ItemView | null): boolean {
  switch (panel.kind) {
    case 'substitute':
      return view.columns.some(({ seats }) => seats.some(({ seat }) => seat === panel.seat))
    case 'attach':
    case 'election':
    case 'settle':
    case 'votePart':
    case 'voteRequest':
      return item?.item === panel.item
    case 'runOff':
      return item?.item === panel.item && item.election?.step.kind === 'round' && item.election.step.runOff !== null
    case 'fileMotion':
    case 'procedure':
    case 'pasteMotions':
      return item !== null
    case 'resultWords':
      return item?.results.some(({ act, wording }) => act === panel.act && wording) === true
    case 'part':
      return view.partChange !== null
    default:
      return true
  }
}

/** Panels that are of the item in the middle: there alone they can be taken up again. */
const OF_ITEM: readonly Panel['kind'][] = ['attach', 'election', 'fileMotion', 'pasteMotions', 'procedure', 'resultWords', 'runOff', 'settle', 'takeDown', 'votePart', 'voteRequest']

export function belongsToItem({ kind }: Panel): boolean {
  return OF_ITEM.includes(kind)
}

/** Whether both are about the same, however they were opened. */
export function isSame(one: Panel, other: Panel): boolean {
  const plain = (panel: Panel) => JSON.stringify({ ...panel, add: undefined, held: undefined })
  return plain(one) === plain(other)
}

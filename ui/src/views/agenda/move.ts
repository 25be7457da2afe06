// Moves the item in the middle to a place that the backend offers.
import type { ItemPlace } from '../../api/generated'
import type { Live } from '../meeting/live.svelte'

export async function moveTo(live: Live, item: string, { after, part }: ItemPlace): Promise<boolean> {
  return (await live.act({ type: 'moveItem', item, after, part })) !== undefined
}

/** One step up or down; nothing where the backend offers none. */
export async function step(live: Live, way: 'up' | 'down'): Promise<boolean> {
  const { item } = live
  const place = item?.steps[way]
  return item && place && !live.busy ? moveTo(live, item.item, place) : false
}

// Moves the item in the middle to a place that the backend offers.
import type { ItemPlace } from '../../api/generated'
import type { Live } from '../meeting/live.svelte'

export async function moveTo(live: Live, item: string, { after, part }: ItemPlace): Promise<boolean> {
  return (await live.act({ type: 'moveItem', item, after, part })) !== undefined
}

/** A key that is pressed several times moves as often: each step waits for the one before. */
let before: Promise<boolean> = Promise.resolve(false)

/** One step up or down; nothing where the backend offers none. */
export function step(live: Live, way: 'up' | 'down'): Promise<boolean> {
  before = before.then(() => {
    const { item } = live
    const place = item?.steps[way]
    return item && place ? moveTo(live, item.item, place) : false
  })
  return before
}

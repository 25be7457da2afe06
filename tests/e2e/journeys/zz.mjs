import * as live from './live.mjs'
export const variants = { kippe: live.variants.kippe }
export const play = live.play

// Every German text of the interface, one file per area.
import { common, commonKeys, type KeyGroup } from './common'
import { setup } from './setup'
import { start } from './start'
import { vault } from './vault'

const keys: readonly KeyGroup[] = [commonKeys]

export const de = { common, keys, vault, start, setup } as const

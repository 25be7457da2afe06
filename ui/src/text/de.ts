// Every German text of the interface, one file per area.
import { agenda } from './agenda'
import { attendance, quorum } from './attendance'
import { common, commonKeys, type KeyGroup } from './common'
import { editor, editorKeys } from './editor'
import { log } from './log'
import { meeting, meetingKeys } from './meeting'
import { minutes } from './minutes'
import { motion } from './motion'
import { setup } from './setup'
import { start } from './start'
import { vault } from './vault'
import { vote } from './vote'

const keys: readonly KeyGroup[] = [commonKeys, meetingKeys, editorKeys]

export const de = {
  agenda,
  attendance,
  common,
  editor,
  keys,
  log,
  meeting,
  minutes,
  motion,
  quorum,
  setup,
  start,
  vault,
  vote,
} as const

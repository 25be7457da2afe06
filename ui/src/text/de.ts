// Every German text of the interface, one file per area.
import { agenda } from './agenda'
import { attendance, quorum } from './attendance'
import { chair } from './chair'
import { common, commonKeys, type KeyGroup } from './common'
import { documents } from './documents'
import { editor, editorKeys } from './editor'
import { election, history, lead } from './election'
import { log } from './log'
import { meeting, meetingKeys, panelKeys } from './meeting'
import { minutes } from './minutes'
import { proceedings } from './proceedings'
import { modules } from './modules'
import { motion } from './motion'
import { setup } from './setup'
import { start } from './start'
import { vault } from './vault'
import { vote } from './vote'

const keys: readonly KeyGroup[] = [commonKeys, meetingKeys, panelKeys, editorKeys]

export const de = {
  agenda,
  attendance,
  chair,
  common,
  documents,
  editor,
  election,
  history,
  keys,
  lead,
  log,
  meeting,
  minutes,
  modules,
  proceedings,
  motion,
  quorum,
  setup,
  start,
  vault,
  vote,
} as const

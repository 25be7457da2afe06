// The attachments of a session and their files: also after its end.
import { attachment as words } from '../../text/attachment'
import { meeting as meetingWords } from '../../text/meeting'
import type { LiveAct } from '../meeting/acts'
import type { Live } from '../meeting/live.svelte'

export function attachmentActs(live: Live): LiveAct[] {
  if (live.view.phase === 'prepared') return []
  return [{ of: 'session', group: meetingWords.minutes, icon: 'archive', label: words.title, run: () => { live.show({ kind: 'attachments' }) } }]
}

// The documents of a session: from its preparation on.
import { documents as words } from '../../text/documents'
import { meeting as meetingWords } from '../../text/meeting'
import type { LiveAct } from '../meeting/acts'
import type { Live } from '../meeting/live.svelte'

export function documentActs(live: Live): LiveAct[] {
  return [{ of: 'session', group: meetingWords.session, icon: 'save', label: words.title, run: () => { live.show({ kind: 'documents' }) } }]
}

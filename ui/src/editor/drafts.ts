// The texts that are being written, one per item. A draft outlives its editor: whoever leaves an
// item before its text is saved finds it again, and it goes on being saved.

import { execute } from '../api/client'
import { app } from '../state/app.svelte'
import { beforeLeaving } from '../state/leaving'
import { meeting } from '../state/meeting.svelte'
import { Autosave, type SaveState } from './autosave'

/** A draft, and who wants to know how it stands. */
export interface Draft {
  autosave: Autosave
  report: (state: SaveState) => void
}

const drafts = new Map<string, Draft>()

/** The draft of an item; there is one, however many editors are opened after each other. */
export function draftOf(meetingId: string, item: string): Draft {
  const key = `${meetingId} ${item}`
  const known = drafts.get(key)
  if (known) return known
  const draft: Draft = { report: () => undefined, autosave: autosaveOf(meetingId, item, (state) => { draft.report(state) }) }
  drafts.set(key, draft)
  return draft
}

function autosaveOf(meetingId: string, item: string, report: (state: SaveState) => void): Autosave {
  return new Autosave(async (text) => {
    // A text is taken as of now and whatever was recorded meanwhile, so it names no revision.
    const answer = await execute({
      of: 'act',
      act: crypto.randomUUID(),
      meeting: meetingId,
      basedOn: null,
      at: null,
      command: { type: 'writeText', item, text },
    })
    app.saved = answer.saved
    if (answer.view && meeting.view?.meeting === meetingId) meeting.view = answer.view
    return answer.saved
  }, report)
}

/** Saves what is unsaved of every item. It fails with the first cause, after all were tried. */
export async function saveDrafts(): Promise<void> {
  const autosaves = [...drafts.values()].map((draft) => draft.autosave)
  await Promise.all(autosaves.map((autosave) => autosave.flush()))
  for (const { state } of autosaves) if (state.kind === 'failed') throw state.fault
}

beforeLeaving(saveDrafts)

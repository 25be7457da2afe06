// The texts that are being written, one per item. A draft outlives its editor: whoever leaves an
// item before its text is saved finds it again, and it goes on being saved.

import { execute } from '../api/client'
import type { RichText } from '../api/generated'
import { app } from '../state/app.svelte'
import { beforeLeaving, type Unsaved } from '../state/leaving'
import { meeting } from '../state/meeting.svelte'
import { Autosave, type SaveState } from './autosave'
import { fromEditor, toEditor } from './richtext'

/** A draft, and who wants to know how it stands. */
export interface Draft {
  autosave: Autosave<RichText>
  /** The text as the record has it: only what differs from it is saved. */
  recorded: (text: RichText) => void
  report: (state: SaveState) => void
  /** Which text it is, in words. */
  name: string
}

const drafts = new Map<string, Draft>()

/** The draft of an item; there is one, however many editors are opened after each other. */
export function draftOf(meetingId: string, item: string, name: string): Draft {
  const key = `${meetingId} ${item}`
  const known = drafts.get(key)
  if (known) return known
  let recorded = ''
  const write = async (text: RichText): Promise<string> => {
    const written = JSON.stringify(text)
    // The editor changes its document for itself too: it adds a line to write on below a slot.
    if (written === recorded) return app.saved
    const saved = await send(meetingId, item, text)
    recorded = written
    return saved
  }
  const draft: Draft = {
    name,
    report: () => undefined,
    recorded: (text) => { recorded = JSON.stringify(fromEditor(toEditor(text))) },
    autosave: new Autosave(write, (state) => { draft.report(state) }),
  }
  drafts.set(key, draft)
  return draft
}

async function send(meetingId: string, item: string, text: RichText): Promise<string> {
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
}

/** Saves what is unsaved of every item; gives back what could not be saved, after all were tried. */
async function flushDrafts(): Promise<Unsaved[]> {
  const all = [...drafts.values()]
  await Promise.all(all.map(({ autosave }) => autosave.flush()))
  return all.flatMap(({ name, autosave: { state } }) => (state.kind === 'failed' ? [{ what: name, cause: state.fault }] : []))
}

/** Saves what is unsaved of every item. It fails with the first cause, after all were tried. */
export async function saveDrafts(): Promise<void> {
  const [unsaved] = await flushDrafts()
  if (unsaved) throw unsaved.cause
}

beforeLeaving(flushDrafts)

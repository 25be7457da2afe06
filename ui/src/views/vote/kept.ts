// What is half entered at the items of a session, as the vault keeps it: within a second of each key,
// what is put to the vote at once, so that the chair sees it. It outlives the view of the session.
import { execute, query } from '../../api/client'
import type { Entering, EnteringView, HalfVote, RichText, Typed } from '../../api/generated'
import { Autosave } from '../../editor/autosave'
import { app } from '../../state/app.svelte'
import { beforeLeaving } from '../../state/leaving'
import { vote as words } from '../../text/vote'
import type { Subject } from './subject'

interface Kept {
  entering: Entering
  autosave: Autosave<Entering>
}

const NOTHING: Entering = { series: false, except: null, writing: null, between: [], votes: [] }
const all = new Map<string, Kept>()

/** What was left by Escape, by panel, in all of its ways: it is offered again and does not open by itself. */
export const left = new Map<string, readonly Typed[]>()

function keptOf(meeting: string, item: string): Kept {
  const key = `${meeting} ${item}`
  const known = all.get(key)
  if (known) return known
  const write = async (entering: Entering) => {
    const { saved } = await execute({ of: 'keepEntering', meeting, item, entering })
    app.saved = saved
    return saved
  }
  const fresh: Kept = { entering: NOTHING, autosave: new Autosave(write, () => undefined) }
  all.set(key, fresh)
  return fresh
}

/** What was left half entered in a session. Where that cannot be told, nothing was. */
export async function loadEntering(meeting: string): Promise<EnteringView[]> {
  await flush()
  const found = await query({ of: 'entering', meeting }).catch(() => [])
  // What could not be saved yet is newer than what is there.
  for (const [key, { autosave }] of all) {
    if (autosave.unsaved === null) all.delete(key)
  }
  return found.map(({ item, entering }) => {
    const kept = keptOf(meeting, item)
    kept.entering = kept.autosave.unsaved ?? entering
    return { item, entering: kept.entering }
  })
}

/** Keeps a change of what is entered at an item; what is in front at once. */
export function keepEntering(meeting: string, item: string, change: Partial<Entering>, atOnce = false): void {
  const kept = keptOf(meeting, item)
  const entering = { ...kept.entering, ...change }
  if (JSON.stringify(entering) === JSON.stringify(kept.entering)) return
  kept.entering = entering
  kept.autosave.change(() => kept.entering)
  if (atOnce) void kept.autosave.flush()
}

/** The words that were being written for an item. */
export function writingOf(meeting: string, item: string): RichText | undefined {
  return keptOf(meeting, item).entering.writing ?? undefined
}

/** The motions that were left out of a vote on all of them; none where they are voted on singly. */
export function exceptOf(meeting: string, item: string): readonly string[] | undefined {
  return keptOf(meeting, item).entering.except ?? undefined
}

/** The vote goes to the record: nothing of it is on its way any more when it arrives there. */
export async function pauseEntering(meeting: string, item: string): Promise<void> {
  await keptOf(meeting, item).autosave.drop()
}

/** The half entered vote of a panel: that on a subject, or that of the item itself with its elections,
    corrections and repetitions. */
export function halfOf(meeting: string, item: string, subject?: Subject): HalfVote | undefined {
  const { votes, between } = keptOf(meeting, item).entering
  return votes.find((one) => belongs(one, between.map(({ repeats }) => repeats), subject))
}

/** Puts a vote in the place of that of the same panel, or none. */
export function keepHalf(meeting: string, item: string, subject: Subject | undefined, vote: HalfVote | undefined): void {
  const { entering: { votes, between } } = keptOf(meeting, item)
  const others = votes.filter((one) => !belongs(one, between.map(({ repeats }) => repeats), subject))
  keepEntering(meeting, item, { votes: vote ? [...others, vote] : others })
}

function belongs({ matter, corrects, repeats }: HalfVote, recounts: readonly (string | null)[], subject?: Subject): boolean {
  if (subject) return !corrects && JSON.stringify(matter) === JSON.stringify(subject.matter)
  const again = corrects !== null || (repeats !== null && !recounts.includes(repeats))
  return again || matter === 'item' || (typeof matter === 'object' && 'round' in matter)
}

async function flush() {
  const each = [...all.values()]
  await Promise.all(each.map(({ autosave }) => autosave.flush()))
  return each.flatMap(({ autosave: { state } }) => (state.kind === 'failed' ? [{ what: words.halfEntered, cause: state.fault }] : []))
}

beforeLeaving(flush)

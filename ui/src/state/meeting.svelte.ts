// The session that is shown. Every answer brings it anew; nothing is worked out here.
import { execute, query } from '../api/client'
import type { Answer, MeetingView, Order, ReasonCode } from '../api/generated'
import { app, attempt } from './app.svelte'
import { setClock } from './clock.svelte'
import { sameAs } from './same'

/** Every answer replaces the view, so nothing below it is watched; what says the same stays what it was. */
class Shown {
  view = $state.raw<MeetingView>()
}

export const meeting = new Shown()

function take(view: MeetingView) {
  meeting.view = sameAs(meeting.view, view)
  setClock(view.now)
}

/** Whether what follows from an act stands at the item, with what to do about it, as long as it is so. */
function standsThere(code: ReasonCode, view: MeetingView | null): boolean {
  if (code === 'chairLeft') return view?.lead.leaderless === true
  const step = view?.current?.election?.step
  return code === 'runOff' && step?.kind === 'round' && step.runOff !== null
}

/** Takes over what an answer brings. The session stays as it is shown where another act follows at once. */
function show(answer: Answer, onTheWay: boolean) {
  app.saved = answer.saved
  if (answer.view && !onTheWay) take(answer.view)
  const hints = answer.hints.filter((hint) => !standsThere(hint.code, answer.view))
  if (hints.length > 0) {
    const [first, ...more] = hints.map((hint) => hint.text)
    app.message = { tone: 'info', message: first ?? '', hints: more }
  } else if (app.message?.tone === 'info') {
    app.message = undefined
  }
}

/** Has something recorded and shows the session after it. Nothing comes back if it failed: that was said,
    and the session is asked for anew, since others may have acted or the act before was not shown. */
export async function record(order: Order, onTheWay = false): Promise<Answer | undefined> {
  const answer = await attempt(() => execute(order))
  if (answer) show(answer, onTheWay)
  else if (meeting.view) await reload(meeting.view.meeting)
  return answer
}

/** Shows a session. */
export async function load(id: string) {
  if (meeting.view?.meeting !== id) meeting.view = undefined
  const view = await attempt(() => query({ of: 'meeting', meeting: id }))
  if (view) take(view)
}

/** The chair recorded something in the other window. */
export async function anew() {
  if (meeting.view) await reload(meeting.view.meeting)
}

/** Asks anew without taking back what was said. */
async function reload(id: string) {
  try {
    take(await query({ of: 'meeting', meeting: id }))
  } catch {
    // The failure before is already said; the session stays as it was shown.
  }
}

/** Forgets the session: the vault was locked. */
export function forget() {
  meeting.view = undefined
}

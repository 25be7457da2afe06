// Forms while they are filled in, one of each kind: kept within a second of each keystroke, so that
// they are there again whatever happens to the program. A form outlives its view.
import { execute, query } from '../api/client'
import type { Answer, Form, FormKind, Order } from '../api/generated'
import { Autosave, type SaveState } from '../editor/autosave'
import { de } from '../text/de'
import { app, attempt } from './app.svelte'
import { beforeLeaving } from './leaving'

interface Kept {
  autosave: Autosave<Form>
  report: (state: SaveState) => void
}

function fresh(): Kept {
  const kept: Kept = {
    report: () => undefined,
    autosave: new Autosave<Form>(async (form) => {
      const { saved } = await execute({ of: 'keepForm', form })
      app.saved = saved
      return saved
    }, (state) => { kept.report(state) }),
  }
  return kept
}

const forms: Record<FormKind, Kept> = { setUp: fresh(), meeting: fresh() }

/** A form as it was left; none if it was not begun. It fails if that cannot be told. */
export async function openForm(form: FormKind): Promise<Form | null> {
  return forms[form].autosave.unsaved ?? (await query({ of: 'form', form }))
}

/** Tells from now on how a form stands; gives back how to stop. */
export function watchForm(form: FormKind, report: (state: SaveState) => void): () => void {
  forms[form].report = report
  report(forms[form].autosave.state)
  return () => {
    forms[form].report = () => undefined
    void forms[form].autosave.flush()
  }
}

/** Somebody typed in a form. */
export function keepForm(form: Form) {
  forms[form.of].autosave.change(() => form)
}

/** Tries at once to keep what could not be kept. */
export function retryForm(form: FormKind) {
  void forms[form].autosave.flush()
}

/** Has what a form asks for recorded; it is done with then. Nothing comes back if it failed: that
    was said, and the form stays. */
export async function sendForm(form: FormKind, order: Order): Promise<Answer | undefined> {
  const answer = await attempt(() => execute(order))
  if (!answer) return undefined
  app.saved = answer.saved
  // What was on its way meanwhile came after: it must not begin the form anew.
  if (await forms[form].autosave.drop()) await dropForm(form)
  return answer
}

/** Gives a form up; false if that failed. */
export async function dropForm(form: FormKind): Promise<boolean> {
  await forms[form].autosave.drop()
  const answer = await attempt(() => execute({ of: 'dropForm', form }))
  if (answer) app.saved = answer.saved
  return answer !== undefined
}

beforeLeaving(async () => {
  const all = Object.entries(forms) as [FormKind, Kept][]
  await Promise.all(all.map(([, { autosave }]) => autosave.flush()))
  return all.flatMap(([kind, { autosave: { state } }]) => (state.kind === 'failed' ? [{ what: de.setup.kept.names[kind], cause: state.fault }] : []))
})

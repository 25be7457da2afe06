// What is typed in what stands over the session: kept within a second of each key, so that it is there
// again whatever happens to the program, until it is sent or given up.
import { execute, query } from '../../api/client'
import type { HalfPanel } from '../../api/generated'
import { Autosave } from '../../editor/autosave'
import { app } from '../../state/app.svelte'
import { beforeLeaving } from '../../state/leaving'
import { meeting as words } from '../../text/meeting'
import type { Panel } from './panel'

/** What the vault keeps, in the words of the window. */
interface Body {
  panel: Panel
  fields: Record<string, unknown>
}

/** One at a time stands over a session. */
const autosave = new Autosave<{ meeting: string; panel: HalfPanel | null }>(async (row) => {
  const { saved } = await execute({ of: 'keepPanel', ...row })
  app.saved = saved
  return saved
}, () => undefined)

export class Typing {
  /** What is sent from here is this act, so that what was recorded is typed no more. */
  act: string = crypto.randomUUID()
  readonly #began = new Map<string, string>()
  readonly #fields = new Map<string, string>()
  #kept = false

  /** Over a session stands this, or nothing. */
  constructor(private readonly meeting?: string, readonly panel?: Panel) {}

  /** As it was left in a session; nothing where nothing was, or it was recorded. */
  static async left(meeting: string): Promise<Typing | undefined> {
    await autosave.flush()
    const half = await query({ of: 'panel', meeting }).catch(() => null)
    return half ? Typing.#read(meeting, half) : undefined
  }

  static #read(meeting: string, { act, body }: HalfPanel): Typing | undefined {
    try {
      const { panel, fields } = JSON.parse(body) as Body
      const typing = new Typing(meeting, panel)
      for (const [name, value] of Object.entries(fields)) typing.#fields.set(name, JSON.stringify(value))
      typing.act = act
      typing.#kept = true
      return typing
    } catch {
      return undefined
    }
  }

  /** What a field begins with: what was typed in it before, else this. */
  of<T>(name: string, otherwise: T): T {
    this.#began.set(name, JSON.stringify(otherwise))
    const typed = this.#fields.get(name)
    return typed === undefined ? otherwise : (JSON.parse(typed) as T)
  }

  /** This is typed now. */
  keep(fields: Record<string, unknown>): void {
    let changed = false
    for (const [name, value] of Object.entries(fields)) {
      const typed = JSON.stringify(value)
      changed ||= typed !== (this.#fields.get(name) ?? this.#began.get(name))
      this.#fields.set(name, typed)
    }
    if (changed) this.#save()
  }

  /** This is typed no more. */
  forget(...names: string[]): void {
    for (const name of names) this.#fields.delete(name)
    this.#save()
  }

  /** It was recorded and is still there: what comes of it next is another act. */
  sent(): void {
    this.act = crypto.randomUUID()
    if (this.#kept) this.#save()
  }

  /** It goes, and what was typed with it. */
  drop(): void {
    if (!this.#kept || !this.meeting) return
    const { meeting } = this
    autosave.change(() => ({ meeting, panel: null }))
    void autosave.flush()
  }

  #save(): void {
    const { meeting, panel, act } = this
    if (!meeting || !panel) return
    const typed = [...this.#fields].some(([name, value]) => value !== this.#began.get(name))
    if (!typed && !this.#kept) return
    this.#kept = true
    const fields = Object.fromEntries([...this.#fields].map(([name, value]) => [name, JSON.parse(value) as unknown]))
    const body: Body = { panel, fields }
    autosave.change(() => ({ meeting, panel: typed ? { act, body: JSON.stringify(body) } : null }))
  }
}

beforeLeaving(async () => {
  await autosave.flush()
  return autosave.state.kind === 'failed' ? [{ what: words.typed, cause: autosave.state.fault }] : []
})

// What is typed in what stands over the session: kept within a second of each key, so that it is there
// again whatever happens to the program, until it is sent or given up.
import { execute, query } from '../../api/client'
import type { HalfPanel } from '../../api/generated'
import { Autosave } from '../../editor/autosave'
import { app } from '../../state/app.svelte'
import { beforeLeaving } from '../../state/leaving'
import { meeting as words } from '../../text/meeting'
import type { Panel } from './panel'

/** A sheet or a dialog as it was left. */
interface Body {
  act?: string
  panel: Panel
  /** The item at which it was begun. */
  item?: string
  fields: Record<string, unknown>
}

/** What the vault keeps, in the words of the window: what stands over the session, and what waits. */
interface Row extends Partial<Body> {
  left?: readonly Body[]
}

/** What was found of a session: what stood over it, and what waits to be taken up again. */
export interface Found {
  open?: Typing | undefined
  left: readonly Typing[]
}

/** One row a session. */
const autosave = new Autosave<{ meeting: string; panel: HalfPanel | null }>(async (row) => {
  const { saved } = await execute({ of: 'keepPanel', ...row })
  app.saved = saved
  return saved
}, () => undefined)

/** Keeps what is typed in what stands over a session, and what waits. */
export function keepTyped(meeting: string, open: Typing | undefined, left: readonly Typing[], atOnce: boolean): void {
  autosave.change(() => {
    if (!open && left.length === 0) return { meeting, panel: null }
    const row: Row = { ...open?.body, ...(left.length > 0 && { left: left.flatMap(({ act, body }) => (body ? [{ act, ...body }] : [])) }) }
    // Nothing is sent as an act that no panel has.
    return { meeting, panel: { act: open?.act ?? crypto.randomUUID(), body: JSON.stringify(row) } }
  })
  if (atOnce) void autosave.flush()
}

/** Fields that are chosen by one tap, or a time: by themselves nothing that one would miss. */
const SLIGHT = new Set([
  'address', 'answer', 'at', 'by', 'capacity', 'consent', 'due', 'item', 'kind', 'method', 'mode', 'module', 'parent', 'part', 'person',
  'source', 'span', 'status', 'typed', 'unknown', 'way',
])

export class Typing {
  /** What is sent from here is this act, so that what was recorded is typed no more. */
  act: string = crypto.randomUUID()
  readonly #began = new Map<string, string>()
  readonly #fields = new Map<string, string>()

  /** Over a session stands this, or nothing; it hears of every change. */
  constructor(readonly panel?: Panel, readonly item?: string, public changed: (atOnce: boolean) => void = () => undefined) {}

  /** As it was left in a session; nothing where nothing was, or it was recorded. */
  static async left(meeting: string): Promise<Found> {
    await autosave.flush()
    const half = await query({ of: 'panel', meeting }).catch(() => null)
    return half ? Typing.#read(half) : { left: [] }
  }

  static #read({ act, body }: HalfPanel): Found {
    try {
      const { left = [], panel, item, fields = {} } = JSON.parse(body) as Row
      return { open: panel && Typing.#of({ act, panel, fields, ...(item && { item }) }), left: left.map((one) => Typing.#of(one)) }
    } catch {
      return { left: [] }
    }
  }

  static #of({ act, panel, item, fields }: Body): Typing {
    const typing = new Typing(panel, item)
    for (const [name, value] of Object.entries(fields)) typing.#fields.set(name, JSON.stringify(value))
    if (act) typing.act = act
    return typing
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
    if (changed) this.changed(false)
  }

  /** This is typed no more. */
  forget(...names: string[]): void {
    for (const name of names) this.#fields.delete(name)
    this.changed(false)
  }

  /** It was recorded and is still there: what comes of it next is another act. */
  sent(): void {
    this.act = crypto.randomUUID()
    this.changed(true)
  }

  /** Something is not as it began. */
  get typed(): boolean {
    return this.#differing.length > 0
  }

  /** Somebody would have to type it again. */
  get missed(): boolean {
    return this.#differing.some((name) => !name.split(' ').some((word) => SLIGHT.has(word)))
  }

  /** As the vault keeps it. */
  get body(): Body | undefined {
    const fields = Object.fromEntries([...this.#fields].map(([name, value]) => [name, JSON.parse(value) as unknown]))
    return this.panel && { panel: this.panel, fields, ...(this.item && { item: this.item }) }
  }

  get #differing(): string[] {
    return [...this.#fields].filter(([name, value]) => value !== this.#began.get(name)).map(([name]) => name)
  }
}

beforeLeaving(async () => {
  await autosave.flush()
  return autosave.state.kind === 'failed' ? [{ what: words.typed, cause: autosave.state.fault }] : []
})

// Carries what is typed - a text, a form - to the backend within a second of each keystroke. What
// could not be saved stays here and is tried again until it is saved; nothing typed is ever dropped.

/** How it stands: `unsaved` waits for its turn, `failed` waits for the next try. */
export type SaveState =
  | { kind: 'clean'; at: string }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'failed'; fault: unknown }

/** From the first keystroke to the save; the save itself takes the rest of the second. */
const DELAY_MS = 400
/** From a failure to the next try, unless somebody types or asks before. */
const RETRY_MS = 2000

export class Autosave<T> {
  #state: SaveState = { kind: 'clean', at: '' }
  /** Gives the newest state; none if everything is saved or on its way. */
  #pending: (() => T) | null = null
  #running: Promise<void> | null = null
  /** What is on its way to the backend. */
  #sent: T | null = null
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(
    private readonly write: (text: T) => Promise<string>,
    private readonly report: (state: SaveState) => void,
  ) {}

  get state(): SaveState {
    return this.#state
  }

  /** Somebody typed. It is read when it is saved, not with every key. */
  change(text: () => T): void {
    this.#pending = text
    if (this.#state.kind !== 'failed') this.#tell({ kind: 'unsaved' })
    this.#timer ??= setTimeout(() => void this.flush(), DELAY_MS)
  }

  /** Reads it now, because its editor is about to go. */
  hold(): void {
    if (this.#pending) {
      const text = this.#pending()
      this.#pending = () => text
    }
  }

  /** Saves what is unsaved at once; true when nothing is left. */
  async flush(): Promise<boolean> {
    this.#stopTimer()
    while (this.#running) await this.#running
    if (!this.#pending) return this.#state.kind !== 'failed'
    const text = this.#pending()
    this.#pending = null
    this.#running = this.#save(text)
    await this.#running
    if (this.#pending) this.#timer ??= setTimeout(() => void this.flush(), DELAY_MS)
    return !this.#unsaved()
  }

  /** Drops what is unsaved: it is no longer wanted. True if something was still on its way. */
  async drop(): Promise<boolean> {
    const busy = this.#running !== null
    while (this.#running) await this.#running
    this.#stopTimer()
    this.#pending = null
    this.#tell({ kind: 'clean', at: '' })
    return busy
  }

  /** What is not saved yet, so that an editor opened anew starts with it. */
  get unsaved(): T | null {
    return this.#pending?.() ?? this.#sent
  }

  async #save(text: T): Promise<void> {
    this.#tell({ kind: 'saving' })
    this.#sent = text
    try {
      const at = await this.write(text)
      this.#tell(this.#unsaved() ? { kind: 'unsaved' } : { kind: 'clean', at })
    } catch (fault) {
      // What was typed meanwhile is newer than what failed.
      this.#pending ??= () => text
      this.#tell({ kind: 'failed', fault })
      this.#timer ??= setTimeout(() => void this.flush(), RETRY_MS)
    } finally {
      this.#sent = null
      this.#running = null
    }
  }

  #unsaved(): boolean {
    return this.#pending !== null
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #tell(state: SaveState): void {
    this.#state = state
    this.report(state)
  }
}

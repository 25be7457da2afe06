// A list that is typed or pasted, and what was understood of it: read anew shortly after each key.
import { attempt } from '../../state/app.svelte'
import { editsOf, listOf, omitted, rows, unedited, withEdit, withoutOmissions, type Edit, type Edits, type Row } from './edits'

/** What the backend understood. */
export interface Read<T> {
  items: readonly T[]
  summary: string
}

/** Long enough not to read between two keys of a word. */
const PAUSE = 150

export class Pasted<T> {
  rows: Row<T>[] = $state.raw([])
  summary = $state('')
  omitted = $state(0)

  #text = $state('')
  #read: readonly T[] = []
  #edits: Edits<T> = $state.raw(unedited())
  #timer: ReturnType<typeof setTimeout> | undefined
  #reader: (text: string) => Promise<Read<T>>

  constructor(reader: (text: string) => Promise<Read<T>>) {
    this.#reader = reader
  }

  get text() {
    return this.#text
  }

  set text(text: string) {
    this.#text = text
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.settle(), PAUSE)
  }

  /** What is shown, to be sent. */
  get items(): T[] {
    return this.rows.map((row) => row.value)
  }

  /** What was changed by hand. */
  get edits(): Edit<T>[] {
    return listOf(this.#edits)
  }

  /** Goes on with what was typed before. */
  async resume(text: string, edits: readonly Edit<T>[]): Promise<void> {
    this.#edits = editsOf(edits)
    this.text = text
    await this.settle()
  }

  /** Reads what was typed last, if it was not read yet. */
  async settle(): Promise<void> {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    const read = await attempt(() => this.#reader(this.#text))
    if (!read) return
    this.#read = read.items
    this.summary = read.summary
    this.#show()
  }

  change(key: string, value: T) {
    this.#edits = withEdit(this.#edits, key, value)
    this.#show()
  }

  leaveOut(key: string) {
    this.#edits = withEdit(this.#edits, key, null)
    this.#show()
  }

  /** Takes all lines back in that were left out. */
  restore() {
    this.#edits = withoutOmissions(this.#edits)
    this.#show()
  }

  #show() {
    this.rows = rows(this.#read, this.#edits, this.rows)
    this.omitted = omitted(this.#read, this.rows)
  }
}

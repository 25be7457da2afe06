// What is being entered, item by item: it waits as it is while another item is looked at.
import type { Entering, EnteringView, ItemView, RichText } from '../../api/generated'
import type { Subject } from '../vote/subject'
import { Turns } from './turns.svelte'

export abstract class Entered extends Turns {
  /** Items at which something is being entered, as they were seen last: it waits while another is shown. */
  entered = $state.raw<Readonly<Record<string, ItemView>>>({})

  #subjects = $state.raw<Readonly<Record<string, readonly Subject[]>>>({})
  /** The items whose motions are gone through one after the other. */
  #series = $state.raw<readonly string[]>([])
  readonly #voteKeys: ((key: string) => boolean)[] = []
  /** The wording of a vote that is corrected or repeated, by item; it stands in for the one that is put. */
  earlier = $state.raw<Readonly<Record<string, RichText>>>({})

  /** The item in the middle. */
  abstract get item(): ItemView | null

  /** Keeps what is put to the vote at an item; at once where others see it. */
  protected abstract keeps(item: string, change: Partial<Entering>, atOnce?: boolean): void

  /** What was left half entered is in hand again. */
  resume(found: readonly EnteringView[]): void {
    const subject = ({ repeats, writing, ...one }: Entering['between'][number]): Subject => ({ ...one, ...(repeats && { repeats }), ...(writing && { writing }) })
    this.#subjects = Object.fromEntries(found.map(({ item, entering }) => [item, entering.between.map(subject)]))
    this.#series = found.filter(({ entering }) => entering.series).map(({ item }) => item)
  }

  /** Something is being entered at the item, or no more. */
  enters(item: ItemView, on: boolean): void {
    const others = Object.entries(this.entered).filter(([id]) => id !== item.item)
    const known = this.entered[item.item] !== undefined
    if (known && on) this.entered = { ...this.entered, [item.item]: item }
    else if (known || on) this.entered = Object.fromEntries(on ? [...others, [item.item, item]] : others)
  }

  /** What is voted on at an item before the vote in hand goes on, the last one first to be settled. */
  subjectsOf(item: string | undefined): readonly Subject[] {
    return this.#subjects[item ?? ''] ?? []
  }

  get subjects(): readonly Subject[] {
    return this.subjectsOf(this.item?.item)
  }

  set subjects(all: readonly Subject[]) {
    const item = this.item?.item
    if (!item) return
    this.#subjects = { ...this.#subjects, [item]: all }
    this.keeps(item, { between: all.map(asKept) })
  }

  /** Other words are being written for what is in front, or no more; until they are put nobody else sees them. */
  writes(subject: Subject, writing?: RichText): void {
    subject.writing = writing
    if (this.item) this.keeps(this.item.item, { between: this.subjects.map(asKept) }, false)
  }

  seriesOf(item: string | undefined): boolean {
    return this.#series.some((one) => one === item)
  }

  /** The motions on the item are gone through one after the other. */
  get series(): boolean {
    return this.seriesOf(this.item?.item)
  }

  set series(on: boolean) {
    const item = this.item?.item
    const others = this.#series.filter((one) => one !== item)
    this.#series = item && on ? [...others, item] : others
    if (item) this.keeps(item, on ? { series: on } : { series: on, except: null })
  }

  /** What takes the keys of a vote while it can be seen, and says whether it was one; gives back how to stop. */
  takesKeys(press: (key: string) => boolean): () => void {
    this.#voteKeys.push(press)
    return () => { this.#voteKeys.splice(this.#voteKeys.indexOf(press), 1) }
  }

  /** A key of the vote, wherever the focus is not in a text; true if it was one. */
  voteKey(key: string): boolean {
    return this.#voteKeys.toReversed().some((press) => press(key))
  }

  /** A vote is taken up with its wording, or done with. */
  takesUp(item: string, wording?: RichText): void {
    const others = Object.entries(this.earlier).filter(([id]) => id !== item)
    this.earlier = Object.fromEntries(wording ? [...others, [item, wording]] : others)
  }

  /** The chair puts it in other words. */
  reword(wording: RichText): void {
    this.subjects = this.subjects.map((one, index) => (index === this.subjects.length - 1 ? { ...one, wording, writing: undefined } : one))
  }

  /** Numbers that are being entered have the caret again, or the list that is gone through. */
  caretToEntry(): void {
    setTimeout(() => {
      if (document.activeElement?.matches('input, textarea, [role=textbox]')) return
      const seen = (css: string) => [...document.querySelectorAll<HTMLElement>(`[data-area=vote] ${css}`)].find((one) => one.checkVisibility())
      const place = seen('input') ?? seen(':is(ul, ol)[tabindex]')
      place?.focus()
    })
  }
}

function asKept(subject: Subject): Entering['between'][number] {
  return { ...subject, repeats: subject.repeats ?? null, writing: subject.writing ?? null }
}

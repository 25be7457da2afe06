// What stands over the view: one sheet or dialog at a time. One that is left with something typed in it
// waits until it is taken up again or given up.
import { untrack } from 'svelte'
import type { MeetingView } from '../../api/generated'
import { Entered } from './entered.svelte'
import type { Panel } from './panel'
import { belongsToItem, isSame, stands } from './stands'
import { type Found, keepTyped, Typing } from './typing'

export abstract class Over extends Entered {
  #panel = $state.raw<Panel>()
  /** What waits, in the order in which it was left. */
  #begun = $state.raw<readonly Typing[]>([])
  /** Something of it is in the vault. */
  #kept = false
  /** What is typed in what stands over the view. */
  typing = new Typing()

  abstract get view(): MeetingView
  abstract show(panel?: Panel): void
  abstract look(item?: string): Promise<void>

  get panel(): Panel | undefined {
    return this.#panel
  }

  /** What was typed in the one that goes was sent or given up; where another takes its place, it waits. */
  set panel(panel: Panel | undefined) {
    if (panel) this.#waits()
    const again = panel && this.#begun.find((one) => one.panel && isSame(one.panel, panel) && this.#isHere(one))
    this.#begun = this.#begun.filter((one) => one !== again)
    this.typing = again ?? this.#hears(new Typing(panel, this.item?.item))
    this.#panel = panel
    this.#keeps(true)
  }

  /** It goes, and what was typed in it waits. */
  leave(): void {
    this.#waits()
    this.show()
  }

  /** What was begun and can go on. */
  get begun(): readonly Typing[] {
    if (this.view.readOnly) return []
    return this.#begun.filter((one) => one.panel && (!this.#isHere(one) || stands(one.panel, this.view, this.item)))
  }

  /** It stands there again, at its item. */
  async takeUp(typing: Typing): Promise<void> {
    if (!this.#isHere(typing)) await this.look(typing.item)
    if (typing.panel && stands(typing.panel, this.view, this.item)) this.show(typing.panel)
  }

  giveUp(typing: Typing): void {
    this.#begun = this.#begun.filter((one) => one !== typing)
    this.#keeps(true)
  }

  /** What was left half typed over the session stands there again, if it still can. */
  goesOn({ open, left }: Found): void {
    this.#begun = [...left.map((one) => this.#hears(one)), ...this.#begun]
    this.#kept ||= left.length > 0 || open !== undefined
    if (!open?.panel) return
    this.#hears(open)
    if (this.panel || !stands(open.panel, this.view, this.item)) {
      this.#begun = [...this.#begun, open]
      return
    }
    this.typing = open
    this.#panel = open.panel
  }

  /** What is typed waits, if somebody would have to type it again. */
  #waits(): void {
    if (!this.typing.panel || !this.typing.missed) return
    this.#begun = [...this.#begun, this.typing]
    this.typing = new Typing()
  }

  /** Its item is in the middle, if it is of one. */
  #isHere({ panel, item }: Typing): boolean {
    return !panel || !belongsToItem(panel) || item === this.item?.item
  }

  #hears(typing: Typing): Typing {
    typing.changed = (sent) => { this.#keeps(sent && this.#begun.length > 0) }
    return typing
  }

  #keeps(atOnce: boolean): void {
    untrack(() => {
      const open = this.typing.panel && this.typing.typed ? this.typing : undefined
      const some = open !== undefined || this.#begun.length > 0
      if (some || this.#kept) keepTyped(this.view.meeting, open, this.#begun, atOnce)
      this.#kept = some
    })
  }
}

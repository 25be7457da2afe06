// What the parts of the live view share: how an act is recorded, what is open over the view, and
// where the caret goes back to.

import { getContext, setContext } from 'svelte'
import type { ActId, Answer, Closing, Command, Entering, FormOfAddress, ItemView, Matter, MeetingView, Order, RichText, Status } from '../../api/generated'
import { saveDrafts } from '../../editor/drafts'
import { query } from '../../api/client'
import { app, attempt, say } from '../../state/app.svelte'
import { draw } from '../../state/frame'
import { record } from '../../state/meeting.svelte'
import { sameAs } from '../../state/same'
import { type Noted, notedIn } from '../attendance/noted'
import { keepEntering } from '../vote/kept'
import type { Subject } from '../vote/subject'
import { Over } from './over.svelte'
import type { Page, Panel } from './panel'

/** How long what was tapped can be taken back beside it. */
const BACK_MS = 5000

export class Live extends Over {
  page = $state.raw<Page>('session')
  /** A sheet or dialog says itself what was refused in it. */
  panelSpeaks = $state(false)
  /** That the clock was set back was read, and closed. */
  heard = $state(false)
  /** An item that is looked at instead of the current one. */
  looked = $state.raw<ItemView>()
  #lastNote: Promise<unknown> = Promise.resolve()
  #looks = 0
  /** What was tapped last at a seat, and how it is taken back; for a few seconds. */
  tapped = $state.raw<{ seat: string; back: () => Promise<unknown> }>()

  #focusNotes: () => void = () => undefined
  /** Notes that open next take the caret; so do those that a session opens with. */
  #caretDue = true

  constructor(private readonly read: () => MeetingView) {
    super()
  }

  get view(): MeetingView {
    return this.read()
  }

  /** The item in the middle. */
  get item(): ItemView | null {
    return this.looked ?? this.view.current
  }

  /** Looks at an item; without one, or at the current one, back to what is dealt with. */
  async look(item?: string): Promise<void> {
    this.#caretDue = false
    const turn = (this.#looks += 1)
    if (!item || item === this.view.current?.item) {
      this.looked = undefined
      return
    }
    try {
      const looked = await query({ of: 'item', meeting: this.view.meeting, item })
      // Somebody may be looking at something else by now.
      if (turn === this.#looks) this.looked = sameAs(this.looked, looked)
    } catch (cause) {
      say(cause)
    }
  }

  /** Puts something else to the vote; what is being entered waits until that is settled. */
  put(subject: Subject): void {
    this.panel = undefined
    this.subjects = [...this.subjects, subject]
  }

  /** The same for what the record has the words for: somebody's bias, the order of business. */
  async putMatter(matter: Matter): Promise<void> {
    const item = this.item?.item
    const view = item && (await attempt(() => query({ of: 'put', meeting: this.view.meeting, item, matter })))
    if (view) this.put({ matter, title: view.title, wording: view.wording })
  }

  /** The chair puts an item in other words, or as it was proposed; false if that could not be kept. */
  async rewordItem(item: string, wording: RichText | null): Promise<boolean> {
    if (wording && this.earlier[item]) {
      this.earlier = { ...this.earlier, [item]: wording }
      return true
    }
    return (await this.#record(() => ({ of: 'keepWording', meeting: this.view.meeting, item, wording }))) !== undefined
  }

  /** Back to what was being done before. */
  leaveSubject(): void {
    this.subjects = this.subjects.slice(0, -1)
    this.show()
    this.caretToEntry()
  }

  /** Records an act as of now, or of a time of the session ("16:53"). One that is only on the way to the
      next is not shown by itself. */
  async act(command: Command, at?: string, onTheWay = false): Promise<Answer | undefined> {
    const order = (act: ActId): Order => ({
      of: 'act',
      act,
      meeting: this.view.meeting,
      basedOn: null,
      at: at?.trim() ? at.trim() : null,
      command,
    })
    return this.#record(order, onTheWay)
  }

  /** Notes before the opening who is there, and who will chair and keep the minutes. A tap changes what
      the one before has left, however quickly it follows. */
  async note(change: (noted: Noted) => Partial<Noted>): Promise<boolean> {
    const answer = this.#lastNote.then(() => {
      const { noted } = this
      return this.#record(() => ({ of: 'noteOpening', meeting: this.view.meeting, ...noted, ...change(noted) }))
    })
    this.#lastNote = answer.catch(() => undefined)
    return (await answer) !== undefined
  }

  async open(): Promise<void> {
    await this.#lastNote
    await this.#record((act) => ({ of: 'openNoted', act, meeting: this.view.meeting, at: null }))
  }

  /** What was noted before the opening. */
  get noted(): Noted {
    return notedIn(this.view)
  }

  /** Offers for a few seconds to take back what was tapped at a seat; longer while that has the focus. */
  offerBack(seat: string, back: () => Promise<unknown>): void {
    const offer = { seat, back }
    this.tapped = offer
    const end = () => {
      if (this.tapped !== offer) return
      if (document.activeElement?.matches('[data-back]')) setTimeout(end, BACK_MS)
      else this.tapped = undefined
    }
    setTimeout(end, BACK_MS)
  }

  /** Calls an item after what is closed on the way to it, one act each. */
  async call(item: string, closes: readonly Closing[] = []): Promise<void> {
    await this.once(async () => {
      await this.settleText()
      for (const { item, settles } of closes) {
        if (!(await this.act({ type: 'closeItem', item, settles }, undefined, true))) return
      }
      if (await this.act({ type: 'callItem', item })) this.looked = undefined
    })
  }

  async closeItem(item: string, settles: string[]): Promise<boolean> {
    return (await this.settled({ type: 'closeItem', item, settles })) !== undefined
  }

  /** Records an act that goes with the text: what was typed is saved before. */
  async settled(command: Command, at?: string): Promise<Answer | undefined> {
    return this.once(async () => {
      await this.settleText()
      return this.act(command, at)
    })
  }

  /** Saves what was typed. A text that cannot be saved holds nothing up: it is said beside it. */
  async settleText(): Promise<void> {
    await saveDrafts().catch(() => undefined)
  }

  async admit(order: { capacity: 'official' | 'guest'; mode: 'room' | 'remote'; formOfAddress: 'frau' | 'herr' | 'none'; name: string; detail: string; item: string | null }, at: string) {
    return this.#record((act) => ({
      of: 'admitByName',
      act,
      meeting: this.view.meeting,
      at: at.trim() ? at.trim() : null,
      ...order,
    }))
  }

  /** Somebody comes as a guest, as typed: "Frau Ankerbrand, Hochschule". */
  async guest(typed: string): Promise<boolean> {
    return (await this.#record((act) => ({ of: 'admitGuest', act, meeting: this.view.meeting, typed }))) !== undefined
  }

  /** The session goes on on another day. */
  async adjourn(to: { day: string; time: string }, at: string) {
    return this.#record((act) => ({ of: 'adjourn', act, meeting: this.view.meeting, at: at.trim() ? at.trim() : null, ...to }))
  }

  /** Somebody takes a seat whom the directory need not know. */
  async substitute(order: { seat: string; status: Status; formOfAddress: FormOfAddress; name: string; faction: string | null }, at: string) {
    return this.#record((act) => ({
      of: 'substituteByName',
      act,
      meeting: this.view.meeting,
      at: at.trim() ? at.trim() : null,
      ...order,
    }))
  }

  /** Another page in place of the session, or the session again, where the caret goes back to. */
  goTo(page: Page): void {
    this.page = page
    if (page === 'session') this.show()
  }

  /** Shows something over the view, or nothing. */
  show(panel?: Panel): void {
    // What was refused in the one that goes was not kept, and concerns no other.
    if (this.panel && app.message?.tone === 'danger') app.message = undefined
    this.panel = panel
    if (!panel) this.#caretBack()
  }

  /** The notes are open and can take the caret. */
  notesOpen(focus: () => void): void {
    this.#focusNotes = focus
    if (this.#caretDue) this.#caretBack()
  }

  /** Somebody went elsewhere by a key: the caret stays there. */
  leaveCaret(): void {
    this.#caretDue = false
  }

  async #record(order: (act: ActId) => Order, onTheWay = false): Promise<Answer | undefined> {
    this.tapped = undefined
    return this.doing(async () => {
      const { typing } = this
      const act = typing.panel ? typing.act : crypto.randomUUID()
      const answer = await record($state.snapshot<Order>(order(act)), onTheWay)
      if (answer) typing.sent()
      if (this.looked && !(answer && onTheWay)) await this.look(this.looked.item)
      return answer
    })
  }

  protected override keeps(item: string, change: Partial<Entering>, atOnce = true): void {
    keepEntering(this.view.meeting, item, $state.snapshot(change), atOnce)
  }

  protected override arrived(): void {
    draw()
    if (!this.panel) this.#caretBack()
  }

  /** On a tablet the caret would bring the keyboard up over what is tapped next. */
  #caretBack(): void {
    if (this.view.phase === 'prepared' || window.matchMedia('(pointer: coarse)').matches) return
    this.#caretDue = true
    setTimeout(() => {
      const inField = document.activeElement?.matches('input, textarea, select, [role=textbox]')
      if (this.#caretDue && !this.panel && !inField && this.page === 'session') this.#focusNotes()
    })
  }
}

const KEY = Symbol('live')

export function provideLive(read: () => MeetingView): Live {
  return setContext(KEY, new Live(read))
}

export function useLive(): Live {
  return getContext<Live>(KEY)
}

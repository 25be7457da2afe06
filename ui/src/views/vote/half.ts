// A vote while it is entered: its forms find here what was typed before they were left, and say what
// is typed now.
import { getContext, setContext, untrack } from 'svelte'
import type { ActId, Announced, HalfVote, Matter, RichText, Typed, VoteView } from '../../api/generated'
import type { Live } from '../meeting/live.svelte'
import { halfOf, keepHalf, pauseEntering } from './kept'
import type { Put, Subject } from './subject'

type Way = Typed['way']

export class Half {
  /** As it was left; the form that goes on with it is the first that asks. */
  readonly left: HalfVote | undefined
  #now: HalfVote | undefined
  #announced: Announced | null = null
  #note = ''

  constructor(
    private readonly live: Live,
    private readonly item: string,
    private readonly subject: Subject | undefined,
    private readonly put: () => Put,
    private readonly corrects: () => ActId | null,
  ) {
    this.left = halfOf(live.view.meeting, item, subject)
    this.#announced = this.left?.announced ?? null
    this.#note = this.left?.note ?? ''
    this.#now = this.left
  }

  /** What was left, with the result that it corrects or repeats taken up again, in its words. */
  resume(results: readonly VoteView[], takeUp: (result: VoteView, as: 'correction' | 'repetition', wording?: RichText) => void): HalfVote | undefined {
    const { left } = this
    if (!left) return undefined
    const again = results.find(({ act, vote }) => (left.corrects ? act === left.corrects : !this.subject && left.repeats !== null && vote === left.repeats))
    if (again) takeUp(again, left.corrects ? 'correction' : 'repetition', left.wording ?? undefined)
    if (again || !left.corrects) return left
    this.end()
    return undefined
  }

  /** What was typed in this way, while it is the same vote. */
  typed<W extends Way>(way: W): Extract<Typed, { way: W }> | undefined {
    const typed = this.#now?.typed
    return typed?.way === way ? (typed as Extract<Typed, { way: W }>) : undefined
  }

  /** What the chair announced, where that is not what the numbers give, and the note. */
  get said(): { announced: Announced | undefined; note: string } {
    return { announced: this.#announced ?? undefined, note: this.#note }
  }

  /** This is typed now. */
  keep(typed: Typed, matter?: Matter): void {
    this.#change({ typed }, matter)
  }

  /** It is corrected or repeated, in these words. */
  reword(wording: RichText): void {
    if (JSON.stringify(wording) !== JSON.stringify(this.#now?.wording)) this.#change({ wording })
  }

  /** This is said of it. */
  say(announced: Announced | undefined, note: string): void {
    if ((announced ?? null) === this.#announced && note === this.#note) return
    this.#announced = announced ?? null
    this.#note = note
    if (this.#now) this.#keep({ ...this.#now, announced: this.#announced, note })
  }

  /** Nothing is entered any more. */
  end(): void {
    this.#announced = null
    this.#note = ''
    this.#keep(undefined)
  }

  /** Records it; what is still on its way to the vault must not come after it. */
  async recording<T>(record: () => Promise<T | undefined>): Promise<T | undefined> {
    await pauseEntering(this.live.view.meeting, this.item)
    const done = await record()
    if (done === undefined && this.#now) {
      const again = this.#now
      this.#keep(undefined)
      this.#keep(again)
    }
    return done
  }

  #change(change: Partial<HalfVote>, matter?: Matter): void {
    untrack(() => {
      const { majority, repeats, ...put } = this.put()
      const { typed = null, wording = null } = this.#now ?? {}
      this.#keep({ matter: matter ?? put.matter, corrects: this.corrects(), repeats, majority, announced: this.#announced, note: this.#note, typed, wording, ...change })
    })
  }

  #keep(vote: HalfVote | undefined): void {
    this.#now = vote
    keepHalf(this.live.view.meeting, this.item, this.subject, vote)
  }
}

const KEY = Symbol('half')

export function provideHalf(half: Half): Half {
  return setContext(KEY, half)
}

export function useHalf(): Half {
  return getContext<Half>(KEY)
}

// A vote while it is entered: its forms find here what was typed before they were left, and say what
// is typed now.
import { getContext, setContext, untrack } from 'svelte'
import type { ActId, Announced, HalfVote, Matter, RichText, Typed, VoteView } from '../../api/generated'
import type { Live } from '../meeting/live.svelte'
import { halfOf, keepHalf, left, pauseEntering } from './kept'
import type { Put, Subject } from './subject'

type Way = Typed['way']

export class Half {
  /** What was left, to go on with. */
  aside = $state.raw<HalfVote>()
  #now: HalfVote | undefined
  #announced: Announced | null = null
  #note = ''
  /** What is typed in each of the ways of the same vote, and how each began. */
  #ways: Partial<Record<Way, Typed>> = {}
  #began: Partial<Record<Way, string>> = {}
  readonly #key: string

  constructor(
    private readonly live: Live,
    private readonly item: string,
    private readonly subject: Subject | undefined,
    private readonly put: () => Put,
    private readonly corrects: () => ActId | null,
  ) {
    this.#key = JSON.stringify([live.view.meeting, item, subject?.matter])
    const found = halfOf(live.view.meeting, item, subject)
    if (found && left.has(this.#key)) this.aside = found
    else this.#take(found)
  }

  /** What was left, with the result that it corrects or repeats taken up again, in its words. */
  resume(results: readonly VoteView[], takeUp: (result: VoteView, as: 'correction' | 'repetition', wording?: RichText) => void): HalfVote | undefined {
    if (this.aside) this.#take(this.aside)
    const now = this.#now
    if (!now) return undefined
    const again = results.find(({ act, vote }) => (now.corrects ? act === now.corrects : !this.subject && now.repeats !== null && vote === now.repeats))
    if (again) takeUp(again, now.corrects ? 'correction' : 'repetition', now.wording ?? undefined)
    if (again || !now.corrects) return now
    this.end()
    return undefined
  }

  /** The same vote is entered, in whatever way: what was left of it goes on. */
  begins(): HalfVote | undefined {
    const { aside } = this
    if (!aside || aside.corrects !== this.corrects() || aside.repeats !== this.put().repeats) return undefined
    this.#take(aside)
    return aside
  }

  /** What was entered waits, and is offered again. */
  leave(): void {
    const now = this.#now
    const changed = Object.values(this.#ways).filter((one) => JSON.stringify(one) !== this.#began[one.way])
    const typed = changed.find(({ way }) => way === now?.typed?.way) ?? changed.at(-1)
    if (now && (typed ?? this.#note)) {
      this.aside = { ...now, typed: typed ?? now.typed }
      left.set(this.#key, changed)
    }
    this.end()
  }

  /** What was left is not gone on with. */
  giveUp(): void {
    this.aside = undefined
    left.delete(this.#key)
    this.#keep(this.#now)
  }

  /** What was typed in this way, while it is the same vote. */
  typed<W extends Way>(way: W): Extract<Typed, { way: W }> | undefined {
    return this.#ways[way] as Extract<Typed, { way: W }> | undefined
  }

  /** What the chair announced, where that is not what the numbers give, and the note. */
  get said(): { announced: Announced | undefined; note: string } {
    return { announced: this.#announced ?? undefined, note: this.#note }
  }

  /** This is typed now. */
  keep(typed: Typed, matter?: Matter): void {
    this.#ways[typed.way] = typed
    this.#began[typed.way] ??= JSON.stringify(typed)
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

  /** Nothing is entered any more; what was left waits on. */
  end(): void {
    this.#announced = null
    this.#note = ''
    this.#ways = {}
    this.#began = {}
    if (!this.aside) left.delete(this.#key)
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

  /** It is entered on as it was left. */
  #take(vote: HalfVote | undefined): void {
    this.aside = undefined
    this.#now = vote
    this.#announced = vote?.announced ?? null
    this.#note = vote?.note ?? ''
    const ways = [...(left.get(this.#key) ?? []), ...(vote?.typed ? [vote.typed] : [])]
    for (const typed of vote ? ways : []) {
      this.#ways[typed.way] = typed
      // Whatever becomes of it, it was typed.
      this.#began[typed.way] = ''
    }
    left.delete(this.#key)
  }

  #keep(vote: HalfVote | undefined): void {
    this.#now = vote
    keepHalf(this.live.view.meeting, this.item, this.subject, vote ?? this.aside)
  }
}

const KEY = Symbol('half')

export function provideHalf(half: Half): Half {
  return setContext(KEY, half)
}

export function useHalf(): Half {
  return getContext<Half>(KEY)
}

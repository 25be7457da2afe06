// A round as it is typed: its numbers, and what they mean, asked with every key. The votes for one
// candidate alone are what remains until they are typed.
import { apiError, query } from '../../api/client'
import type { ApiError, RoundForm, RoundPreview, RoundTally, TypedRound } from '../../api/generated'

/** What is counted beside the votes for persons. */
export const OTHERS = ['no', 'abstain', 'invalid', 'blank'] as const
export type Other = (typeof OTHERS)[number]
export const PAPERS = ['handedOut', 'returned'] as const
export type Papers = (typeof PAPERS)[number]

export class Round {
  votes = $state.raw<Readonly<Record<string, number | null>>>({})
  others = $state.raw<Readonly<Partial<Record<Other | Papers, number | null>>>>({})
  tellers = $state.raw<string[]>([])
  /** The votes of the only candidate are what remains. */
  remains = $state(false)
  preview = $state.raw<RoundPreview>()
  fault = $state.raw<ApiError>()
  #asked = 0

  constructor(
    private readonly meeting: string,
    private form: RoundForm,
    /** The act of the round that is corrected. */
    private readonly corrects: string | null,
    before: RoundTally | undefined,
    left?: TypedRound,
  ) {
    if (left) {
      const { no, abstain, invalid, blank, handedOut, returned, tellers } = left.papers
      this.remains = left.remains
      this.votes = Object.fromEntries(left.candidates.map((one) => [one.person, one.votes]))
      this.others = { no, abstain, invalid, blank, handedOut, returned }
      this.tellers = [...tellers]
    } else if (before) {
      this.votes = Object.fromEntries(before.candidates.map((one) => [one.person, one.votes]))
      const { no, abstain, invalid, blank, ballots } = before
      this.others = { no: no ?? null, abstain: abstain ?? null, invalid: invalid ?? null, blank: blank ?? null, handedOut: ballots?.handedOut ?? null, returned: ballots?.returned ?? null }
      this.tellers = [...(before.tellers ?? [])]
    } else {
      this.remains = form.candidates.length === 1 && !form.byBallot
    }
  }

  /** Who may vote or stands has changed: what was typed stays. */
  follow(form: RoundForm): Promise<void> {
    this.form = form
    return this.ask()
  }

  votesOf(person: string): number | null {
    return this.remains ? (this.preview?.rest ?? 0) : (this.votes[person] ?? null)
  }

  setVotes(person: string, value: number | null): Promise<void> {
    this.remains = false
    this.votes = { ...this.votes, [person]: value }
    return this.ask()
  }

  setOther(which: Other | Papers, value: number | null): Promise<void> {
    this.others = { ...this.others, [which]: value }
    return this.ask()
  }

  get tally(): RoundTally {
    return this.#tally((person) => this.votesOf(person) ?? 0)
  }

  /** As it is kept while it is entered. */
  get typed(): TypedRound {
    const { no, abstain, invalid, blank, handedOut, returned } = this.others
    return {
      way: 'round',
      remains: this.remains,
      candidates: this.form.candidates.map(({ person }) => ({ person, votes: this.votes[person] ?? null })),
      papers: { yes: null, no: no ?? null, abstain: abstain ?? null, invalid: invalid ?? null, blank: blank ?? null, handedOut: handedOut ?? null, returned: returned ?? null, tellers: this.tellers },
    }
  }

  /** Asks what the numbers mean; a late answer never replaces a newer one. */
  async ask(): Promise<void> {
    this.#asked += 1
    const asked = this.#asked
    try {
      const preview = await this.#query(this.tally)
      if (asked !== this.#asked) return
      this.preview = preview
      this.fault = undefined
    } catch (cause) {
      if (asked === this.#asked) this.fault = apiError(cause)
    }
  }

  #query(tally: RoundTally): Promise<RoundPreview> {
    return query({ of: 'round', meeting: this.meeting, election: this.form.election, tally, rest: this.remains, corrects: this.corrects })
  }

  #tally(votesOf: (person: string) => number): RoundTally {
    const { no, abstain, invalid, blank, handedOut, returned } = this.others
    const papers = [handedOut, returned].some((number) => typeof number === 'number')
    return {
      candidates: this.form.candidates.map(({ person }) => ({ person, votes: votesOf(person) })),
      no: no ?? 0,
      abstain: abstain ?? 0,
      invalid: invalid ?? 0,
      blank: blank ?? 0,
      ...(papers && { ballots: { handedOut: handedOut ?? 0, returned: returned ?? 0 } }),
      tellers: this.tellers,
    }
  }
}

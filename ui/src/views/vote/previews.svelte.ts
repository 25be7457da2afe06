// Asks what is being entered would mean, with every key; a late answer never replaces a newer one.
import { apiError, query } from '../../api/client'
import type { ApiError, FactionsPreview, FactionVotes, Tally, VotePreview } from '../../api/generated'
import type { Put } from './subject'

export class Asking<I, T> {
  now = $state.raw<T>()
  fault = $state.raw<ApiError>()
  #asked = 0

  constructor(private readonly question: (input: I) => Promise<T>) {}

  /** The answer; none when it was overtaken or failed. */
  async ask(input: I): Promise<T | undefined> {
    this.#asked += 1
    const asked = this.#asked
    try {
      const answer = await this.question(input)
      if (asked !== this.#asked) return undefined
      this.now = answer
      this.fault = undefined
      return answer
    } catch (cause) {
      if (asked === this.#asked) this.fault = apiError(cause)
      return undefined
    }
  }
}

/** What numbers mean; `put` as it stands when it is asked, `corrects` the act that is corrected. */
export function previews(meeting: string, put: () => Put, corrects: string | null): Asking<Tally, VotePreview> {
  return new Asking((tally) => query({ of: 'vote', meeting, ...put(), tally, corrects }))
}

/** The same for the votes of factions. */
export function factionPreviews(meeting: string, put: () => Put, corrects: string | null): Asking<FactionVotes[], FactionsPreview> {
  return new Asking((rows) => query({ of: 'voteByFaction', meeting, ...put(), rows, corrects }))
}

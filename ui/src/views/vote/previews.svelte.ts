// Asks what numbers mean, with every key; a late answer never replaces a newer one.
import { apiError, query } from '../../api/client'
import type { ApiError, Tally, VotePreview } from '../../api/generated'
import type { Put } from './subject'

export class Previews {
  now = $state.raw<VotePreview>()
  fault = $state.raw<ApiError>()
  #asked = 0

  constructor(
    private readonly meeting: string,
    /** What is put to the vote, as it stands when it is asked. */
    private readonly put: () => Put,
    /** The act of the vote that is corrected. */
    private readonly corrects: string | null,
  ) {}

  /** The preview of a tally; none when it was overtaken or failed. */
  async ask(tally: Tally): Promise<VotePreview | undefined> {
    this.#asked += 1
    const asked = this.#asked
    try {
      const preview = await query({ of: 'vote', meeting: this.meeting, ...this.put(), tally, corrects: this.corrects })
      if (asked !== this.#asked) return undefined
      this.now = preview
      this.fault = undefined
      return preview
    } catch (cause) {
      if (asked === this.#asked) this.fault = apiError(cause)
      return undefined
    }
  }
}

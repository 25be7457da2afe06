// How a vote can be taken on what is put: on somebody's bias the person has no vote.
import { query } from '../../api/client'
import type { ItemView, VoteForm } from '../../api/generated'
import { attempt } from '../../state/app.svelte'
import type { Live } from '../meeting/live.svelte'
import type { Put } from './subject'

/** Asked anew whenever the session moved on; until the answer comes the form of the item stands. */
export class Voters {
  private readonly item: () => ItemView
  private concerned = $state.raw<VoteForm | null>(null)

  constructor(live: Live, item: () => ItemView, put: () => Put) {
    this.item = item
    $effect(() => {
      const { item: of, matter } = put()
      if (!item().voteForm || typeof matter !== 'object' || !('recusal' in matter)) this.concerned = null
      else void attempt(() => query({ of: 'put', meeting: live.view.meeting, item: of, matter })).then((view) => { this.concerned = view?.form ?? null })
    })
  }

  get form(): VoteForm | null {
    const { voteForm } = this.item()
    return voteForm && (this.concerned ?? voteForm)
  }
}

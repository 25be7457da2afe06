// The ways to vote that have a form of their own, with their keys.
import type { VoteForm } from '../../api/generated'
import { vote as words } from '../../text/vote'
import type { VoteWay } from './mode'

export interface Way {
  value: VoteWay
  label: string
  /** Beside others in a row. */
  short: string
  key: string
}

/** Votes by faction only where there are factions. */
export function waysOf(form: VoteForm | null): Way[] {
  if (!form) return []
  return [
    { value: 'count', label: words.count, short: words.count, key: 'A' },
    ...(form.factions.length > 0 ? [{ value: 'factions' as const, label: words.byFaction, short: words.factions, key: 'F' }] : []),
    { value: 'roll', label: words.rollCall, short: words.rollCall, key: 'N' },
    { value: 'secret', label: words.secret, short: words.secret, key: 'G' },
  ]
}

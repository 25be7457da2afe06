// What became of the vote on the exclusion of the public.
import type { Announced, Tally } from '../../api/generated'

/** There was none, its numbers are not known yet, or what they give. */
export type Exclusion = { kind: 'none' } | { kind: 'open' } | { kind: 'voted'; tally: Tally; announced: Announced }

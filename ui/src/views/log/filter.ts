// Which entries of the log are shown: what they are about, and letters that stand in them.
import type { LogRow } from '../../api/generated'
import { rank } from '../../components/shared/search'
import type { log } from '../../text/log'

export type LogFilter = keyof typeof log.filters

/** The entries that fit, in their order. */
export function sift(rows: readonly LogRow[], filter: LogFilter, typed: string): LogRow[] {
  return rows.filter((row) => about(row, filter) && rank(typed, said(row)) !== undefined)
}

function about(row: LogRow, filter: LogFilter): boolean {
  if (filter === 'all') return true
  return filter === 'corrections' ? row.corrects : row.kind === filter
}

const said = ({ time, words, replaces, entered, withdrawn }: LogRow) => [time, words, replaces, entered, withdrawn].join(' ')

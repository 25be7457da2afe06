// What the page of the quorum says itself need not be said beside it.
import type { QuorumView } from '../../api/generated'

/** A sentence there can be the head of a line here, and hold its parts together by fixed blanks. */
const plain = (words: string) => words.replace(/\s+/gu, ' ').trim().replace(/\.$/u, '').toLowerCase()

/** Those of the sentences that do not stand on the page. */
export function unsaid(sentences: readonly string[], quorum: QuorumView): string[] {
  const { law, legal, needsDecision, reasons, remedy, tests } = quorum
  const there = new Set([law, legal.words, remedy, ...tests.flatMap(({ words, why }) => [words, why]), ...[...reasons, ...needsDecision].map(({ text }) => text)].map(plain))
  return sentences.filter((one) => !there.has(plain(one)))
}

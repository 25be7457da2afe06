// How typed letters find something: every one of them begins a word, with umlauts typed as ae, oe, ue
// or without their dots.

/** A word as it can be typed: without marks, and with umlauts written out. */
function spellings(word: string): string[] {
  const plain = word.toLocaleLowerCase('de').replaceAll('ß', 'ss')
  const bare = strip(plain)
  const written = strip(plain.normalize('NFC').replace(/[äöü]/g, (letter) => `${strip(letter)}e`))
  return bare === written ? [bare] : [bare, written]
}

function strip(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '')
}

const wordsOf = (text: string) => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean)

/** How well typed letters fit a text: 0 where it begins with them, more the later their words stand;
    none where a part of them begins no word of it. */
export function rank(typed: string, text: string): number | undefined {
  const words = wordsOf(text).map(spellings)
  let sum = 0
  let expected = 0
  for (const part of wordsOf(typed).map(spellings)) {
    const begins = (word: string[]) => part.some((letters) => word.some((one) => one.startsWith(letters)))
    // "TOP 3" means the third item, and not the word 3 somewhere before.
    const from = words.slice(expected).findIndex(begins)
    const at = from >= 0 ? from + expected : words.findIndex(begins)
    if (at < 0) return undefined
    sum += Math.abs(at - expected)
    expected = at + 1
  }
  return sum
}

/** Whether typed letters begin words of a text. */
export function fits(typed: string, text: string): boolean {
  return rank(typed, text) !== undefined
}

/** What fits, the best first; of equals the one that stood first. */
export function search<T>(typed: string, all: readonly T[], textOf: (one: T) => string): T[] {
  const ranked = all.flatMap((one) => {
    const place = rank(typed, textOf(one))
    return place === undefined ? [] : [{ one, place }]
  })
  return ranked.sort((one, other) => one.place - other.place).map(({ one }) => one)
}

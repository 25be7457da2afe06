// How strong a passphrase is, said honestly: by length, variety and the plainest patterns. A
// dictionary would know more words; it would weigh more than the whole program.

export type Strength = 'none' | 'weak' | 'fair' | 'good' | 'strong'

const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertzuiopü', 'asdfghjklöä', 'yxcvbnm']
const COMMON = /passwor[td]|kennwort|geheim|sitzungs?(buch)?|schriftführ|ausschuss|kreistag|landkreis|hallo|willkommen|admin/gu

/** Whether two neighbours say nothing new: the same again, or the next on the keyboard. */
function foreseen(one: string, other: string): boolean {
  return one === other || ROWS.some((row) => row.includes(one + other) || row.includes(other + one))
}

/** What of it an attacker has to guess: characters that do not follow from the one before. A common
    word counts as two. */
function surprising(text: string): number {
  const short = Array.from(text.toLowerCase().replace(COMMON, '\u{1}\u{2}'))
  return short.filter((sign, index) => index === 0 || !foreseen(short[index - 1] ?? '', sign)).length
}

/** Judges a passphrase. */
export function strength(passphrase: string): Strength {
  const text = passphrase.trim()
  if (text === '') return 'none'
  const variety = new Set(text.toLowerCase()).size
  const length = Math.min(surprising(text), variety * 2)
  const weight = /^\d+$/u.test(text) ? length / 2 : length
  if (weight < 7) return 'weak'
  if (weight < 10) return 'fair'
  return weight < 17 ? 'good' : 'strong'
}

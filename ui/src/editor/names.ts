// How a name comes into the text: who is meant by the letters that were typed, in which form, and
// what of it stands there already. The forms are those of the backend; nothing is inflected here.

import type { NameCase, NameForm, Speaker } from '../api/generated'
import { fits, search } from '../components/shared/search'

/** Abbreviations in the midst of a sentence; after other dots one begins. */
const SHORTENED = /(?:^|[\s(\u00a0])(?:\p{L}{1,2}|bzw|ggf|vgl|sog|evtl|inkl|insb|gem|lfd|usw|Abs|Art|Nrn)\.\s$/u

/** How the words stand behind what is written, and how much of that they take the place of. */
export function placed(words: string, before: string): { words: string; back: number } {
  const back = overlap(words, before)
  const rest = before.slice(0, before.length - back)
  const begins = rest.trim() === '' || (/[.!?][“‘)]?\s$/u.test(rest) && !SHORTENED.test(rest))
  return { words: begins ? words.slice(0, 1).toLocaleUpperCase('de') + words.slice(1) : words, back }
}

/** What of the words was typed already: "Herrn " before "Herrn KA Hollenstedt". */
function overlap(words: string, before: string): number {
  const typed = before.toLocaleLowerCase('de')
  for (let at = words.lastIndexOf(' '); at > 0; at = words.lastIndexOf(' ', at - 1)) {
    const head = words.slice(0, at + 1).toLocaleLowerCase('de')
    if (typed.endsWith(head) && !/[\p{L}\p{N}]$/u.test(typed.slice(0, -head.length))) return head.length
  }
  return 0
}

/** The form that fits what is written, else the one that is wanted, else the usual one. */
export function formFor(speaker: Speaker, before: string, wanted?: NameCase): number {
  const fitting = speaker.forms.map(({ words }) => overlap(words, before))
  const most = Math.max(...fitting)
  if (most > 0) return fitting.indexOf(most)
  const known = wanted ? speaker.forms.findIndex(({ cases }) => cases.includes(wanted)) : 0
  return Math.max(known, 0)
}

/** Who has a name that begins with the letters; nobody whose name stands there already in full. */
export function called(speakers: readonly Speaker[], letters: string, before: string): Speaker[] {
  const written = (before + letters).toLocaleLowerCase('de')
  const whole = ({ words }: NameForm) => written.endsWith(words.toLocaleLowerCase('de'))
  return speakers.filter((one) => fits(letters, one.name) && !one.forms.some(whole))
}

/** For a contribution: without letters who is there, those who spoke last first. */
export function speaking(speakers: readonly Speaker[], letters: string, lines: readonly string[]): Speaker[] {
  if (letters.trim() !== '') return search(letters, speakers, ({ name, detail }) => `${name} ${detail}`)
  const spoke = lastSpeakers(speakers, lines)
  return [...spoke, ...speakers.filter((one) => one.there && !spoke.includes(one))]
}

/** Who spoke in these lines, the last one first; but whoever spoke just now is answered by another. */
function lastSpeakers(speakers: readonly Speaker[], lines: readonly string[]): Speaker[] {
  const begins = (line: string) => (one: Speaker) =>
    one.forms.some(({ words, cases }) => cases.includes('nominative') && line.toLocaleLowerCase('de').startsWith(`${words.toLocaleLowerCase('de')} `))
  const spoke = [...new Set(lines.flatMap((line) => speakers.find(begins(line)) ?? []).reverse())]
  return [...spoke.slice(1), ...spoke.slice(0, 1)]
}

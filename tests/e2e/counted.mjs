// What a finger and a keyboard do, counted by the window itself, and the tables of the README that say
// what was counted.
import { readFile } from 'node:fs/promises'
import { ours } from './programs.mjs'

/** Counts in the window: a finger or a pointer that goes down is 1, a key is 1. What is typed into a
 * field is none, and keys that are only held with another are none. */
const COUNT = `
  window.gestures = 0
  const typed = (event) => event.key.length === 1 && !event.ctrlKey && !event.altKey
    && event.target.matches('input:not([type=radio], [type=checkbox]), textarea, [role=textbox], [role=textbox] *')
  addEventListener('pointerdown', (event) => { if (event.isTrusted) window.gestures += 1 }, true)
  addEventListener('keydown', (event) => {
    if (event.isTrusted && !['Shift', 'Control', 'Alt'].includes(event.key) && !typed(event)) window.gestures += 1
  }, true)`

/** The window counts from here on. */
export function count(window) {
  return window.js(COUNT)
}

/** What was counted so far. */
export function counted(window) {
  return window.js('return window.gestures')
}

/** The README says this under "Taps and keys". */
export async function inReadme(lines) {
  const readme = await readFile(ours('README.md'), 'utf8')
  const [section] = readme.split('## Taps and keys')[1]?.split('\n## ') ?? ['']
  const said = lines.join('\n')
  if (!`${section}\n`.includes(`\n\n${said}\n\n`)) throw new Error(`README.md, "Taps and keys", has to say:\n${said}`)
}

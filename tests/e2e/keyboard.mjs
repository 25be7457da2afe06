// A clerk without a pointer: keys, and after each of them a look where the focus is. It is never
// lost, never outside what stands over the view, in sight, and drawn.
import { KEY } from './driver.mjs'

/** How a key is called in the list of F1. */
const NAMES = {
  [KEY.tab]: 'Tab', [KEY.enter]: 'Enter', [KEY.escape]: 'Esc', [KEY.space]: 'Leertaste', [KEY.backspace]: 'Rück',
  [KEY.left]: 'Pfeiltasten', [KEY.right]: 'Pfeiltasten', [KEY.up]: 'Pfeiltasten', [KEY.down]: 'Pfeiltasten',
  [KEY.pageUp]: 'Bild auf', [KEY.pageDown]: 'Bild ab', [KEY.shift]: 'Umschalt', [KEY.control]: 'Strg', [KEY.alt]: 'Alt',
  [KEY.f1]: 'F1', [KEY.f2]: 'F2', [KEY.f4]: 'F4', [KEY.f6]: 'F6', [KEY.f8]: 'F8', [KEY.f9]: 'F9', [KEY.f10]: 'F10',
}

/** Groups of the list of which every key is played. */
const PLAYED = ['Überall', 'Laufende Sitzung']
/** WebDriver has no name for this key. */
const UNREACHABLE = 'Menütaste'

/** Arrows that do something of their own together with another key. */
const ARROWS = { [KEY.left]: 'Pfeil links', [KEY.right]: 'Pfeil rechts', [KEY.up]: 'Pfeil auf', [KEY.down]: 'Pfeil ab' }

const FOCUS = `
  const one = document.activeElement
  if (!one || one === document.body || one === document.documentElement) return null
  const plain = (text) => (text ?? '').replace(/\\s+/g, ' ').trim()
  const top = [...document.querySelectorAll('dialog[open]')].at(-1)
  const box = one.getBoundingClientRect()
  const ring = (e) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(e)
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== 'rgba(0, 0, 0, 0)'
  }
  let ringed = false
  for (let e = one; e && !ringed; e = e.parentElement) ringed = ring(e)
  const labelled = document.getElementById(one.getAttribute('aria-labelledby'))
  return {
    name: plain(one.getAttribute('aria-label') ?? labelled?.textContent ?? one.labels?.[0]?.textContent
      ?? one.querySelector('.kern-label')?.textContent ?? one.textContent),
    inside: !top || top.contains(one),
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    ringed,
  }`

export class Keyboard {
  #window
  /** Every key that was pressed, as the list names it. */
  #used = new Set()

  constructor(window) {
    this.#window = window
  }

  /** Presses keys: chords as lists, everything else in `KEY`, letters for what stands in the list. */
  async press(...chords) {
    for (const chord of chords) {
      const named = Array.isArray(chord) ? chord.map((key) => ARROWS[key] ?? NAMES[key] ?? key.toUpperCase()).join('+') : (NAMES[chord] ?? chord)
      this.#used.add(named)
    }
    await this.#window.press(...chords)
  }

  /** Types a text; that is no key of the list. */
  type(text) {
    return this.#window.press(text)
  }

  /** Where the focus is now; an error where nobody could go on from. */
  async focus() {
    await this.#window.settle()
    const focus = await this.#window.js(FOCUS)
    if (!focus) throw new Error('the focus is lost')
    for (const [right, fault] of [[focus.inside, 'is behind a dialog'], [focus.seen, 'is out of sight'], [focus.ringed, 'is not drawn']]) {
      if (!right) throw new Error(`the focus ${fault}: „${focus.name}“`)
    }
    return focus
  }

  /** The focus comes to what is called so. */
  async at(name) {
    await this.#window.until(`the focus at „${name}“`, `
      const focus = (() => {${FOCUS}})()
      return focus?.name.startsWith(arguments[0])`, name)
    return this.focus()
  }

  /** Goes on by Tab as far as what is called so. */
  async to(name, { back = false } = {}) {
    const passed = []
    for (let turn = 0; turn < 120; turn += 1) {
      await this.press(back ? [KEY.shift, KEY.tab] : KEY.tab)
      const focus = await this.focus()
      if (focus.name.startsWith(name)) return focus
      passed.push(focus.name.slice(0, 40))
    }
    throw new Error(`Tab does not come to „${name}“: ${passed.join(' | ')}`)
  }

  /** The list of F1 names every key that was pressed, and of its groups about the session none that was not. */
  async listed() {
    await this.press(KEY.f1)
    await this.#window.find('dialog[open] kbd')
    const rows = await this.#window.js(`
      return [...document.querySelectorAll('dialog[open] dl div')].map((row) => [row.closest('section').querySelector('h3').textContent, ...[...row.children].map((one) => one.textContent.trim())])`)
    await this.press(KEY.escape)
    const known = new Set(rows.flatMap(([, keys, act]) => [...keys.split(', '), ...act.split(/[^\wÄÖÜäöüß+]+/)]))
    const places = (key) => /^Alt\+[1-9]$/.test(key)
    const missing = [...this.#used].filter((key) => !known.has(key) && !(places(key) && known.has('Alt+1 bis 9')))
    if (missing.length > 0) throw new Error(`not in the list of keys: ${missing.join(', ')}`)
    const used = new Set([...this.#used].map((key) => (places(key) ? 'Alt+1 bis 9' : key)))
    const promised = rows.filter(([group]) => PLAYED.includes(group)).flatMap(([, keys]) => keys.split(', '))
    const idle = promised.filter((key) => !used.has(key) && key !== UNREACHABLE)
    if (idle.length > 0) throw new Error(`in the list of keys, but never pressed: ${idle.join(', ')}`)
  }
}

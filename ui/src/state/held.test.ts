// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ignoreHeld } from './held'

let stop: () => void
const heard: string[] = []
const listen = (event: KeyboardEvent) => heard.push(event.key)

beforeEach(() => {
  heard.length = 0
  document.body.innerHTML = '<button>Festhalten</button><input><div role="textbox"><p>Text</p></div>'
  stop = ignoreHeld()
  window.addEventListener('keydown', listen)
})
afterEach(() => {
  stop()
  window.removeEventListener('keydown', listen)
})

/** Holds a key down; how often it was heard. */
function hold(css: string, key: string, more: KeyboardEventInit = {}): number {
  for (const repeat of [false, true, true]) {
    document.querySelector(css)?.dispatchEvent(new KeyboardEvent('keydown', { key, repeat, bubbles: true, cancelable: true, ...more }))
  }
  return heard.length
}

it.each([
  ['button', 'Enter', {}],
  ['body', 'j', {}],
  ['body', 'F2', {}],
  ['input', 'F2', {}],
  ['input', 'Enter', {}],
  ['[role=textbox] p', 'Enter', { ctrlKey: true }],
  ['[role=textbox] p', 'Z', { ctrlKey: true, shiftKey: true }],
  ['body', 'ArrowUp', { altKey: true }],
])('hears a held key once: %s %s', (css, key, more) => {
  expect(hold(css, key, more)).toBe(1)
})

it.each([
  ['[role=textbox] p', 'Enter', {}],
  ['[role=textbox] p', 'a', {}],
  ['[role=textbox] p', 'z', { ctrlKey: true }],
  ['[role=textbox] p', 'ArrowRight', { ctrlKey: true, shiftKey: true }],
  ['input', 'Backspace', {}],
  ['input', 'ArrowUp', {}],
  ['body', 'PageDown', {}],
])('repeats what writes or moves: %s %s', (css, key, more) => {
  expect(hold(css, key, more)).toBe(3)
})

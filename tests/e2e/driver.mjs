// A small W3C WebDriver client, straight to WebKitWebDriver. Every request has a deadline. It knows
// nothing of the application and starts no process; stage.mjs does that.
import { writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { inflateSync } from 'node:zlib'

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
const DEADLINE = 30_000

/** Keys by name, as WebDriver writes them. */
export const KEY = {
  backspace: '\uE003', tab: '\uE004', enter: '\uE007', shift: '\uE008', control: '\uE009', alt: '\uE00A',
  escape: '\uE00C', space: ' ', pageUp: '\uE00E', pageDown: '\uE00F', end: '\uE010', home: '\uE011',
  left: '\uE012', up: '\uE013', right: '\uE014', down: '\uE015', delete: '\uE017',
  f1: '\uE031', f2: '\uE032', f3: '\uE033', f4: '\uE034', f6: '\uE036', f7: '\uE037', f8: '\uE038', f9: '\uE039', f10: '\uE03A',
}

/** One window under control. */
export class Driver {
  #server
  #session = ''

  constructor(server) {
    this.#server = server
  }

  /** Starts the program in a new session. */
  async open(binary) {
    const options = { 'webkitgtk:browserOptions': { binary, args: [] } }
    const value = await this.#send('POST', '/session', { capabilities: { alwaysMatch: options } }, 60_000)
    this.#session = `/session/${value.sessionId}`
    await this.#call('POST', '/timeouts', { script: DEADLINE, implicit: 0 })
  }

  /** Ends the session. The program may be gone already. */
  async close() {
    if (this.#session) await this.#call('DELETE', '', undefined, 5_000).catch(() => {})
    this.#session = ''
  }

  /** Goes over to another window: one whose page is called so, once it is there. */
  async switchTo(title) {
    const end = Date.now() + DEADLINE
    while (!(await this.reaches(title))) {
      if (Date.now() > end) throw new Error(`no window „${title}“`)
      await sleep(50)
    }
  }

  /** Goes over to the window whose page is called so; false where there is none now. */
  async reaches(title) {
    for (const handle of await this.#call('GET', '/window/handles')) {
      await this.#call('POST', '/window', { handle }).catch(() => {})
      // A window that is just opening or closing has none.
      if ((await this.#call('GET', '/title').catch(() => '')) === title) return true
    }
    return false
  }

  /** Runs JavaScript as the body of a function with `arguments`; a promise is waited for. */
  js(script, ...args) {
    return this.#call('POST', '/execute/sync', { script, args })
  }

  /** Like `js`; the script calls its last argument with the answer. */
  async(script, ...args) {
    return this.#call('POST', '/execute/async', { script, args }, 60_000)
  }

  /** Waits until a script gives something true, and gives it back. */
  async until(what, script, ...args) {
    const end = Date.now() + DEADLINE
    for (;;) {
      const value = await this.js(script, ...args)
      if (value) return value
      if (Date.now() > end) throw new Error(`not seen in time: ${what}`)
      await sleep(25)
    }
  }

  /** The first element that a CSS selector finds, once it is there. */
  async find(css) {
    return this.until(css, 'return document.querySelector(arguments[0])', css)
  }

  /** The first visible element of a kind that shows or is called this text, once it is there. */
  async named(text, kinds = 'button, a[href], [role=button], [role=tab], [role=menuitem], [role=option], label') {
    return this.until(`${kinds} „${text}“`, `
      const plain = (s) => (s ?? '').replace(/\\s+/g, ' ').trim()
      const all = [...document.querySelectorAll(arguments[1])].filter((one) => one.checkVisibility())
      const called = (one) => [one.getAttribute('aria-label'), one.textContent].map(plain)
      return all.find((one) => called(one).includes(arguments[0]))
        ?? all.find((one) => called(one).some((name) => name.startsWith(arguments[0])))`, text, kinds)
  }

  /** The input that a label names. */
  async field(label) {
    return this.until(`field „${label}“`, `
      const plain = (s) => (s ?? '').replace(/\\s+/g, ' ').trim()
      const labels = [...document.querySelectorAll('label')]
      const found = labels.find((one) => plain(one.textContent) === arguments[0])
        ?? labels.find((one) => plain(one.textContent).startsWith(arguments[0]))
      return found?.control ?? document.querySelector(\`[aria-label="\${CSS.escape(arguments[0])}"]\`)`, label)
  }

  /** Clicks an element; where a part of the window is scrolled, it comes into sight first. */
  async click(element) {
    await this.js('arguments[0].scrollIntoView({ block: "nearest" })', element)
    return this.#call('POST', `/element/${element[ELEMENT]}/click`, {})
  }

  type(element, text) {
    return this.#call('POST', `/element/${element[ELEMENT]}/value`, { text })
  }

  clear(element) {
    return this.#call('POST', `/element/${element[ELEMENT]}/clear`, {})
  }

  async text(css) {
    return this.js('return document.querySelector(arguments[0])?.innerText ?? null', css)
  }

  /** Puts a text into the element that has the focus as one paste: long texts are not typed. */
  async paste(text) {
    await this.#paste('text/plain', text)
  }

  /** The same with what a web page or a word processor puts on the clipboard. */
  async pasteHtml(html) {
    await this.#paste('text/html', html)
  }

  async #paste(kind, text) {
    await this.js(`
      const data = new DataTransfer()
      data.setData(arguments[1], arguments[0])
      const one = document.activeElement
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      if (one.dispatchEvent(event) && arguments[1] === 'text/plain') document.execCommand('insertText', false, arguments[0])`, text, kind)
  }

  /** Presses keys: each argument is a text to type, or a list of keys that are held together. */
  async press(...chords) {
    const actions = []
    for (const chord of chords) {
      const held = Array.isArray(chord)
      const keys = held ? chord : [...chord]
      for (const key of keys) {
        actions.push({ type: 'keyDown', value: key })
        if (!held) actions.push({ type: 'keyUp', value: key })
      }
      if (held) for (const key of [...keys].reverse()) actions.push({ type: 'keyUp', value: key })
    }
    await this.#call('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] }, 60_000)
  }

  /** Touches the middle of an element; `hold` milliseconds for a long press. */
  async touch(element, hold = 0) {
    await this.js('arguments[0].scrollIntoView({ block: "nearest" })', element)
    const actions = [
      { type: 'pointerMove', duration: 0, origin: element, x: 0, y: 0 },
      { type: 'pointerDown', button: 0 },
      { type: 'pause', duration: hold },
      { type: 'pointerUp', button: 0 },
    ]
    const finger = { type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions }
    await this.#call('POST', '/actions', { actions: [finger] })
  }

  /** Puts a finger on an element, slides to where another is then, and lifts it. */
  async slide(element, target) {
    const finger = (...actions) => this.#call('POST', '/actions', {
      actions: [{ type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions }],
    })
    const to = (origin) => ({ type: 'pointerMove', duration: 50, origin, x: 0, y: 0 })
    await finger(to(element), { type: 'pointerDown', button: 0 }, { ...to('pointer'), y: -120 })
    await finger(to(await target()), { type: 'pointerUp', button: 0 })
  }

  /** Gives the window a size. */
  async resize(width, height) {
    await this.#call('POST', '/window/rect', { x: 0, y: 0, width, height })
    await this.until(`${width}x${height}`, 'return innerWidth === arguments[0] && innerHeight === arguments[1]', width, height)
  }

  /** Waits for two frames, so that what is seen is what was last asked for. */
  settle() {
    return this.async(`const done = arguments[0]
      requestAnimationFrame(() => requestAnimationFrame(() => done(true)))`)
  }

  /** Takes a picture; one that has a single colour is taken again. The driver takes it when something
   * is painted next, so a point that nobody sees is painted over and over meanwhile. */
  async picture(file) {
    const end = Date.now() + DEADLINE
    await this.js(`
      const point = document.createElement('div')
      point.style.cssText = 'position:fixed;left:0;top:0;width:1px;height:1px;pointer-events:none'
      ;(document.querySelector('dialog[open]') ?? document.body).append(point)
      const until = Date.now() + 2000
      const paint = () => {
        point.style.background = point.style.background ? '' : 'rgb(127 127 127 / 1%)'
        if (Date.now() < until) requestAnimationFrame(paint)
        else point.remove()
      }
      paint()`)
    for (;;) {
      await this.settle()
      const png = Buffer.from(await this.#call('GET', '/screenshot'), 'base64')
      if (!isPlain(png)) return writeFile(file, png)
      if (Date.now() > end) throw new Error(`only one colour: ${file}`)
      await sleep(100)
    }
  }

  #call(method, path, body, deadline) {
    return this.#send(method, this.#session + path, body, deadline)
  }

  async #send(method, path, body, deadline = DEADLINE + 5_000) {
    const signal = AbortSignal.timeout(deadline)
    const init = { method, signal, headers: { 'content-type': 'application/json' } }
    if (body !== undefined) init.body = JSON.stringify(body)
    const answer = await fetch(this.#server + path, init).catch((fault) => {
      throw new Error(`${method} ${path}: ${fault.cause?.message ?? fault.message}`)
    })
    const { value } = await answer.json()
    if (!answer.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`)
    return value
  }
}

/** True for a PNG whose picture has nearly nothing in it. */
function isPlain(png) {
  const parts = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const seen = new Set()
  for (const byte of inflateSync(Buffer.concat(parts))) seen.add(byte)
  return seen.size < 24
}

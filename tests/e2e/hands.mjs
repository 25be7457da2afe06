// The hands of a clerk: what the journeys do over and over again, by tap and by key, and always with
// a look whether it was done. It knows the labels of the window and nothing below them.
import { accessible } from './axe.mjs'
import { KEY } from './driver.mjs'

// Letters, blanks and a character beyond the basic plane.
export const PASSPHRASE = 'Übung macht den Meister 🗝'
/** Ten of the sample committee's 17: one more than the quorum needs. */
const THERE = ['Falkenroth', 'Bornewasser', 'Castendyk', 'Ellerkamp', 'Gürtekin', 'Pottgießer', 'Wittkopp', 'Fuhrbach', 'Kettelhake', 'Nettebrock']
const BUTTONS = 'button, [role=menuitem]'

export class Hands {
  #stage

  constructor(stage) {
    this.#stage = stage
  }

  get window() {
    return this.#stage.window
  }

  /** Where a picture of this journey goes. */
  out(name) {
    return this.#stage.out(name)
  }

  /** Gives the window the whole screen. */
  async fill() {
    const [width, height] = await this.window.js('return [screen.width, screen.height]')
    await this.window.resize(width, height)
  }

  /** Sets the clock of the program. */
  clock(time) {
    return this.#stage.clock(time)
  }

  /** A new vault, as far as the first choice. */
  async create(passphrase = PASSPHRASE) {
    await this.#typesInto('input[type=password]', passphrase)
    await this.window.press(KEY.tab, KEY.tab)
    await this.#typesInto('form > :nth-child(2) input', passphrase)
    await this.window.press(KEY.enter)
    await this.window.named('Neu beginnen', 'button')
  }

  /** Sets large type, where a clerk would: in the menu. */
  async largeType() {
    await this.window.press(KEY.f10)
    await this.opened()
    await this.window.click(await this.window.named('Groß', '[role=radio]'))
    await this.window.find('html[data-large-type]')
    await this.window.press(KEY.escape)
    await this.closed()
  }

  /** The sample session before its opening, in a new vault. */
  async sample({ large = false } = {}) {
    await this.fill()
    await this.create()
    if (large) await this.largeType()
    await this.tap('Mit Beispielausschuss ausprobieren')
    await this.tap('Sitzung öffnen')
    await this.usable('Gäste und Verwaltung')
  }

  /** Notes that ten are there. */
  async ten() {
    for (const name of THERE) await this.note(name)
  }

  /** Opens the session at its time, 16:32. */
  async openSession() {
    await this.clock('2026-11-12T15:32:00Z')
    await this.window.press(KEY.f2)
    await this.window.find('.live')
  }

  /** Opens the vault that is there. */
  async unlock(passphrase = PASSPHRASE) {
    await this.#typesInto('input[type=password]', passphrase)
    await this.window.press(KEY.enter)
    await this.window.until('an open vault', 'return !document.querySelector("input[type=password]")')
  }

  /** Tries a passphrase that does not open the vault. */
  async unlockInVain() {
    await this.#typesInto('input[type=password]', 'falsch')
    await this.window.press(KEY.enter)
    await this.window.find('[aria-invalid=true]')
    await this.window.press([KEY.control, 'a'], KEY.delete)
  }

  /** Types the passphrase as soon as the caret is in the field. */
  async #typesInto(css, text) {
    await this.window.find(css)
    await this.window.settle()
    await this.window.until(`the caret in ${css}`, 'return document.activeElement?.matches(arguments[0])', css)
    await this.window.press(text)
    await this.window.until('the passphrase', 'return document.activeElement.value === arguments[0]', text)
  }

  /** A button by its label, or by the first words of it, as soon as it can be used: nothing is on its
   * way to the record then. */
  usable(label) {
    return this.window.until(`a button „${label}“ that can be used`, `
      if (document.querySelector('.session[aria-busy=true]')) return
      const plain = (s) => (s ?? '').replace(/\\s+/g, ' ').trim()
      const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document
      const all = [...top.querySelectorAll(arguments[1])].filter((one) => one.checkVisibility() && !one.matches(':disabled, [aria-disabled=true]'))
      const called = (one) => [one.getAttribute('aria-label'), one.querySelector('.kern-label')?.textContent, one.textContent].map(plain)
      return all.find((one) => called(one).includes(arguments[0]))
        ?? all.find((one) => called(one).some((name) => name.startsWith(arguments[0])))`, label, BUTTONS)
  }

  /** Fills a field anew. */
  async fillIn(label, text) {
    await this.window.click(await this.window.field(label))
    await this.window.press([KEY.control, 'a'], text)
  }

  /** Fills a field by one paste, as a list is. */
  async pasteInto(label, text) {
    await this.window.click(await this.window.field(label))
    await this.window.paste(text)
  }

  async tap(label) {
    await this.window.click(await this.usable(label))
  }

  /** Something in the window says these words. */
  says(words) {
    return this.window.until(`„${words}“`, `
      return document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])`, words)
  }

  /** The tile of a seat by the name on it. */
  tile(name) {
    return this.window.until(`the tile of ${name}`, `
      return [...document.querySelectorAll('.tile .main, button.tile')]
        .find((one) => one.querySelector('.name').textContent.trim() === arguments[0])`, name)
  }

  /** The tile of a seat says these words. */
  async tileSays(name, words) {
    await this.window.until(`${name}: ${words}`, `
      return [...document.querySelectorAll('.tile')]
        .find((one) => one.querySelector('.name').textContent.trim() === arguments[0])
        ?.textContent.includes(arguments[1])`, name, words)
  }

  /** Notes before the opening that somebody is there. */
  async note(name) {
    await this.window.click(await this.tile(name))
    await this.window.until(`${name} noted`, `
      return [...document.querySelectorAll('.tile')]
        .some((one) => one.querySelector('.name').textContent.trim() === arguments[0] && !one.textContent.includes('noch offen'))`, name)
  }

  /** The sheet of a person, by keyboard: F4, the first letters, Enter. */
  async person(letters) {
    await this.window.press(KEY.f4)
    await this.window.until('the search', 'return document.activeElement.closest("dialog input")')
    await this.window.press(letters, KEY.enter)
    await this.window.until('a sheet', 'return document.querySelector("dialog .acts")')
  }

  /** Nothing stands over the view any more. */
  closed() {
    return this.window.until('nothing over the view', 'return !document.querySelector("dialog[open]")')
  }

  opened() {
    return this.window.find('dialog[open]')
  }

  /** An item is the current one. */
  async current(number) {
    await this.window.until(`TOP ${number}`, `
      return document.querySelector('.row.current .number')?.textContent.trim() === arguments[0]`, number)
  }

  /** Goes on to an item by the key of the next step. */
  async next(number) {
    await this.window.press(KEY.f2)
    await this.current(number)
    await this.caret()
  }

  /** Looks at an item of the agenda without calling it. */
  async lookAt(number) {
    await this.window.click(await this.row(number))
    await this.window.until(`TOP ${number} is looked at`, 'return document.querySelector(".looked .strong")?.innerText.includes(arguments[0])', number)
  }

  /** The line of an item in the agenda, unfolded if it has to be. */
  row(number) {
    return this.window.until(`TOP ${number} in the agenda`, `
      const row = [...document.querySelectorAll('.row')].find((one) => one.querySelector('.number')?.textContent.trim() === arguments[0])
      if (!row) document.querySelectorAll('.fold[aria-expanded=false]').forEach((one) => one.click())
      return row`, number)
  }

  /** Closes the current item by key. */
  async closeItem() {
    await this.window.press([KEY.shift, KEY.f2])
    await this.window.until('no current item', 'return !document.querySelector(".row.current")')
  }

  /** The caret stands in the notes. */
  caret() {
    return this.window.until('the caret in the notes', 'return document.activeElement.matches("[role=textbox]")')
  }

  /** The current item has a result that says this. */
  async result(words) {
    await this.window.until(`result „${words}“`, `
      return [...document.querySelectorAll('.result')]
        .some((one) => one.innerText.replace(/\\s+/g, ' ').includes(arguments[0]))`, words)
  }

  /** The first page of a Niederschrift is drawn. */
  page() {
    return this.window.until('the first page', `
      const page = document.querySelector('section[aria-busy=false] [data-page="1"][aria-busy=false]')
      return page?.querySelector('figcaption').textContent.length > 100 && page`)
  }

  /** Looks closely: a picture, and no fault in access. */
  async look(name) {
    await this.window.picture(this.#stage.out(`${name}.png`))
    await accessible(this.window, name)
  }
}

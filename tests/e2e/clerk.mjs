// Records a script in the real window as its clerk would: every act at its time, by click or by key,
// the next one when the last is seen. Names, numbers and texts come from the script; nothing of it
// reaches the program but through the window. What a gesture cannot do yet throws.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KEY } from './driver.mjs'
import { Hands, PASSPHRASE } from './hands.mjs'
import { ours, sitzungsbuch } from './programs.mjs'
import { write } from './texts.mjs'

const OUTCOMES = {
  noted: 'Zur Kenntnis',
  approved: 'Genehmigt',
  established: 'Festgestellt',
  nothing: 'Keine',
}

/** A script by its name, as it stands in `tests/scenarios`. */
export async function script(name) {
  return JSON.parse(await readFile(ours(`tests/scenarios/${name}.json`), 'utf8'))
}

/** Where the program of a stage finds the vault that the office hands over. */
export function vault(stage) {
  return join(stage.home, 'tresor.sitzungsbuch')
}

/** The vault as the office hands it over: master data and the prepared session, no act. */
export async function handedOver(stage, name) {
  await writeFile(stage.file('vorbereitet.json'), JSON.stringify({ ...(await script(name)), acts: [] }))
  await sitzungsbuch(['play', stage.file('vorbereitet.json'), '--vault', vault(stage), '--out', stage.file('gespielt')], PASSPHRASE)
}

/** A time of a script ("2024-11-21T16:32") on the clock of the program. */
export function clock(zone, time) {
  const guess = new Date(`${time}:00Z`)
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(guess)
  const ahead = new Date(`${parts.replace(' ', 'T')}Z`) - guess
  return `${new Date(guess - ahead).toISOString().slice(0, 19)}Z`
}

export class Clerk {
  #script
  #rows
  #items
  /** Acts so far. */
  #done = 0

  /** `looks` gives the name of a picture after an act, by its place in the script or its key. */
  constructor(stage, source, looks = {}) {
    this.hands = new Hands(stage)
    this.window = stage.window
    this.looks = looks
    this.#script = source
    this.#rows = new Map(source.master.map((row) => [`${row.noun} ${row.id}`, row]))
    this.#items = new Map(source.meeting.plan.agenda.map((item) => [item.id, item.number]))
  }

  /** Records all acts, from the first excuse to the end of the session. */
  async records() {
    for (const [at, act] of this.#script.acts.entries()) {
      await this.hands.clock(clock(this.#script.zone, act.entered ?? act.at))
      const gesture = this[act.do.type]
      if (!gesture) throw new Error(`no gesture for ${act.do.type}`)
      this.#done = at
      const late = act.entered && act.entered !== act.at ? act.at.slice(-5) : ''
      try {
        await gesture.call(this, act.do, { late, next: this.#script.acts[at + 1]?.do })
      } catch (fault) {
        throw new Error(`act ${at + 1} (${act.at} ${act.do.type}): ${fault.message}`, { cause: fault })
      }
      const look = this.looks[act.act] ?? this.looks[at + 1]
      if (look) await this.hands.look(look)
    }
  }

  #row(noun, id) {
    const row = this.#rows.get(`${noun} ${id}`)
    if (!row) throw new Error(`no ${noun} ${id} in the script`)
    return row
  }

  #family(person) {
    return this.#row('person', person).familyName
  }

  #number(item) {
    return this.#items.get(item)
  }

  #memberOf(seat) {
    const day = this.#script.meeting.plan.start.slice(0, 10)
    for (const row of this.#rows.values()) {
      if (row.noun === 'occupancy' && row.seat === seat && row.startDate <= day && (row.endDate ?? day) >= day) return row.person
    }
    throw new Error(`nobody belongs on ${seat}`)
  }

  /** The tile that names a person in full, on or for a seat. */
  #tile(person) {
    const { givenName, familyName } = this.#row('person', person)
    return this.window.until(`the tile of ${familyName}`, `
      return [...document.querySelectorAll('.tile .main, button.tile')].find((one) => {
        const said = (one.getAttribute('aria-label') ?? '') + one.closest('.tile').textContent
        return arguments[0].every((name) => said.includes(name))
      })`, [givenName, familyName])
  }

  async #tileSays(person, words) {
    const tile = await this.#tile(person)
    await this.window.until(`${person}: ${words}`, 'return arguments[0].closest(".tile").textContent.includes(arguments[1])', tile, words)
  }

  /** The sheet of a person, by its first letters. */
  async #sheet(person) {
    await this.hands.person(this.#family(person).toLocaleLowerCase('de'))
  }

  async #at(late) {
    if (!late) return
    await this.window.click(await this.window.field('Uhrzeit'))
    await this.window.press([KEY.control, 'a'], late)
  }

  /** The item is the one in the middle: the current one, or one that is looked at. */
  async #before(item) {
    const number = this.#number(item)
    const shown = 'return document.querySelector("main header .top")?.innerText.trim() === arguments[0]'
    if (await this.window.js(shown, `TOP ${number}`)) return
    await this.window.click(await this.window.until(`TOP ${number} in the agenda`, `
      return [...document.querySelectorAll('.row')].find((one) => one.querySelector('.number')?.textContent.trim() === arguments[0])`, number))
    await this.window.until(`TOP ${number} in the middle`, shown, `TOP ${number}`)
  }

  async excuseMember({ person }) {
    if (person === 'burkamper') return
    await this.#sheet(person)
    await this.window.press('E')
    await this.hands.closed()
    await this.#tileSays(person, 'entschuldigt')
  }

  async seatSubstitute({ seat, substitute }) {
    await this.#sheet(this.#memberOf(seat))
    await this.window.press('V')
    await this.window.until('the proposed substitute', 'return document.activeElement.matches("input[name=substitute]")')
    const name = this.#family(substitute)
    const proposed = await this.window.js('return document.activeElement.closest("label").innerText')
    if (!proposed.includes(name)) {
      await this.window.click(await this.window.until(name, 'return [...document.querySelectorAll("label.option")].find((one) => one.innerText.includes(arguments[0]))', name))
    }
    await this.window.press(KEY.enter)
    await this.hands.closed()
    await this.#tile(substitute)
  }

  async openMeeting({ present, officials = [], guests = [] }) {
    for (const person of present) {
      await this.window.click(await this.#tile(person))
      await this.window.until(`${person} noted`, 'return !arguments[0].closest(".tile").textContent.includes("noch offen")', await this.#tile(person))
    }
    if (officials.length + guests.length > 0) {
      await this.hands.tap('Gäste und Verwaltung')
      await this.hands.opened()
      for (const person of [...officials, ...guests]) await this.#there(person)
      await this.window.press(KEY.escape)
      await this.hands.closed()
    }
    await this.window.press(KEY.f2)
    await this.window.find('.live')
  }

  /** Somebody in the list of those without a seat is there; who is not in it comes by name. */
  async #there(person) {
    const { givenName, familyName } = this.#row('person', person)
    const name = `${givenName} ${familyName}`
    const row = `[...document.querySelectorAll('dialog li')].find((one) => one.innerText.includes(arguments[0]))`
    await this.window.click(await this.window.until(`${name} in the list`, `
      return [...(${row}?.querySelectorAll('button') ?? [])].find((one) => one.innerText.trim() === 'ist da' && !one.disabled)`, name))
    await this.window.until(`${name} there`, `return ${row}?.classList.contains('there')`, name)
  }

  async callItem({ item }) {
    const number = this.#number(item)
    const proposed = await this.window.js(`
      return [...document.querySelectorAll('button')].some((one) => one.checkVisibility() && one.innerText.replace(/\\s+/g, ' ').startsWith(arguments[0] + ' F2'))`, `TOP ${number} aufrufen`)
    if (proposed) return this.hands.next(number)
    await this.#before(item)
    await this.hands.tap(`TOP ${number} aufrufen`)
    await this.hands.current(number)
  }

  async confirmInvitation() {
    await this.hands.tap('Ordnungsgemäße Ladung feststellen')
    await this.hands.says('Ladung festgestellt')
  }

  async establishQuorum() {
    await this.hands.tap('Beschlussfähigkeit feststellen')
    await this.hands.says('festgestellt')
  }

  async recordOutcome({ item, outcome, wording }) {
    await this.#before(item)
    await this.#outcome(outcome, wording)
  }

  async #outcome(outcome, wording) {
    const label = OUTCOMES[outcome]
    if (!label) throw new Error(`no gesture for the outcome ${outcome}`)
    if (wording) return this.#outcomeWith(label, wording.blocks[0].content)
    const shown = await this.window.js('return [...document.querySelectorAll(".ways button")].some((one) => one.innerText.trim().startsWith(arguments[0]))', label)
    if (!shown) await this.hands.tap('Weitere')
    await this.hands.tap(label)
    await this.window.until('a result', 'return document.querySelector(".result")')
  }

  /** An outcome with a wording of its own. */
  async #outcomeWith(label, wording) {
    const { window, hands } = this
    await hands.tap('Weitere')
    await hands.tap('Mit eigenem Wortlaut')
    await window.until('the wording', 'return document.activeElement.matches(".vote [role=textbox], .panel [role=textbox]")')
    const field = await window.field('Ergebnis')
    const shown = () => window.js('return arguments[0].selectedOptions[0]?.label', field)
    if ((await shown()) !== label) {
      await window.js('arguments[0].focus()', field)
      await window.press(label)
      await window.until(label, 'return arguments[0].selectedOptions[0]?.label === arguments[1]', field, label)
    }
    await window.click(await window.find('.panel [role=textbox]'))
    await window.press([KEY.control, 'a'], KEY.delete)
    await window.paste(wording)
    await hands.tap('Ergebnis festhalten')
    await hands.result(wording)
  }

  async recordVote({ item, wordingPut, tally }) {
    await this.#before(item)
    await this.#wording(wordingPut.blocks[0].content)
    if (tally.kind === 'unanimous') {
      await this.hands.tap('Einstimmig')
      await this.hands.result('einstimmig')
      return
    }
    await this.hands.tap('Auszählen')
    await this.window.until('the numbers', 'return document.activeElement.closest(".numbers")')
    await this.#numbers(tally)
    await this.window.press(KEY.enter)
    await this.window.until('a result', 'return document.querySelector(".result")')
  }

  /** Numbers as far as they were said: what was not said stays empty. */
  async #numbers({ yes, no, abstain }) {
    const said = [yes, no, abstain].map((one) => one && String(one.number))
    for (const [at, number] of said.entries()) {
      await this.window.js('document.querySelectorAll(".numbers input")[arguments[0]].select()', at)
      await this.window.press(number ?? KEY.delete)
    }
    await this.window.until(`the numbers ${said.join()}`, `
      return [...document.querySelectorAll('.numbers input')].map((one) => one.value).join() === arguments[0]`, said.join())
  }

  /** What is put to the vote, unless it stands there. */
  async #wording(words) {
    const { window, hands } = this
    const plain = (text) => text.replace(/\s+/g, ' ').trim()
    const shown = await window.js('return document.querySelector(".proposal .wording")?.innerText ?? ""')
    if (plain(shown) === plain(words)) return
    await hands.tap(shown ? 'Ändern' : 'Wortlaut eingeben')
    await window.until('the wording', 'return document.activeElement.matches(".proposal [role=textbox]")')
    await window.press([KEY.control, 'a'], KEY.delete)
    await window.paste(words)
    await hands.tap('Wortlaut übernehmen')
  }

  async writeText({ item, text }) {
    await this.#before(item)
    await write(this.hands, text, {
      number: (one) => this.#number(one),
      slot: (act) => this.#slot(item, act),
    })
  }

  /** The line of an act's slot in the menu: its label, and the how manieth of that label it is. */
  #slot(item, key) {
    const told = this.#script.acts.slice(0, this.#done).filter((act) => act.act)
    const label = ({ do: command, at }) => {
      if (!['recordOutcome', 'recordVote', 'recordRound'].includes(command.type)) return `Verlauf ${at.slice(-5)}`
      return command.item === item ? 'Ergebnis' : `Ergebnis zu TOP ${this.#number(command.item)}`
    }
    const own = told.find(({ act }) => act === key)
    const same = told.filter((act) => label(act) === label(own)).toSorted((one, other) => one.at.localeCompare(other.at))
    return { label: label(own), nth: same.indexOf(own) }
  }

  async closeItem({ item, settles = [] }) {
    const { window, hands } = this
    await window.press([KEY.shift, KEY.f2])
    await window.until('closed, or a question', 'return !document.querySelector(".row.current") || document.querySelector("dialog[open]")')
    if (await window.js('return document.querySelector("dialog[open]") !== null')) {
      for (const box of await window.js('return [...document.querySelectorAll("dialog input[type=checkbox]")].map((one) => [one, one.labels[0].innerText, one.checked])')) {
        const [field, words, checked] = box
        const wanted = settles.some((one) => words.trim().startsWith(`${this.#number(one)} `))
        if (checked !== wanted) await window.click(field)
      }
      await hands.tap('Punkt schließen')
      await hands.closed()
    }
    await window.until(`TOP ${this.#number(item)} closed`, 'return !document.querySelector(".row.current")')
  }

  async listAttachment({ attachment }) {
    const { window, hands } = this
    await this.#before(attachment.item)
    await window.click(await window.until('the attachments', 'return [...document.querySelectorAll(".proposal .link")].find((one) => /Anlage/.test(one.innerText))'))
    await hands.opened()
    await window.until('the title', 'return document.activeElement.matches("dialog input")')
    await window.press(attachment.title, KEY.enter)
    await hands.closed()
  }

  async recordArrival({ person }, { late }) {
    if (late) {
      await this.#sheet(person)
      await this.#at(late)
      await this.hands.tap('kommt jetzt')
      await this.hands.closed()
    } else {
      await this.window.click(await this.#tile(person))
    }
    await this.#tileSays(person, 'ab ')
  }

  async changePart({ part }) {
    if (part === 'public') throw new Error('no gesture for going back to the public part')
    await this.window.press([KEY.control, KEY.shift, 'n'])
    await this.hands.says('Wer verlässt den Raum?')
    await this.window.press(KEY.enter)
    await this.hands.closed()
    await this.hands.says('Nichtöffentlicher Teil')
  }

  /** What was recorded is put right where its result stands. */
  async correct({ act, replacement }) {
    const { do: first } = this.#script.acts.find((one) => one.act === act)
    if (first.type !== 'recordOutcome' || replacement?.type !== 'recordOutcome') throw new Error(`no gesture for correcting ${first.type}`)
    await this.#before(first.item)
    await this.hands.tap('Korrigieren')
    await this.#outcomeWith(OUTCOMES[replacement.outcome], replacement.wording.blocks[0].content)
  }

  async closeMeeting() {
    await this.window.press(KEY.f2)
    await this.hands.opened()
    await this.window.press(KEY.enter)
    await this.hands.usable('Niederschrift öffnen')
  }
}

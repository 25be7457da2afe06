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
  withdrawn: 'Zurückgezogen',
}
/** The ways of a motion on procedure, and the kinds of items, as the window calls them. */
const PROCEDURES = { closeDebate: 'Schluss der Aussprache' }
const KINDS = { report: 'Bericht', proposal: 'Beschlussvorlage' }
/** What an absence is for, by its key in the sheet of a person. */
const ABSENCES = { outage: 'S', publicArea: 'Z', item: 'D' }
const CHOICES = { yes: 'j', no: 'n', abstain: 'e' }

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
  /** Who stands in on a seat. */
  #seated = new Map()
  /** Motions that were made, by what the window calls them. */
  #motions = new Map()
  /** Place of the act that comes next. */
  #next = 0
  /** Acts so far. */
  #done = 0

  /** `looks` gives the name of a picture after an act, by its place in the script or its key. */
  constructor(stage, source, looks = {}) {
    this.hands = new Hands(stage)
    this.looks = looks
    this.#script = source
    this.#rows = new Map(source.master.map((row) => [`${row.noun} ${row.id}`, row]))
    this.#items = new Map(source.meeting.plan.agenda.map((item) => [item.id, item.number]))
  }

  /** The window, another one after a crash. */
  get window() {
    return this.hands.window
  }

  /** Records the acts that are left, from the first excuse to the end of the session, or as far as
   * the act of that number. */
  async records(last = Infinity) {
    const from = this.#next
    for (const [at, act] of this.#script.acts.entries()) {
      if (at < from || at >= last) continue
      this.#next = at + 1
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

  /** Title, given name and surname, as a list has them. */
  #name(person) {
    const { title, givenName, familyName } = this.#row('person', person)
    return [title, givenName, familyName].filter(Boolean).join(' ')
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

  /** The seat for which somebody is the personal substitute; none for who has an own seat. */
  #appointed(person) {
    const day = this.#script.meeting.plan.start.slice(0, 10)
    const rows = [...this.#rows.values()].filter((row) => row.startDate === undefined || (row.startDate <= day && (row.endDate ?? day) >= day))
    if (rows.some((row) => row.noun === 'occupancy' && row.person === person)) return undefined
    return rows.find((row) => row.noun === 'seat' && row.personalSubstitutes?.includes(person))?.id
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

  /** An act from the sheet of a person, by its letter. */
  async #act(person, key) {
    await this.#sheet(person)
    await this.window.press(key)
    await this.hands.closed()
  }

  /** An act from the menu of the item in the middle. */
  async #menu(label) {
    await this.hands.tap('Weiteres')
    await this.window.find('[role=menu]')
    await this.hands.tap(label)
  }

  /** Takes what begins so from a list. */
  async #choose(label, words) {
    await this.window.js(`
      const [list, words] = arguments
      const option = [...list.options].find((one) => one.label.startsWith(words))
      if (!option) throw new Error(\`no ${'${words}'} in the list\`)
      list.value = option.value
      list.dispatchEvent(new Event('change', { bubbles: true }))`, await this.window.field(label), words)
  }

  #visible(label) {
    return this.window.js(`
      const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document
      return [...top.querySelectorAll('button')].some((one) => one.checkVisibility() && one.innerText.trim().startsWith(arguments[0]))`, label)
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
    const seat = this.#appointed(person)
    if (seat) return this.#excuseSubstitute(seat, person)
    await this.#sheet(person)
    await this.window.press('E')
    await this.hands.closed()
    await this.#tileSays(person, 'entschuldigt')
  }

  /** Who stands in for somebody and cannot come either: in the list of substitutes. */
  async #excuseSubstitute(seat, person) {
    const name = this.#name(person)
    await this.#sheet(this.#memberOf(seat))
    await this.window.press('V')
    await this.hands.tap(`ist entschuldigt: ${name}`)
    await this.window.until(`${name} excused`, `
      return [...document.querySelectorAll('label.option')].some((one) => one.innerText.includes(arguments[0]) && one.innerText.includes('entschuldigt'))`, name)
    await this.window.press(KEY.escape)
    await this.hands.closed()
  }

  async seatSubstitute({ seat, substitute }) {
    await this.#sheet(this.#seated.get(seat) ?? this.#memberOf(seat))
    this.#seated.set(seat, substitute)
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

  async openMeeting({ chair, clerk, present, remote = [], officials = [], guests = [] }) {
    for (const person of remote) await this.#act(person, 'F')
    for (const person of present.filter((one) => !remote.includes(one))) {
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
    for (const [label, person] of [['Vorsitz', chair], ['Schriftführung', clerk]]) await this.#leads(label, this.#name(person))
    await this.window.press(KEY.f2)
    await this.window.find('.live')
  }

  /** Who leads, unless that is proposed. */
  async #leads(label, name) {
    const field = await this.window.field(label)
    const shown = 'return arguments[0].selectedOptions[0]?.label.includes(arguments[1])'
    if (await this.window.js(shown, field, name)) return
    await this.window.js(`
      const [list, name] = arguments
      list.value = [...list.options].find((one) => one.label.includes(name)).value
      list.dispatchEvent(new Event('change', { bubbles: true }))`, field, name)
    await this.window.until(`${label}: ${name}`, shown, field, name)
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

  /** Where it is asked for, else on its own page. */
  async establishQuorum() {
    if (!(await this.#visible('Beschlussfähigkeit feststellen'))) return this.#onQuorumPage('B')
    await this.hands.tap('Beschlussfähigkeit feststellen')
    await this.hands.says('festgestellt')
  }

  async #onQuorumPage(key) {
    await this.window.press(KEY.f9)
    await this.hands.says('Verlauf seit der Eröffnung')
    await this.window.find('main.page tbody tr')
    await this.window.press(key)
    await this.window.until('the session again', 'return !document.querySelector("main.page")')
  }

  async declareLackOfQuorum() {
    await this.window.press(KEY.f9)
    await this.hands.says('Verlauf seit der Eröffnung')
    await this.window.press('U')
    await this.hands.says('Beschlussunfähig')
    await this.hands.says('zurückstellen')
    await this.window.press(KEY.escape)
    await this.window.until('the session again', 'return !document.querySelector("main.page")')
  }

  async recordOutcome({ item, outcome, wording, to }) {
    await this.#before(item)
    if (outcome === 'takenOff') return this.#takeOff(item)
    if (outcome === 'putBack') return this.#onQuorumPage('Z')
    if (outcome === 'referred') return this.#refer(to)
    await this.#outcome(outcome, wording)
  }

  async #takeOff(item) {
    await this.#menu('Von der Tagesordnung absetzen')
    await this.window.until('taken off', `
      return [...document.querySelectorAll('.row')].some((one) => one.querySelector('.number')?.textContent.trim() === arguments[0] && one.textContent.includes('abgesetzt'))`, this.#number(item))
  }

  async #refer(to) {
    await this.hands.tap('Weitere')
    await this.hands.tap('Verwiesen ...')
    await this.hands.says('An wen')
    await this.#choose('An wen', `an den ${this.#row('organization', to).name}`)
    await this.window.press([KEY.control, KEY.enter])
    await this.hands.result('Verwiesen')
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

  async recordVote({ item, matter = 'item', repeats, wordingPut, tally }) {
    await this.#before(item)
    if (repeats) await this.#recount()
    else if (matter === 'item') await this.#wording(wordingPut.blocks[0].content)
    else await this.#put(matter, wordingPut.blocks[0].content)
    await this.#tally(tally, repeats)
    await this.window.until('a result, and the item as before', `
      return document.querySelector('.result, .state:not(.pending)')
        && ![...document.querySelectorAll('.numbers input, .three input, ol.roll')].some((one) => one.checkVisibility())
        && ![...document.querySelectorAll('button')].some((one) => one.checkVisibility() && one.innerText.startsWith('Zurück ohne Abstimmung'))`)
  }

  /** The last count is doubted. */
  async #recount() {
    await this.window.click(await this.window.until('the menu of the last result', 'return [...document.querySelectorAll(".below .opener")].find((one) => one.checkVisibility())'))
    await this.hands.tap('Neu auszählen')
  }

  /** Something beside the item is put to the vote. */
  async #put(matter, words) {
    if (matter.procedure === 'extend') {
      await this.#menu('Über die Erweiterung der Tagesordnung abstimmen')
    } else if (matter.recusal) {
      await this.#bias(matter.recusal, 'decided')
      await this.hands.tap('Zuerst darüber abstimmen')
    } else if (matter.motion) {
      await this.window.click(await this.#motion(this.#motions.get(matter.motion)))
    } else {
      throw new Error(`no gesture for a vote on ${JSON.stringify(matter)}`)
    }
    await this.hands.usable('Zurück ohne Abstimmung')
    const plain = (text) => text.replace(/\s+/g, ' ').trim()
    const shown = await this.window.js('return [...document.querySelectorAll("section > p.wording")].filter((one) => one.checkVisibility()).at(-1)?.innerText ?? ""')
    if (plain(shown) === plain(words)) return
    await this.hands.tap('Wortlaut ändern')
    await this.window.until('the wording', 'return document.activeElement.matches("[role=textbox]") && document.activeElement.closest(".vote")')
    await this.window.press([KEY.control, 'a'], KEY.delete)
    await this.window.paste(words)
    await this.hands.tap('Wortlaut übernehmen')
    await this.hands.usable('Zurück ohne Abstimmung')
  }

  async #tally(tally, counting) {
    const { window, hands } = this
    if (tally.kind === 'unanimous') return hands.tap('Einstimmig')
    if (tally.kind === 'rollCall') return this.#rollCall(tally)
    if (tally.kind === 'secret') return this.#secret(tally)
    if (!counting) await hands.tap('Auszählen')
    await window.until('the numbers', 'return document.activeElement.closest(".numbers")')
    await this.#numbers(tally)
    await window.press(KEY.enter)
  }

  async #rollCall({ ballots }) {
    await this.hands.tap('Namentlich')
    await this.window.until('the list', 'return document.activeElement.matches("ol.roll")')
    for (const { choice } of ballots) await this.window.press(CHOICES[choice])
    await this.hands.says('Alle sind aufgerufen')
    await this.hands.tap('Ergebnis festhalten')
  }

  async #secret({ count, blank = 0, tellers = [] }) {
    const { window, hands } = this
    await hands.tap('Geheim')
    await window.until('the ballots', 'return document.activeElement.closest(".three")')
    const { yes, no, abstain = 0, invalid = 0 } = count
    await window.press(...[yes, no, abstain, invalid, blank].flatMap((number) => [String(number), KEY.tab]))
    for (const person of tellers) {
      await window.js(`
        const list = document.querySelector('.tellers select')
        list.value = [...list.options].find((one) => one.label.includes(arguments[0])).value
        list.dispatchEvent(new Event('change', { bubbles: true }))`, this.#family(person))
      await window.until(person, 'return [...document.querySelectorAll(".teller")].some((one) => one.innerText.includes(arguments[0]))', this.#family(person))
    }
    await window.click(await window.field('Nein'))
    await window.press(KEY.enter)
  }

  /** Numbers as far as they were said: what was not said stays empty. */
  async #numbers({ kind, yes, no, abstain, count }) {
    // "Ja" that is what remains is left to the window.
    const said = kind === 'counted'
      ? [count.yes, count.no, count.abstain].map(String)
      : [yes, no, abstain].map((one) => one && String(one.number))
    for (const [at, number] of said.entries()) {
      if (at === 0 && yes?.derived) continue
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
    await this.#clearNotes()
    // What stands in the text is offered no more.
    const placed = new Set()
    await write(this.hands, text, {
      number: (one) => this.#number(one),
      slot: (act) => {
        const slot = this.#slot(item, act, placed)
        placed.add(act)
        return slot
      },
    })
  }

  /** What was written before is written anew. */
  async #clearNotes() {
    const notes = await this.window.find('.notes [role=textbox]')
    if (await this.window.js('return arguments[0].innerText.trim() === ""', notes)) return
    await this.window.click(notes)
    await this.window.press([KEY.control, 'a'], KEY.delete)
    await this.window.until('empty notes', 'return document.querySelector(".notes [role=textbox]").innerText.trim() === ""')
  }

  /** The line of an act's slot in the menu: its label, and the how manieth of that label it is. */
  #slot(item, key, placed) {
    const told = this.#script.acts.slice(0, this.#done).filter((act) => act.act)
    const label = ({ do: command, at }) => {
      if (!['recordOutcome', 'recordVote', 'recordRound'].includes(command.type)) return `Verlauf ${at.slice(-5)}`
      return (command.item ?? item) === item ? 'Ergebnis' : `Ergebnis zu TOP ${this.#number(command.item)}`
    }
    const own = told.find(({ act }) => act === key)
    const same = told.filter((act) => label(act) === label(own) && !placed.has(act.act)).toSorted((one, other) => one.at.localeCompare(other.at))
    return { label: label(own), nth: same.indexOf(own) }
  }

  async closeItem({ item, settles = [] }) {
    const { window, hands } = this
    const number = this.#number(item)
    if (await window.js('return document.querySelector(".row.current .number")?.textContent.trim() === arguments[0]', number)) {
      await window.press([KEY.shift, KEY.f2])
    } else {
      await hands.tap(`TOP ${number} schließen`)
    }
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

  async recordDeparture({ person }) {
    await this.#act(person, 'G')
    await this.#tileSays(person, 'bis ')
  }

  async recordAbsence({ person, cause }) {
    const key = ABSENCES[typeof cause === 'string' ? cause : 'item']
    await this.#act(person, key)
  }

  async endAbsence({ person }) {
    await this.#act(person, 'K')
  }

  async declareRecusal({ person, by = 'declared', note }) {
    if (by === 'declared' && !note) {
      await this.#act(person, 'B')
    } else {
      await this.#bias(person, by)
      if (note) await this.hands.fillIn('Grund', note)
      await this.hands.tap('Befangenheit eintragen')
      await this.hands.closed()
    }
    await this.#tileSays(person, 'befangen')
  }

  /** Somebody's bias in detail. */
  async #bias(person, by) {
    await this.#sheet(person)
    await this.window.press('A')
    await this.hands.usable('Befangenheit eintragen')
    if (by === 'decided') await this.window.click(await this.window.named('Beschluss des Gremiums', '[role=radio]'))
  }

  async admitAttendee({ person, capacity, mode, item }) {
    await this.hands.tap('Gast oder Verwaltung hinzufügen')
    await this.hands.opened()
    const radio = async (words) => this.window.click(await this.window.named(words, '[role=radio]'))
    await radio(capacity === 'guest' ? 'Gast' : 'Verwaltung')
    if (mode === 'remote') await radio('zugeschaltet')
    if (item) await radio(`nur TOP ${this.#number(item)}`)
    await this.hands.fillIn('Name mit Titel', this.#name(person))
    await this.hands.tap('Hinzufügen')
    await this.window.until(`${person} there`, 'return [...document.querySelectorAll("dialog li.there")].some((one) => one.innerText.includes(arguments[0]))', this.#family(person))
    await this.window.press(KEY.escape)
    await this.hands.closed()
  }

  async moveItem({ item, after }) {
    await this.#before(item)
    await this.#menu('Verschieben')
    await this.hands.opened()
    await this.hands.tap(`hinter TOP ${this.#number(after)}`)
    await this.hands.closed()
  }

  async addItem({ item, note }) {
    const { hands } = this
    await hands.tap('Punkt hinzufügen')
    await hands.opened()
    await hands.fillIn('Nummer', item.number)
    await hands.fillIn('Titel', item.name)
    await this.#choose('Art', KINDS[item.kind])
    if (item.parent) await this.#choose('Unterpunkt von', `${this.#number(item.parent)} `)
    if (note) await hands.fillIn('Warum der Punkt nicht warten kann', note)
    await this.window.press(KEY.enter)
    await hands.closed()
    this.#items.set(item.id, item.number)
  }

  async joinItems({ items: [item, ...others] }) {
    await this.#before(item)
    await this.#menu('Gemeinsam beraten mit')
    await this.hands.opened()
    for (const other of others) {
      await this.window.click(await this.window.until(`TOP ${other}`, `
        return [...document.querySelectorAll('dialog label')].find((one) => one.querySelector('.strong')?.innerText.trim() === arguments[0])`, `TOP ${this.#number(other)}`))
    }
    await this.hands.tap('Gemeinsam beraten')
    await this.hands.closed()
    await this.hands.says('Gemeinsame Beratung')
  }

  async fileMotion({ motion }) {
    const { window, hands } = this
    const procedure = motion.kind.procedural
    await this.#before(motion.item)
    await window.press([KEY.alt, procedure ? 'g' : 'a'])
    await hands.opened()
    for (const mover of motion.movers) await this.#mover(mover)
    if (procedure) {
      await hands.tap(PROCEDURES[procedure])
      await hands.tap('Zurück ohne Abstimmung')
    } else {
      await hands.fillIn('Wortlaut', motion.text.blocks[0].content)
      await window.click(await window.field('Bezeichnung'))
      await window.press([KEY.control, 'a'], KEY.delete)
      await hands.tap('Eintragen')
      await hands.closed()
    }
    const kind = procedure ? `Antrag auf ${PROCEDURES[procedure]}` : 'Änderungsantrag'
    await this.#motion(kind)
    this.#motions.set(motion.id, kind)
  }

  /** A motion in the list on the item. */
  #motion(kind) {
    return this.window.until(kind, 'return [...document.querySelectorAll("button.line")].find((one) => one.checkVisibility() && one.querySelector(".name")?.textContent === arguments[0])', kind)
  }

  /** Who made a motion, by the first letters. */
  async #mover({ person, faction }) {
    const name = person ? this.#family(person) : this.#row('organization', faction).name
    await this.window.click(await this.window.field('Antrag von'))
    await this.window.press(name.slice(0, 5), KEY.enter)
    await this.window.until(name, 'return [...document.querySelectorAll("dialog .chosen")].some((one) => one.innerText.includes(arguments[0]))', name)
  }

  async interruptMeeting() {
    await this.window.press(KEY.f10)
    await this.hands.tap('Sitzung unterbrechen')
    await this.hands.says('Die Sitzung ist unterbrochen')
  }

  async resumeMeeting({ missing = [] }) {
    await this.window.press(KEY.f2)
    await this.hands.says('Wer ist nicht zurück?')
    for (const person of missing) await this.hands.tap(this.#name(person))
    await this.hands.tap(missing.length > 0 ? 'Ohne die Markierten fortsetzen' : 'Alle zurück')
    await this.hands.closed()
    await this.window.until('the end of the recess', 'return !document.querySelector(".recess")')
  }

  async changeChair({ chair }) {
    await this.#lead('Vorsitz wechseln', chair)
  }

  async changeClerk({ clerk }) {
    await this.#lead('Schriftführung wechseln', clerk)
  }

  async #lead(label, person) {
    await this.window.press(KEY.f10)
    await this.hands.tap(label)
    await this.hands.says('Bisher: ')
    await this.hands.tap(this.#name(person))
    await this.hands.closed()
  }

  async requestVoteMethod({ item, secret, faction }) {
    const { window, hands } = this
    await this.#before(item)
    await this.#menu('Antrag auf namentliche oder geheime Abstimmung')
    await window.until('the number', 'return document.activeElement.closest("dialog input")')
    await window.click(await window.named(secret ? 'Geheime Abstimmung' : 'Namentliche Abstimmung', '[role=radio]'))
    if (faction) await this.#choose('Fraktion', this.#row('organization', faction).shortName)
    await hands.fillIn('Antragstellende Mitglieder', String(secret))
    await window.press(KEY.enter)
    await hands.closed()
    await hands.says('geheime Abstimmung verlangt')
  }

  async openElection({ item, post, candidates, method }) {
    const { window, hands } = this
    await this.#before(item)
    await window.press(KEY.f8, 'W')
    await hands.opened()
    await window.until('the post', 'return document.activeElement.matches("dialog input")')
    await window.press(post, KEY.tab)
    for (const person of candidates) await this.#pick(person)
    await window.click(await window.named(method === 'ballot' ? 'Mit Stimmzetteln' : 'Offen, durch Handzeichen', '[role=radio]'))
    await hands.tap('Wahl eröffnen')
    await hands.closed()
    await hands.says(post)
  }

  /** A person by the first letters where the caret stands. */
  async #pick(person) {
    await this.window.press(this.#family(person).slice(0, 5))
    await this.window.find('.found button')
    await this.window.press(KEY.enter)
    await this.window.until('taken', 'return !document.querySelector(".found")')
  }

  async recordRound({ tally }) {
    const { window } = this
    await window.press(KEY.f8, 'A')
    await window.until('the numbers of a round', 'return document.activeElement.closest(".line")')
    const { handedOut, returned } = tally.ballots ?? {}
    const others = { 'Nein': tally.no, 'Enthaltung': tally.abstain, 'ungültig': tally.invalid, 'leer': tally.blank, 'ausgegeben': handedOut, 'zurückgegeben': returned }
    const named = tally.candidates.map(({ person, votes }) => [this.#family(person), votes])
    for (const [label, number] of [...named, ...Object.entries(others)]) {
      if (number === undefined) continue
      await window.click(await window.until(label, 'return [...document.querySelectorAll(".entry .line")].find((one) => one.querySelector("label").innerText.includes(arguments[0]))?.querySelector("input")', label))
      await window.press([KEY.control, 'a'], String(number))
    }
    for (const person of tally.tellers ?? []) {
      await window.click(await window.field('Ausgezählt von'))
      await this.#pick(person)
    }
    await this.hands.tap('Wahlgang festhalten')
    await window.until('the round is kept', 'return !document.querySelector(".entry")')
  }

  async drawLot({ winner }) {
    await this.hands.says('Auf wen ist das Los gefallen?')
    await this.window.click(await this.window.until(winner, 'return [...document.querySelectorAll(".step .ways button")].find((one) => one.innerText.includes(arguments[0]))', this.#family(winner)))
    await this.hands.says('durch das Los gewählt')
  }

  async answerElection({ answer }) {
    await this.hands.tap(answer === 'accepted' ? 'Nimmt an' : 'Lehnt ab')
    await this.hands.result(answer === 'accepted' ? 'nimmt die Wahl an' : 'lehnt die Wahl ab')
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

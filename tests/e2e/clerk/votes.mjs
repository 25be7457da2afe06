// Gestures with what is decided: outcomes, motions, votes, elections, and their corrections.
import { KEY } from '../driver.mjs'
import { Agenda } from './agenda.mjs'

const OUTCOMES = {
  noted: 'Zur Kenntnis',
  approved: 'Genehmigt',
  established: 'Festgestellt',
  nothing: 'Keine',
  withdrawn: 'Zurückgezogen',
}
/** The ways of a motion on procedure, and the kinds of items, as the window calls them. */
const PROCEDURES = { closeDebate: 'Schluss der Aussprache' }
const CHOICES = { yes: 'j', no: 'n', abstain: 'e' }

export class Votes extends Agenda {
  async recordOutcome({ item, outcome, wording, to }) {
    await this.before(item)
    if (outcome === 'takenOff') return this.takeOff(item)
    if (outcome === 'putBack') return this.onQuorumPage('Z')
    if (outcome === 'referred') return this.refer(to)
    await this.outcome(outcome, wording)
  }

  async takeOff(item) {
    await this.menu('Von der Tagesordnung absetzen')
    await this.window.until('taken off', `
      return [...document.querySelectorAll('.row')].some((one) => one.querySelector('.number')?.textContent.trim() === arguments[0] && one.textContent.includes('abgesetzt'))`, this.number(item))
  }

  async refer(to) {
    await this.hands.tap('Weitere')
    await this.hands.tap('Verwiesen ...')
    await this.hands.says('An wen')
    await this.choose('An wen', `an den ${this.row('organization', to).name}`)
    await this.window.press([KEY.control, KEY.enter])
    await this.hands.result('Verwiesen')
  }

  async outcome(outcome, wording) {
    const label = OUTCOMES[outcome]
    if (!label) throw new Error(`no gesture for the outcome ${outcome}`)
    if (wording) return this.outcomeWith(label, wording.blocks[0].content)
    const shown = await this.window.js('return [...document.querySelectorAll(".ways button")].some((one) => one.innerText.trim().startsWith(arguments[0]))', label)
    if (!shown) await this.hands.tap('Weitere')
    await this.hands.tap(label)
    await this.window.until('a result', 'return document.querySelector(".result")')
  }

  /** An outcome with a wording of its own. */
  async outcomeWith(label, wording) {
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
    await this.before(item)
    if (repeats) await this.recount()
    else if (matter === 'item') await this.wording(wordingPut.blocks[0].content)
    else await this.put(matter, wordingPut.blocks[0].content)
    await this.tally(tally, repeats)
    await this.window.until('a result, and the item as before', `
      return document.querySelector('.result, .state:not(.pending)')
        && ![...document.querySelectorAll('.numbers input, .three input, ol.roll')].some((one) => one.checkVisibility())
        && ![...document.querySelectorAll('button')].some((one) => one.checkVisibility() && one.innerText.startsWith('Zurück ohne Abstimmung'))`)
  }

  /** The last count is doubted. */
  async recount() {
    await this.window.click(await this.window.until('the menu of the last result', 'return [...document.querySelectorAll(".below .opener")].find((one) => one.checkVisibility())'))
    await this.hands.tap('Neu auszählen')
  }

  /** Something beside the item is put to the vote. */
  async put(matter, words) {
    if (matter.procedure === 'extend') {
      await this.menu('Über die Erweiterung der Tagesordnung abstimmen')
    } else if (matter.recusal) {
      await this.bias(matter.recusal, 'decided')
      await this.hands.tap('Zuerst darüber abstimmen')
    } else if (matter.motion) {
      await this.window.click(await this.motion(this.motions.get(matter.motion)))
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

  async tally(tally, counting) {
    const { window, hands } = this
    if (tally.kind === 'unanimous') return hands.tap('Einstimmig')
    if (tally.kind === 'rollCall') return this.rollCall(tally)
    if (tally.kind === 'secret') return this.secret(tally)
    if (!counting) await hands.tap('Auszählen')
    await window.until('the numbers', 'return document.activeElement.closest(".numbers")')
    await this.numbers(tally)
    await window.press(KEY.enter)
  }

  async rollCall({ ballots }) {
    await this.hands.tap('Namentlich')
    await this.window.until('the list', 'return document.activeElement.matches("ol.roll")')
    for (const { choice } of ballots) await this.window.press(CHOICES[choice])
    await this.hands.says('Alle sind aufgerufen')
    await this.hands.tap('Ergebnis festhalten')
  }

  async secret({ count, blank = 0, tellers = [] }) {
    const { window, hands } = this
    await hands.tap('Geheim')
    await window.until('the ballots', 'return document.activeElement.closest(".three")')
    const { yes, no, abstain = 0, invalid = 0 } = count
    await window.press(...[yes, no, abstain, invalid, blank].flatMap((number) => [String(number), KEY.tab]))
    for (const person of tellers) {
      await window.js(`
        const list = document.querySelector('.tellers select')
        list.value = [...list.options].find((one) => one.label.includes(arguments[0])).value
        list.dispatchEvent(new Event('change', { bubbles: true }))`, this.family(person))
      await window.until(person, 'return [...document.querySelectorAll(".teller")].some((one) => one.innerText.includes(arguments[0]))', this.family(person))
    }
    await window.click(await window.field('Nein'))
    await window.press(KEY.enter)
  }

  /** Numbers as far as they were said: what was not said stays empty. */
  async numbers({ kind, yes, no, abstain, count }) {
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
  async wording(words) {
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

  async fileMotion({ motion }) {
    const { window, hands } = this
    const procedure = motion.kind.procedural
    await this.before(motion.item)
    await window.press([KEY.alt, procedure ? 'g' : 'a'])
    await hands.opened()
    for (const mover of motion.movers) await this.mover(mover)
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
    await this.motion(kind)
    this.motions.set(motion.id, kind)
  }

  /** A motion in the list on the item. */
  motion(kind) {
    return this.window.until(kind, 'return [...document.querySelectorAll("button.line")].find((one) => one.checkVisibility() && one.querySelector(".name")?.textContent === arguments[0])', kind)
  }

  /** Who made a motion, by the first letters. */
  async mover({ person, faction }) {
    const name = person ? this.family(person) : this.row('organization', faction).name
    await this.window.click(await this.window.field('Antrag von'))
    await this.window.press(name.slice(0, 5), KEY.enter)
    await this.window.until(name, 'return [...document.querySelectorAll("dialog .chosen")].some((one) => one.innerText.includes(arguments[0]))', name)
  }

  async requestVoteMethod({ item, secret, faction }) {
    const { window, hands } = this
    await this.before(item)
    await this.menu('Antrag auf namentliche oder geheime Abstimmung')
    await window.until('the number', 'return document.activeElement.closest("dialog input")')
    await window.click(await window.named(secret ? 'Geheime Abstimmung' : 'Namentliche Abstimmung', '[role=radio]'))
    if (faction) await this.choose('Fraktion', this.row('organization', faction).name)
    await hands.fillIn('Antragstellende Mitglieder', String(secret))
    await window.press(KEY.enter)
    await hands.closed()
    await hands.says('geheime Abstimmung verlangt')
  }

  async openElection({ item, post, candidates, method }) {
    const { window, hands } = this
    await this.before(item)
    await window.press(KEY.f8, 'W')
    await hands.opened()
    await window.until('the post', 'return document.activeElement.matches("dialog input")')
    await window.press(post, KEY.tab)
    for (const person of candidates) await this.pick(person)
    await window.click(await window.named(method === 'ballot' ? 'Mit Stimmzetteln' : 'Offen, durch Handzeichen', '[role=radio]'))
    await hands.tap('Wahl eröffnen')
    await hands.closed()
    await hands.says(post)
  }

  /** A person by the first letters where the caret stands. */
  async pick(person) {
    await this.window.press(this.family(person).slice(0, 5))
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
    const named = tally.candidates.map(({ person, votes }) => [this.family(person), votes])
    for (const [label, number] of [...named, ...Object.entries(others)]) {
      if (number === undefined) continue
      await window.click(await window.until(label, 'return [...document.querySelectorAll(".fields .line")].find((one) => one.querySelector("label").innerText.includes(arguments[0]))?.querySelector("input")', label))
      await window.press([KEY.control, 'a'], String(number))
    }
    for (const person of tally.tellers ?? []) {
      await window.click(await window.field('Ausgezählt von'))
      await this.pick(person)
    }
    await this.hands.tap('Wahlgang festhalten')
    await window.until('the round is kept', 'return !document.querySelector(".fields .line")')
  }

  async drawLot({ winner }) {
    await this.hands.says('Auf wen ist das Los gefallen?')
    await this.window.click(await this.window.until(winner, 'return [...document.querySelectorAll(".step .ways button")].find((one) => one.innerText.includes(arguments[0]))', this.family(winner)))
    await this.hands.says('durch das Los gewählt')
  }

  async answerElection({ answer }) {
    await this.hands.tap(answer === 'accepted' ? 'Nimmt an' : 'Lehnt ab')
    await this.hands.result(answer === 'accepted' ? 'nimmt die Wahl an' : 'lehnt die Wahl ab')
  }

  /** What was recorded is put right where its result stands. */
  async correct({ act, replacement }) {
    const { do: first } = this.script.acts.find((one) => one.act === act)
    if (first.type !== 'recordOutcome' || replacement?.type !== 'recordOutcome') throw new Error(`no gesture for correcting ${first.type}`)
    await this.before(first.item)
    await this.hands.tap('Korrigieren')
    await this.outcomeWith(OUTCOMES[replacement.outcome], replacement.wording.blocks[0].content)
  }
}

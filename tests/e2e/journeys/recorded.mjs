// The session of 2021 recorded by clicks and keys, from the excuses of the days before to the file
// that is signed twice. Its master data and its plan come from the script; every act is done in the
// window, at the time that the script gives it. In the end the journal is what the script gives when
// it is played, and pyHanko judges the signatures.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KEY } from '../driver.mjs'
import { Hands, PASSPHRASE } from '../hands.mjs'
import { compared } from '../journal.mjs'
import { ours, python, sitzungsbuch } from '../programs.mjs'
import { days, key, keys, page, password, saved, signs } from '../signing.mjs'
import { write } from '../texts.mjs'

const NAME = 'digitalisierung-2021'
const DAY = '2021-11-04'

export const variants = { '': { prepare, clock: utc('10:12', '2021-11-01') } }

/** A time of the session on the clock of the program. */
function utc(time, day = DAY) {
  return `${new Date(`${day}T${time}:00+01:00`).toISOString().slice(0, 19)}Z`
}

function vault(stage) {
  return join(stage.home, 'tresor.sitzungsbuch')
}

/** The vault as the office hands it over: master data and the prepared session, no act. */
async function prepare(stage) {
  const script = JSON.parse(await readFile(ours(`tests/scenarios/${NAME}.json`), 'utf8'))
  await writeFile(stage.file('vorbereitet.json'), JSON.stringify({ ...script, acts: [] }))
  await sitzungsbuch(['play', stage.file('vorbereitet.json'), '--vault', vault(stage), '--out', stage.file('gespielt')], PASSPHRASE)
  await keys(stage)
}

export async function play(stage) {
  const hands = new Hands(stage)
  await hands.fill()
  await hands.unlock()
  await hands.tap('Öffnen')
  await excuses(hands)
  await opening(hands)
  await formalities(hands)
  await publicPart(hands)
  await nonPublicPart(hands)
  await minutes(stage, hands)
  await stage.end()
  await compared(stage, vault(stage), PASSPHRASE, NAME)
}

/** Four excuses and their substitutes, by tap and by keyboard. */
async function excuses(hands) {
  const { window } = hands
  await hands.usable('Gäste und Verwaltung')
  await hands.tap('Mehr zu Sanaa El Ghoufi')
  await hands.opened()
  await window.press('E')
  await hands.closed()
  await hands.tileSays('El Ghoufi', 'entschuldigt')
  await hands.look('entschuldigt')
  await substitute(hands, 'ghou', 'Geisinger', utc('10:14', '2021-11-01'))
  for (const [letters, member, came, day, [first, then]] of [
    ['freu', 'Freudig', 'Haglöhner', '2021-11-02', ['14:40', '14:41']],
    ['höll', 'Höllering', 'Meisgeier', '2021-11-03', ['09:05', '09:06']],
    ['rein', 'Reinmuth', 'Ziegeldorf', DAY, ['11:20', '11:22']],
  ]) {
    await hands.clock(utc(first, day))
    await hands.person(letters)
    await window.press('E')
    await hands.closed()
    await hands.tileSays(member, 'entschuldigt')
    await substitute(hands, letters, came, utc(then, day))
  }
}

/** A substitute takes the seat, proposed or not. */
async function substitute(hands, letters, name, time) {
  const { window } = hands
  await hands.clock(time)
  await hands.person(letters)
  await window.press('V')
  await window.click(await window.until(name, 'return [...document.querySelectorAll("label.option")].find((one) => one.innerText.includes(arguments[0]))', name))
  await window.press(KEY.enter)
  await hands.closed()
  await hands.tile(name)
}

/** Who is there, in the order in which they come through the door. */
async function opening(hands) {
  const { window } = hands
  await hands.clock(utc('16:20'))
  for (const name of ['Webelhuth', 'Ziegeldorf', 'Grauß', 'Geisinger', 'Nüthen', 'Lamm', 'Niehoop', 'Ahrendorn', 'Söhlmann', 'Burkamper', 'Guelcher', 'Rohwinkel', 'Meisgeier', 'Viehlöh', 'Haglöhner', 'Börling']) await hands.note(name)
  await window.js('arguments[0].focus()', await hands.tile('Gadebrook'))
  await window.press(KEY.space)
  await hands.tileSays('Gadebrook', 'anwesend')
  await hands.tap('Gäste und Verwaltung')
  await hands.opened()
  // Two by name, though the directory knows them; the others by a tap.
  await named(hands, 'Gast', 'Sachtleb')
  await named(hands, 'Verwaltung', 'Herr Richthoff')
  for (const name of ['Schrodin', 'Beckrath', 'Haasloh', 'Herzbruch', 'Schöllkamp', 'Fischbeck']) await there(hands, name)
  await hands.says('8 Personen')
  await hands.look('gäste')
  await window.press(KEY.escape)
  await hands.closed()
  await hands.look('vor der eröffnung')
  await hands.clock(utc('16:32'))
  await window.press(KEY.f2)
  await window.find('.live')
}

/** Somebody by name, who is in the directory already. */
async function named(hands, capacity, name) {
  const { window } = hands
  await hands.tap(capacity)
  await window.click(await window.field('Name mit Titel'))
  await window.press(name, KEY.enter)
  await window.until(`${name} added`, 'return document.activeElement.matches("input") && document.activeElement.value === ""')
}

/** Somebody in the list of those without a seat is there. */
async function there(hands, name) {
  const row = `[...document.querySelectorAll('dialog li')].find((one) => one.innerText.includes(arguments[0]))`
  await hands.window.click(await hands.window.until(`${name} in the list`, `
    return [...(${row}?.querySelectorAll('button') ?? [])].find((one) => one.innerText.trim() === 'ist da' && !one.disabled)`, name))
  await hands.window.until(`${name} there`, `return ${row}?.classList.contains('there')`, name)
}

/** Formalities in one go; the agenda is established at an item that is only looked at. */
async function formalities(hands) {
  const { window } = hands
  await hands.next('1')
  await hands.clock(utc('16:33'))
  await hands.tap('Ordnungsgemäße Ladung feststellen')
  await hands.says('Ladung festgestellt 16:33')
  await hands.clock(utc('16:34'))
  await hands.tap('Beschlussfähigkeit feststellen')
  await hands.says('festgestellt 16:34')
  await hands.clock(utc('16:35'))
  await hands.lookAt('1.5')
  await hands.tap('Festgestellt')
  await hands.result('Festgestellt')
  await hands.look('unterpunkt')
  await hands.tap('Zurück zu TOP 1')
  await hands.clock(utc('16:36'))
  await writes(hands, '1')
  await window.press([KEY.shift, KEY.f2])
  await hands.says('Welche Unterpunkte sind damit erledigt?')
  await hands.look('unterpunkte')
  await hands.tap('Punkt schließen')
  await hands.closed()
}

async function publicPart(hands) {
  const { window } = hands
  await hands.next('2')
  await hands.clock(utc('16:38'))
  await outcome(hands, 'Zur Kenntnis', 'Der Ausschuss für Digitalisierung nimmt die Niederschrift über die Sitzung vom 13.09.2021 zur Kenntnis.', 'wortlaut')
  await writes(hands, '2')
  await hands.next('3')

  await hands.clock(utc('16:43'))
  await window.press(KEY.f8, 'E')
  await hands.says('Der Wortlaut fehlt noch.')
  await window.until('the wording', 'return document.activeElement.matches(".proposal [role=textbox]")')
  await window.paste('Der Ausschuss für Digitalisierung nimmt den Entwurf des Haushalts 2022/2023, soweit er die Produkte der Digitalisierung betrifft, zur Kenntnis. Er empfiehlt dem Kreisausschuss, dem Entwurf in der vorliegenden Fassung zuzustimmen und ihn dem Kreistag zum Beschluss vorzulegen.')
  await hands.look('beschluss')
  await hands.tap('Wortlaut übernehmen')
  await hands.tap('Einstimmig')
  await hands.result('einstimmig')
  await hands.look('einstimmig')
  await writes(hands, '3')
  await hands.closeItem()

  await hands.clock(utc('16:44'))
  await hands.next('4')
  await hands.clock(utc('16:55'))
  await hands.tap('Zur Kenntnis')
  await hands.result('Kenntnis')
  await writes(hands, '4')
  await hands.next('5')
  await hands.clock(utc('17:01'))
  await outcome(hands, 'Zur Kenntnis', 'Der Ausschuss für Digitalisierung nimmt den Bericht aus dem Kommunalen Rechenzentrum Weidental zur Kenntnis.')
  await writes(hands, '5')
  await hands.next('6')
  await hands.clock(utc('17:02'))
  await hands.tap('Anlage')
  await hands.opened()
  await window.until('the title', 'return document.activeElement.matches("dialog input")')
  await window.press('Präsentation „Künstliche Intelligenz“')
  await hands.look('anlage')
  await window.press(KEY.enter)
  await hands.closed()
  await hands.clock(utc('17:11'))
  await hands.tap('Zur Kenntnis')
  await hands.result('Kenntnis')
  await writes(hands, '6')

  // The heading "Nachträge" is closed; its one sub-item is dealt with on its own.
  await hands.next('7')
  await hands.clock(utc('17:12'))
  await window.press([KEY.shift, KEY.f2])
  await hands.says('Welche Unterpunkte sind damit erledigt?')
  await window.until('the first box', 'return document.activeElement.matches("dialog input[type=checkbox]:not(:checked)")')
  await hands.tap('Punkt schließen')
  await hands.closed()
  await hands.next('7.1')
  await hands.clock(utc('17:21'))
  await outcome(hands, 'Zur Kenntnis', 'Der Ausschuss für Digitalisierung nimmt die mündliche Antwort der Verwaltung zur Kenntnis.')
  await writes(hands, '7.1')
  await hands.closeItem()
}

async function nonPublicPart(hands) {
  const { window } = hands
  await hands.clock(utc('17:22'))
  await window.press(KEY.f2)
  await hands.says('Wer verlässt den Raum?')
  await hands.look('wer geht')
  await window.press(KEY.enter)
  await hands.closed()
  await hands.next('8')
  await hands.clock(utc('17:25'))
  await hands.tap('Zur Kenntnis')
  await hands.result('Kenntnis')
  await writes(hands, '8')
  await hands.next('9')
  await hands.clock(utc('17:29'))
  await outcome(hands, 'Zur Kenntnis', 'Der Ausschuss für Digitalisierung nimmt den Bericht zur Kenntnis.')
  await writes(hands, '9')
  await hands.next('10')
  await hands.tap('Keine')
  await hands.result('Keine')
  await hands.clock(utc('17:30'))
  await hands.closeItem()
  await window.press(KEY.f2)
  await hands.opened()
  await hands.look('schließen')
  await window.press(KEY.enter)
  await hands.usable('Niederschrift öffnen')
}

/** An outcome with a wording of its own, by keyboard. */
async function outcome(hands, kind, wording, look) {
  const { window } = hands
  await hands.tap('Weitere')
  await hands.tap('Mit eigenem Wortlaut')
  await window.until('the wording', 'return document.activeElement.matches(".vote [role=textbox], .panel [role=textbox]")')
  await choose(window, 'Ergebnis', kind)
  await window.click(await window.find('.panel [role=textbox]'))
  await window.paste(wording)
  if (look) await hands.look(look)
  await hands.tap('Ergebnis festhalten')
  await hands.result(wording)
}

/** Chooses in a list by its first letters, unless it is chosen. */
async function choose(window, label, option) {
  const field = await window.field(label)
  const shown = () => window.js('return arguments[0].selectedOptions[0]?.label', field)
  if ((await shown()) === option) return
  await window.js('arguments[0].focus()', field)
  await window.press(option)
  await window.until(option, 'return arguments[0].selectedOptions[0]?.label === arguments[1]', field, option)
}

/** The text of an item, as the script has it. */
async function writes(hands, number) {
  const { acts } = JSON.parse(await readFile(ours(`tests/scenarios/${NAME}.json`), 'utf8'))
  const written = acts.find(({ do: { type, item } }) => type === 'writeText' && item === `ds21-${number}`)
  await write(hands, written.do.text, {
    number: (item) => item.replace('ds21-', ''),
    slot: (act) => ({ label: act === 'ds21-tagesordnung' ? 'Ergebnis zu TOP 1.5' : 'Ergebnis' }),
  })
}

/** The Niederschrift of the closed session, signed in both versions and saved. */
async function minutes(stage, hands) {
  const { window } = stage
  await stage.clock(days(0))
  await hands.tap('Niederschrift öffnen')
  await page(window)
  await hands.look('niederschrift')
  await hands.tap('Unterschreiben')
  await window.find('dialog input')
  await window.press(KEY.escape)
  await hands.closed()
  const word = await password(stage)
  for (const name of ['schriftfuehrung', 'vorsitz']) await signs(stage, name, word)
  await hands.tap('Öffentliche Fassung ansehen')
  await page(window)
  for (const name of ['schriftfuehrung', 'vorsitz']) await signs(stage, name, word)
  await hands.look('unterschrieben')
  const files = []
  for (const version of ['Öffentlich', 'Vollständig']) files.push(await saved(stage, version))
  for (const file of files) await sitzungsbuch(['verify', file])
  await python('signatures.py', [key(stage, 'muster-ca.pem'), ...files])
}

// The Niederschrift of a closed session is signed in both versions, by the clerk and by the chair,
// each with a key file; what goes wrong on the way is said where it happened. The files are saved
// and judged by our command line and by pyHanko.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { accessible } from '../axe.mjs'
import { KEY } from '../driver.mjs'
import { ours, python, sitzungsbuch } from '../programs.mjs'

const PASSPHRASE = 'Übung macht den Meister'
const COMMIT = 'Unterschreiben und versiegeln'

export const variants = {
  hell: { prepare, width: 1280, height: 800, whole: true },
  dunkel: { prepare, width: 1280, height: 800, dark: true },
  hochkant: { prepare, width: 800, height: 1280 },
}

/** A vault with the closed sample session, and key files of its clerk and its chair. */
async function prepare(stage) {
  const vault = join(stage.home, 'tresor.sitzungsbuch')
  const sample = ours('assets/sample/kreis-wiesenthal.json')
  await sitzungsbuch(['play', sample, '--vault', vault, '--out', stage.file('gespielt')], PASSPHRASE)
  await sitzungsbuch(['demo', '--out', stage.file('muster')])
}

function key(stage, name) {
  return stage.file(`muster/schluessel/${name}`)
}

/** `whole` goes on to the public version and to the files; the others are looked at. */
export async function play(stage, { width, height, whole }) {
  const { window } = stage
  await window.resize(width, height)
  const password = (await readFile(key(stage, 'kennwort.txt'), 'utf8')).trim()
  const show = async (name) => {
    await window.picture(stage.out(`${name}.png`))
    await accessible(window, name)
  }

  await window.find('input[type=password]')
  await window.press(PASSPHRASE, KEY.enter)
  await window.click(await window.named('Niederschrift'))
  await page(window)
  await show('ungezeichnet')
  await window.click(await window.named('Unterschreiben'))
  await refusals(stage, password, show)

  await signs(stage, 'schriftfuehrung', password, show)
  await show('schriftfuehrung')
  await signs(stage, 'vorsitz', password)
  await show('vollstaendig')
  await verdict(window, show)
  if (!whole) return

  await readOnly(window)
  await window.click(await window.named('Öffentliche Fassung ansehen'))
  await page(window)
  await show('oeffentlich')
  for (const name of ['schriftfuehrung', 'vorsitz']) await signs(stage, name, password)

  const files = []
  for (const version of ['Öffentlich', 'Vollständig']) files.push(await saved(stage, version))
  for (const file of files) await sitzungsbuch(['verify', file])
  await python('signatures.py', [key(stage, 'muster-ca.pem'), ...files])
  await broken(stage, show)
}

/** Waits until the pages that were asked for are drawn. */
async function page(window) {
  await window.until('the pages', 'return document.querySelector("section[aria-busy=false] figure[aria-busy=false]")')
}

/** The dialog says what is missing and what is wrong, where it is, and keeps what was typed. */
async function refusals(stage, password, show) {
  const { window } = stage
  await window.find('dialog input')
  await show('dialog')
  await window.click(await window.named(COMMIT))
  await told(window, 'keine Schlüsseldatei gewählt')
  await show('ohne-datei')

  await writeFile(stage.file('Einladung.pdf'), '%PDF-1.7')
  await choose(stage, stage.file('Einladung.pdf'))
  await window.press('falsch', KEY.enter)
  await told(window, 'keine Schlüsseldatei, die')

  await choose(stage, key(stage, 'schriftfuehrung.p12'))
  await window.press(KEY.enter)
  await told(window, 'mit diesem Kennwort')
  await window.find('dialog [aria-invalid=true]:focus')
  await show('falsches-kennwort')

  await stage.clock(days(2))
  await window.press([KEY.control, 'a'], password, KEY.enter)
  await told(window, 'abgelaufen')
  await window.find('dialog [role=group] button:focus')
  await show('abgelaufen')
  await stage.clock(days(0))
  await window.press(KEY.escape)
  await window.until('no dialog', 'return !document.querySelector("dialog")')
}

/** A time of the clock so many days from now. */
function days(count) {
  return `${new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 19)}Z`
}

/** A refusal stands in the dialog. */
async function told(window, words) {
  await window.until(words, 'return document.querySelector("dialog .kern-error")?.textContent.includes(arguments[0])', words)
}

async function choose(stage, file) {
  const { window } = stage
  await stage.answers(file)
  await window.click(await window.until('the key button', 'return document.querySelector("dialog .kern-form-input[role=group] button")'))
  const name = file.split('/').at(-1)
  await window.until(name, 'return document.querySelector("dialog [role=status]")?.textContent === arguments[0]', name)
  await window.find('dialog input:focus')
}

/** Signs the shown version for whoever's turn it is, by keys alone: the focus goes from act to act. */
async function signs(stage, name, password, show) {
  const { window } = stage
  await page(window)
  const before = await window.js('return document.querySelectorAll(".panel ol .ok").length')
  await window.find('header .kern-btn--primary:focus')
  await window.press(KEY.enter)
  await window.find('dialog input')
  // Who signed last in this role finds the same file again.
  if (await window.js('return document.querySelector("dialog [role=group] button:focus")')) {
    await stage.answers(key(stage, `${name}.p12`))
    await window.press(KEY.enter)
    await window.find('dialog input:focus')
  }
  await window.press(password)
  if (show) await show('bereit')
  await window.press(KEY.enter)
  await window.until(`signed: ${name}`, 'return document.querySelectorAll(".panel ol .ok").length === arguments[0] + 1', before)
  await window.until('no dialog', 'return !document.querySelector("dialog")')
  await page(window)
}

/** After the first signature the texts can be read and not changed. */
async function readOnly(window) {
  const item = () => window.find('.items button')
  await window.js('arguments[0].scrollIntoView({ block: "center" })', await item())
  await window.click(await item())
  await window.until('a text that is only read', `
    const text = document.querySelector('.items .text')
    return text && !text.querySelector('[contenteditable=true]')`)
  await page(window)
  await window.click(await item())
  await page(window)
}

/** The check of the file in words, down to the report. */
async function verdict(window, show) {
  await window.click(await window.named('Prüfung ansehen'))
  await window.until('the verdict', 'return document.querySelector("dialog .kern-alert--success")?.textContent.includes("Unverändert seit der letzten Unterschrift")')
  await show('pruefung')
  await window.click(await window.find('dialog summary'))
  await show('bericht')
  await window.press(KEY.escape)
  await window.until('no sheet', 'return !document.querySelector("dialog")')
}

/** Saves a version at a place that the native dialog would give. */
async function saved(stage, version) {
  const { window } = stage
  await window.click(await window.named(version, '[role=radio]'))
  await page(window)
  const file = stage.file(`${version}.pdf`)
  await stage.answers(file)
  await window.click(await window.named('Speichern'))
  await window.until(`saved: ${version}`, 'return document.querySelector(".kern-alert--success")?.textContent.includes(arguments[0])', `${version}.pdf`)
  return file
}

/** A file that the check does not call good is shown as such, and nobody is asked to sign it. */
async function broken(stage, show) {
  const { window } = stage
  await stage.clock(days(-1))
  await window.click(await window.named('Zur Sitzung'))
  await window.click(await window.named('Niederschrift öffnen'))
  await window.until('the broken seal', 'return document.querySelector(".panel .bad")')
  await page(window)
  await show('gebrochen')
  await window.click(await window.named('Prüfung ansehen'))
  await window.find('dialog .kern-alert--danger')
  await show('befund')
}

// The Niederschrift of a closed session is signed in both versions, by the clerk and by the chair,
// each with a key file; what goes wrong on the way is said where it happened. The files are saved
// and judged by our command line and by pyHanko.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { accessible } from '../axe.mjs'
import { KEY } from '../driver.mjs'
import { ours, python, sitzungsbuch } from '../programs.mjs'
import { choose, days, key, keys, page, password, saved, signs } from '../signing.mjs'

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
  await keys(stage)
}

/** `whole` goes on to the public version and to the files; the others are looked at. */
export async function play(stage, { width, height, whole }) {
  const { window } = stage
  await window.resize(width, height)
  const word = await password(stage)
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
  await refusals(stage, word, show)

  await signs(stage, 'schriftfuehrung', word, show)
  await show('schriftfuehrung')
  await signs(stage, 'vorsitz', word)
  await show('vollstaendig')
  await verdict(window, show)
  if (!whole) return

  await readOnly(window)
  await window.click(await window.named('Öffentliche Fassung ansehen'))
  await page(window)
  await show('oeffentlich')
  for (const name of ['schriftfuehrung', 'vorsitz']) await signs(stage, name, word)

  const files = []
  for (const version of ['Öffentlich', 'Vollständig']) files.push(await saved(stage, version))
  for (const file of files) await sitzungsbuch(['verify', file])
  await python('signatures.py', [key(stage, 'muster-ca.pem'), ...files])
  await broken(stage, show)
}

/** The dialog says what is missing and what is wrong, where it is, and keeps what was typed. */
async function refusals(stage, word, show) {
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
  await window.press([KEY.control, 'a'], word, KEY.enter)
  await told(window, 'abgelaufen')
  await window.find('dialog [role=group] button:focus')
  await show('abgelaufen')
  await stage.clock(days(0))
  await window.press(KEY.escape)
  await window.until('no dialog', 'return !document.querySelector("dialog")')
}

/** A refusal stands in the dialog. */
async function told(window, words) {
  await window.until(words, 'return document.querySelector("dialog .kern-error")?.textContent.includes(arguments[0])', words)
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

// A session that two persons chaired: its Niederschrift has a field for each of them and for the
// clerk. All three sign, by keys alone; what the window says of the fields is looked at, and both
// files are judged by our command line and by pyHanko.
import { join } from 'node:path'
import { accessible } from '../axe.mjs'
import { KEY } from '../driver.mjs'
import { ours, python, sitzungsbuch } from '../programs.mjs'
import { key, page, password, saved, signs } from '../signing.mjs'

const PASSPHRASE = 'Übung macht den Meister'
const SIGNERS = [
  ['schriftfuehrung', 'Iska Norderhof'],
  ['vorsitz', 'Hedda Ahrenskamp'],
  ['2-vorsitz', 'Onno Brinkmeier'],
]

export const variants = {
  hell: { prepare, width: 1280, height: 800, whole: true },
  dunkel: { prepare, width: 800, height: 1280, dark: true },
}

/** A vault with the closed session, and key files of all who sign. */
async function prepare(stage) {
  const vault = join(stage.home, 'tresor.sitzungsbuch')
  const script = ours('tests/scenarios/auf-der-kippe.json')
  await sitzungsbuch(['play', script, '--vault', vault, '--out', stage.file('gespielt')], PASSPHRASE)
  await python('keys.py', [stage.file('muster/schluessel'), ...SIGNERS.map((one) => one.join('='))])
}

/** `whole` goes on to the public version and to the files; the other is looked at. */
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
  await says(window, 'zu TOP 7', 'noch nicht unterschrieben')
  await show('ungezeichnet')
  await window.click(await window.named('Unterschreiben'))
  await window.find('dialog input')
  await show('dialog')
  await window.press(KEY.escape)
  await window.until('no dialog', 'return !document.querySelector("dialog")')

  await signs(stage, 'schriftfuehrung', word)
  await says(window, 'es fehlen noch: Ausschussvorsitzende, Stellvertretender Ausschussvorsitzender')
  await show('schriftfuehrung')
  await signs(stage, 'vorsitz', word)
  await says(window, 'es fehlt noch: Stellvertretender Ausschussvorsitzender')
  await signs(stage, '2-vorsitz', word)
  await says(window, 'von allen unterschrieben')
  await show('vollstaendig')
  if (!whole) return

  await window.click(await window.named('Öffentliche Fassung ansehen'))
  await page(window)
  for (const [name] of SIGNERS) await signs(stage, name, word)
  const files = []
  for (const version of ['Öffentlich', 'Vollständig']) files.push(await saved(stage, version))
  for (const file of files) await sitzungsbuch(['verify', file])
  await python('signatures.py', [key(stage, 'muster-ca.pem'), ...files])
}

/** Words of the panel with the signatures. */
function says(window, ...words) {
  return window.until(words.join(', '), `
    const text = document.querySelector('.panel')?.innerText ?? ''
    return arguments[0].every((word) => text.includes(word))`, words)
}

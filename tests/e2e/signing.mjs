// The hands of those who sign: key files, the view of the Niederschrift, its files. Journeys that end
// with signatures share them.
import { readFile } from 'node:fs/promises'
import { KEY } from './driver.mjs'
import { sitzungsbuch } from './programs.mjs'

/** Key files of a clerk and a chair, for 24 hours. */
export function keys(stage) {
  return sitzungsbuch(['demo', '--out', stage.file('muster')])
}

export function key(stage, name) {
  return stage.file(`muster/schluessel/${name}`)
}

/** The password of the key files. */
export async function password(stage) {
  return (await readFile(key(stage, 'kennwort.txt'), 'utf8')).trim()
}

/** A time of the clock so many days from now. */
export function days(count) {
  return `${new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 19)}Z`
}

/** Waits until the pages that were asked for are drawn. */
export async function page(window) {
  await window.until('the pages', 'return document.querySelector("section[aria-busy=false] figure[aria-busy=false]")')
}

/** Chooses a key file in the dialog of signing. */
export async function choose(stage, file) {
  const { window } = stage
  await stage.answers(file)
  await window.click(await window.until('the key button', 'return document.querySelector("dialog .kern-form-input[role=group] button")'))
  const name = file.split('/').at(-1)
  await window.until(name, 'return document.querySelector("dialog [role=status]")?.textContent === arguments[0]', name)
  await window.find('dialog input:focus')
}

/** Signs the shown version for whoever's turn it is, by keys alone: the focus goes from act to act. */
export async function signs(stage, name, word, show) {
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
  await window.press(word)
  if (show) await show('bereit')
  await window.press(KEY.enter)
  await window.until(`signed: ${name}`, 'return document.querySelectorAll(".panel ol .ok").length === arguments[0] + 1', before)
  await window.until('no dialog', 'return !document.querySelector("dialog")')
  await page(window)
}

/** Saves a version at a place that the native dialog would give. */
export async function saved(stage, version) {
  const { window } = stage
  await window.click(await window.named(version, '[role=radio]'))
  await page(window)
  const file = stage.file(`${version}.pdf`)
  await stage.answers(file)
  await window.click(await window.named('Speichern'))
  await window.until(`saved: ${version}`, 'return document.querySelector(".kern-alert--success")?.textContent.includes(arguments[0])', `${version}.pdf`)
  return file
}

// What the journey `keys` does in the second half of its session, and the steps that both halves share.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KEY } from './driver.mjs'

export async function person(keys, letters) {
  await keys.press(KEY.f4)
  await keys.at('Anfangsbuchstaben')
  await keys.type(letters)
  await keys.press(KEY.enter)
  await keys.at('')
}

export async function next(hands, keys, number) {
  await keys.press(KEY.f2)
  await hands.window.until(`TOP ${number}`, `
    return document.querySelector('main.item .top')?.textContent.trim() === 'TOP ' + arguments[0]`, number)
  await caret(keys)
}

export function caret(keys) {
  return keys.at('Notizen zu TOP')
}

/** Leaves a dialog; the caret is back in the notes. */
export async function away(hands, keys) {
  await keys.press(KEY.escape)
  await hands.closed()
  await caret(keys)
}

export async function menu(keys, entry) {
  await keys.press(KEY.f10)
  await keys.at('Übersicht')
  await keys.to(entry)
  await keys.press(KEY.enter)
  await keys.at('')
}

/** Another time for an entry, one taken back in the log, one by its key. */
export async function corrections(hands, keys) {
  await keys.press([KEY.alt, 'v'])
  await hands.says('Nichts wird gelöscht')
  await keys.to('Uhrzeit ändern')
  await keys.press(KEY.enter)
  await keys.at('Richtige Uhrzeit')
  await keys.type('15:45')
  await keys.press(KEY.enter)
  await hands.tileSays('Feldhaus', 'ab 15:45')
  await keys.at('15:55')
  await hands.look('verlauf')
  await keys.to('Zurücknehmen: ')
  await keys.press(KEY.enter)
  await hands.window.until('an entry that was taken back', 'return document.querySelector("li.withdrawn")')
  await keys.focus()
  await keys.press(KEY.escape)
  await hands.closed()
  await caret(keys)
  await keys.press([KEY.control, KEY.shift, 'z'])
  await caret(keys)
}

/** Another item comes, one is looked at, the rest is dealt with behind closed doors. */
export async function agenda(hands, keys) {
  await menu(keys, 'Punkt hinzufügen')
  await keys.at('Nummer')
  await keys.type('6a')
  await keys.to('Titel')
  await keys.type('Anfrage zum Winterdienst')
  await keys.press([KEY.control, KEY.enter])
  await hands.closed()
  await caret(keys)
  await keys.press([KEY.alt, '7'])
  await hands.says('TOP 6a aufrufen')
  await keys.press([KEY.alt, KEY.up])
  await placed(hands, '6a,6')
  await keys.press([KEY.alt, KEY.down])
  await placed(hands, '6,6a')
  await keys.press([KEY.control, 'k'])
  await keys.at('Befehl, Person')
  await keys.press(KEY.pageDown, KEY.pageUp)
  await keys.type('verlauf')
  await keys.press(KEY.enter)
  await hands.says('Nichts wird gelöscht')
  await keys.press(KEY.escape)
  await hands.closed()
  await keys.press([KEY.alt, '2'])
  await hands.says('Zurück zu TOP 5')
  await keys.to('Zurück zu TOP 5', { back: true })
  await keys.press(KEY.enter)
  await caret(keys)
  await next(hands, keys, '6')
  await keys.press(KEY.f8, 'O')
  await keys.focus()
  await keys.press(KEY.down)
  await hands.look('weitere')
  await keys.press(KEY.escape)
  await keys.at('Weitere')
  await keys.press(KEY.f8, KEY.enter)
  await hands.result('Kenntnis')
  await caret(keys)
  await keys.press([KEY.shift, KEY.f2])
  await hands.says('Kein Punkt aufgerufen')
  await keys.at('TOP')
  await keys.press([KEY.control, KEY.shift, 'n'])
  await keys.at('Nichtöffentlichkeit herstellen')
  await keys.to('geht', { back: true })
  await keys.press(KEY.right)
  await keys.at('bleibt')
  await keys.to('Nichtöffentlichkeit herstellen')
  await keys.press(KEY.enter)
  await hands.closed()
  await hands.says('Nichtöffentlicher Teil')
  await keys.focus()
}

/** Two items stand in this order on the agenda. */
function placed(hands, expected) {
  return hands.window.until(`the order ${expected}`, `
    const numbers = [...document.querySelectorAll('.left .row .number')].map((one) => one.textContent.trim())
    return numbers.filter((number) => number.startsWith('6')).join() === arguments[0]`, expected)
}

export async function closing(hands, keys, day) {
  await hands.clock(`${day}T15:30:00Z`)
  await keys.press(KEY.f2)
  await caret(keys)
  await keys.press(KEY.f8, KEY.enter)
  await hands.result('')
  for (let turn = 0; turn < 6 && !(await hands.window.js('return document.querySelector("dialog[open]")')); turn += 1) {
    await keys.press(KEY.f2)
    await keys.focus()
    await hands.window.settle()
  }
  await hands.opened()
  await keys.at('Sitzung schließen')
  await keys.press(KEY.enter)
  await keys.at('Niederschrift öffnen')
  await hands.look('geschlossen')
  await keys.press(KEY.enter)
}

/** The pages are turned, the file is saved, both sign. */
export async function minutes(stage, hands, keys) {
  const { window } = stage
  await hands.page()
  await keys.at('Unterschreiben')
  await keys.to('Vorschau, Seite 1')
  await keys.press(KEY.pageDown, KEY.pageDown, KEY.pageDown)
  await hands.says('Seite 2 von')
  await keys.to('Vorige Seite')
  await keys.press(KEY.enter)
  await hands.says('Seite 1 von')
  await keys.at('Vorige Seite')
  await keys.to('Öffentlich', { back: true }).catch(() => keys.to('Vollständig', { back: true }))
  await keys.press(KEY.right)
  await hands.page()
  await keys.press(KEY.left)
  await hands.page()
  await keys.to('Speichern')
  await stage.answers(stage.file('niederschrift.pdf'))
  await keys.press(KEY.enter)
  await hands.says('Gespeichert als niederschrift.pdf')
  await keys.at('Speichern')
  await stage.clock(`${new Date().toISOString().slice(0, 19)}Z`)
  await keys.to('Unterschreiben')
  const password = (await readFile(stage.file(join('muster', 'schluessel', 'kennwort.txt')), 'utf8')).trim()
  for (const name of ['schriftfuehrung', 'vorsitz']) {
    await keys.press(KEY.enter)
    await keys.at('Datei wählen')
    await stage.answers(stage.file(join('muster', 'schluessel', `${name}.p12`)))
    await keys.press(KEY.enter)
    await keys.at('Kennwort der Schlüsseldatei')
    await keys.type(password)
    await keys.press(KEY.enter)
    await hands.closed()
    await window.until('the page after it', 'return document.querySelector("section[aria-busy=false] figure[aria-busy=false]")')
    await keys.focus()
  }
  await hands.says('von allen unterschrieben')
  await hands.look('unterschrieben')
  await keys.press([KEY.control, 'l'])
  await hands.says('Alles ist gespeichert.')
  await hands.unlock()
}

// Who is there: called by name before the opening, tapped afterwards, with every act of a person, at
// another time, taken back beside the tile; back from a recess; the same for two hundred seats.
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'
import { caret, next } from '../keyed.mjs'
import { Keyboard } from '../keyboard.mjs'

const clock = '2026-11-12T15:25:00Z'
export const variants = {
  hell: { clock },
  'hochkant-dunkel': { clock, width: 800, height: 1280, dark: true },
  groß: { clock, large: true },
}

const HOLD = 700

export async function play(stage, { large }) {
  const hands = new Hands(stage)
  const { window } = stage
  await hands.sample({ large })
  await called(hands)
  await ordered(hands)
  await hands.openSession()
  await taps(hands)
  const keys = new Keyboard(window)
  await byKey(hands, keys)
  await beside(hands, keys)
  await recess(hands, keys)
}

/** The tile is held, as a finger holds it. */
async function hold(hands, name) {
  await hands.window.touch(await hands.tile(name), HOLD)
  await hands.opened()
}

/** One key for each seat; one goes back, one is represented. */
async function called(hands) {
  const { window } = hands
  await hands.tap('Namensaufruf')
  await hands.says('1 von 17')
  await hands.look('aufruf')
  const at = (number) => hands.says(`${number} von 17`)
  for (let seat = 1; seat <= 4; seat += 1) {
    await window.press(seat % 2 ? 'a' : KEY.space)
    await at(seat + 1)
  }
  await window.press('f')
  await at(6)
  await window.press(KEY.backspace)
  await at(5)
  await window.press('a')
  await at(6)
  await window.press('e')
  await at(7)
  // Whoever is excused and does not answer is excused all the same.
  await window.press(KEY.backspace)
  await at(6)
  await window.press('f')
  await at(7)
  await hands.says('bleibt entschuldigt.')
  await window.press('v')
  await window.until('the proposed substitute', 'return document.activeElement.matches("input[name=substitute]")')
  await hands.look('aufruf-vertretung')
  await window.press(KEY.escape)
  await hands.closed()
  await at(7)
  await window.press('v')
  // Nobody is appointed for this seat, so nobody is proposed: the first of the others is chosen.
  await window.until('nobody proposed', 'return document.activeElement.matches("input[name=substitute]") && document.activeElement.value === ""')
  await window.click(await window.find('label.option:not(.taken)'))
  await window.until('somebody chosen', 'return document.activeElement.matches("input[name=substitute]:checked") && document.activeElement.value !== ""')
  await window.press(KEY.enter)
  await hands.closed()
  await at(8)
  // The rest by tap, on the large buttons.
  for (let seat = 8; seat <= 17; seat += 1) {
    await hands.tap(seat < 15 ? 'fehlt' : 'anwesend')
    await (seat < 17 ? at(seat + 1) : hands.says('Alle Sitze sind aufgerufen'))
  }
  await hands.look('aufruf-ende')
  await window.press(KEY.escape)
  await hands.says('Anwesenheit vor der Eröffnung')
}

/** The order of the tiles stays as it was chosen. */
async function ordered(hands) {
  const { window } = hands
  await hands.look('vor-eröffnung')
  await window.click(await window.named('Fraktion', '[role=radio]'))
  await hands.look('fraktionen')
  await window.click(await window.named('Sitzordnung', '[role=radio]'))
}

async function first(hands, kind) {
  return hands.window.until(`a tile that is ${kind}`, `
    return [...document.querySelectorAll('button.tile')].find((one) => one.textContent.includes(arguments[0]))?.querySelector('.name').textContent.trim()`, kind)
}

/** One tap arrives and one takes it back; two leave; another time; the personal substitute. */
async function taps(hands) {
  const { window } = hands
  await hands.clock('2026-11-12T15:53:00Z')
  await next(hands, new Keyboard(window), '1')
  // Nine of seventeen are there: the next one to go would cost the quorum, and that is said.
  await window.click(await hands.tile('Castendyk'))
  await hands.says('danach 8 von 17')
  await hands.look('sitz-beschlussfähigkeit')
  await window.press(KEY.escape)
  await hands.closed()

  const late = await first(hands, 'fehlt')
  await window.click(await hands.tile(late))
  await hands.tileSays(late, 'ab 16:53')
  await announced(hands)
  await hands.look('zurück')
  await hands.tap('zurück')
  await hands.tileSays(late, 'fehlt')
  await hands.closed()

  await hold(hands, late)
  await hands.says('vor 5')
  await hands.look('sitz-fehlt')
  await window.click(await window.named('vor 5', '[role=radio]'))
  await hands.tap('kommt')
  await hands.closed()
  await hands.tileSays(late, 'ab 16:48')

  await window.click(await hands.tile(late))
  await hands.opened()
  await hands.says('draußen zu diesem Punkt')
  await hands.look('sitz-anwesend')
  await hands.tap('geht jetzt')
  await hands.closed()
  await hands.tileSays(late, 'bis 16:53')

  const other = await first(hands, 'fehlt')
  await hold(hands, other)
  await window.click(await window.until('the proposed substitute', 'return document.querySelector("dialog .act button")'))
  await hands.closed()
  await window.until('somebody stands in', 'return document.body.innerText.includes(`für ${arguments[0]}`) || document.body.textContent.includes(`für ${arguments[0]}`)', other)
}

/** A change of the quorum is said to a screen reader, in its turn while both tests hold. */
function announced(hands) {
  return hands.window.until('said to a screen reader', `
    return [...document.querySelectorAll('[aria-live=polite]')].some((one) => one.textContent.startsWith('Rechnerisch beschlussfähig: '))`)
}

/** Every other act of a person, by letters alone. */
async function byKey(hands, keys) {
  const { window } = hands
  const person = async (letters, ...acts) => {
    await keys.press(KEY.f4)
    await keys.at('Anfangsbuchstaben')
    await keys.type(letters)
    await keys.press(KEY.enter)
    await window.find('dialog .acts')
    await keys.focus()
    await keys.press(...acts)
  }
  await person('bornew', 'D')
  await hands.tileSays('Bornewasser', 'nicht bei TOP 1')
  await caret(keys)
  await person('bornew', 'K')
  await hands.tileSays('Bornewasser', 'WU')
  await person('bornew', 'Z')
  await hands.tileSays('Bornewasser', 'Zuhörerbereich')
  await hands.look('abwesend')
  await person('bornew', 'K')
  await hands.closed()
  await person('bornew', 'A')
  await keys.at('Zu welchem Punkt')
  await hands.look('befangen')
  await keys.to('Erklärung der Person')
  await keys.press(KEY.right)
  await keys.at('Beschluss des Gremiums')
  await keys.to('Befangenheit eintragen')
  await keys.press(KEY.enter)
  await hands.closed()
  await hands.tileSays('Bornewasser', 'befangen')
  // Nobody goes by a stray tap, and what it would do to the quorum is said before.
  await person('bornew', 'K')
  await hands.closed()
  await person('falken', KEY.escape)
  await hands.closed()
  await caret(keys)
}

/** A guest for one item, and somebody nobody knows on a seat. */
async function beside(hands, keys) {
  const { window } = hands
  await hands.tap('Gast oder Verwaltung hinzufügen')
  await keys.at('Name mit Titel')
  await keys.type('Frau Ruth Ankerbrand')
  await window.click(await window.named('nur TOP 1', '[role=radio]'))
  await hands.look('gast')
  await hands.tap('Hinzufügen')
  await hands.says('zu TOP 1')
  await hands.tap('Mehr zu Ruth Ankerbrand')
  await hands.says('geht jetzt')
  await hands.look('gast-alles')
  await window.press('G')
  await hands.says('bis 16:53')
  await keys.at('kommt')
  await window.press(KEY.escape)
  await hands.closed()

  const absent = await first(hands, 'fehlt')
  await hold(hands, absent)
  await hands.tap('Vertretung')
  await hands.tap('Andere Person')
  await keys.at('Name mit Titel')
  await keys.type('Frau Fenja Neulander')
  await hands.look('unbekannt')
  await keys.press(KEY.enter)
  await hands.closed()
  await hands.tileSays('Neulander', `für ${absent}`)
  await hands.tap('Alle Sitze')
  await hands.says('Zurück zu TOP 1')
  await hands.look('alle')
  await window.press(KEY.escape)
  await window.find('.live')
}

/** Two taps bring everybody back; a third leaves somebody out. */
async function recess(hands, keys) {
  const { window } = hands
  const order = { of: 'act', act: crypto.randomUUID(), meeting: 'wiesenthal-2026-11-12', basedOn: null, at: null, command: { type: 'interruptMeeting' } }
  await window.async('const done = arguments[1]; window.__TAURI_INTERNALS__.invoke("execute", arguments[0]).then(done, done)', order)
  await window.click(await hands.tile(await first(hands, 'entschuldigt')))
  await hands.usable('Sitzung fortsetzen')
  await hands.clock('2026-11-12T16:10:00Z')
  await hands.tap('Sitzung fortsetzen')
  await hands.says('Wer ist nicht zurück?')
  await hands.look('zurückgekehrt')
  await hands.tap('Ludger Bornewasser')
  await hands.says('Ohne die Markierten fortsetzen')
  await hands.look('nicht-zurück')
  await hands.tap('Ludger Bornewasser')
  await hands.tap('Alle zurück')
  await hands.closed()
  await hands.tileSays('Bornewasser', 'WU')
  await keys.focus()
}

// Everything by keyboard alone, from the first start to the signature: no pointer at all. After each
// act it is asked where the focus is, and the list of F1 names every key that was needed.
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'
import { Keyboard } from '../keyboard.mjs'
import { agenda, away, caret, closing, corrections, minutes, next, person } from '../keyed.mjs'
import { sitzungsbuch } from '../programs.mjs'

const DAY = '2026-11-19'
const clock = `${DAY}T14:20:00Z`

export const variants = {
  hell: { clock, prepare },
  dunkel: { clock, prepare, dark: true, width: 800, height: 1280 },
}

const PEOPLE = `Frau KA Brigitte Osterloh, Bürgerliste, Vorsitz
Herr KA Jens Kramersund, Bürgerliste
Frau KA Dr. Helga Wiesmoor, Soziale Mitte
Herr KA Emre Altinsoy, Soziale Mitte
Frau KA Nora Tietjen, Grünes Forum
Herr SB Kurt Feldhaus, Bürgerliste
Frau KA Silke Neuhoff, Soziale Mitte, Vertretung für Wiesmoor`

const AGENDA = `Öffentlicher Teil
1. Formalien
2. Genehmigung der Niederschrift vom 10.09.2026
3. Radweg an der Mühlenstraße, hier: zweiter Bauabschnitt – 66/014/2026
Beschlussvorschlag: Der Ausschuss stimmt dem zweiten Bauabschnitt zu.
4. Sanierung der Turnhalle
Beschlussvorschlag: Der Ausschuss stimmt der Sanierung zu.
5. Verkauf eines Grundstücks
Beschlussvorschlag: Der Ausschuss stimmt dem Verkauf zu.
6. Informationen der Verwaltung
Nichtöffentlicher Teil
7. Bericht über ein Verfahren`

async function prepare(stage) {
  await sitzungsbuch(['demo', '--out', stage.file('muster')])
}

export async function play(stage) {
  const hands = new Hands(stage)
  const keys = new Keyboard(stage.window)
  await hands.fill()
  await setUp(hands, keys)
  await prepared(hands, keys)
  await opened(hands, keys)
  await decisions(hands, keys)
  await attendance(hands, keys)
  await corrections(hands, keys)
  await agenda(hands, keys)
  await closing(hands, keys, DAY)
  await minutes(stage, hands, keys)
  await keys.listed()
}

async function setUp(hands, keys) {
  await hands.create()
  await keys.at('Mit Beispielausschuss ausprobieren')
  await keys.to('Neu beginnen')
  await keys.press(KEY.enter)
  await keys.at('Name der Körperschaft')
  await keys.type('Kreis Mühlental')
  await keys.to('Vertretung')
  await keys.type('Der Kreistag')
  await keys.to('Ort der Niederschrift')
  await keys.type('Mühlental')
  await keys.press(KEY.enter)
  await keys.at('Name des Gremiums')
  await keys.type('Bauausschuss')
  await keys.press(KEY.tab, KEY.tab, KEY.space, KEY.down, KEY.down)
  await keys.focus()
  await keys.press(KEY.enter)
  await keys.at('Liste der Mitglieder')
  await hands.window.paste(PEOPLE)
  await hands.says('6 Mitglieder, 1 Vertretung')
  await keys.press([KEY.control, KEY.enter])
  await hands.says('Schritt 4 von 5')
  await keys.to('Vorname')
  await keys.type('Anke')
  await keys.to('Nachname')
  await keys.type('Süderholz')
  await keys.press(KEY.enter)
  await keys.at('Zusammenfassung')
  await keys.to('Gremium anlegen')
  await keys.press(KEY.enter)

  await keys.at('Neue Sitzung')
  await keys.press(KEY.enter)
  await keys.at('Gremium')
  await keys.to('Beginn')
  await keys.type('15:30')
  await keys.to('Raum')
  await keys.type('Raum 1.12')
  await keys.to('Liste der Punkte')
  await hands.window.paste(AGENDA)
  await hands.says('7 Punkte')
  await keys.press([KEY.control, KEY.enter])
}

/** Presence by tile, by search, excused, substituted with the preview, a guest and an official. */
async function prepared(hands, keys) {
  await keys.at('Osterloh')
  await keys.press(KEY.space)
  await hands.tileSays('Osterloh', 'anwesend')
  await keys.at('Osterloh')
  for (const name of ['Kramersund', 'Altinsoy']) {
    await keys.to(name)
    await keys.press(KEY.enter)
    await hands.tileSays(name, 'anwesend')
    await keys.at(name)
  }
  await person(keys, 'tietj')
  await keys.press('K')
  await hands.closed()
  await hands.tileSays('Tietjen', 'anwesend')
  await keys.at('Altinsoy')
  await person(keys, 'wies')
  await keys.press('E')
  await hands.closed()
  await hands.tileSays('Wiesmoor', 'entschuldigt')
  await person(keys, 'wies')
  await keys.press('V')
  await hands.says('Silke Neuhoff')
  await hands.window.until('a chosen substitute', 'return document.activeElement.matches("input[name=substitute]:checked")')
  await keys.press(KEY.down)
  await keys.focus()
  await keys.press(KEY.up)
  await hands.says('rechnerisch beschlussfähig')
  await keys.focus()
  await hands.look('vertretung')
  await keys.press(KEY.enter)
  await hands.closed()
  await keys.at('Altinsoy')
  await person(keys, 'neuh')
  await keys.press('K')
  await hands.closed()
  await hands.says('5 von 6')

  await keys.to('Vorsitz')
  await keys.to('Schriftführung')
  await keys.to('Gäste und Verwaltung')
  await keys.press(KEY.enter)
  await hands.opened()
  await somebody(hands, keys, 'Dr. Jost Lindhorst', 'Bauamt')
  await keys.to('Verwaltung')
  await keys.press(KEY.right)
  await keys.at('Gast')
  await somebody(hands, keys, 'Ruth Ankerbrand', 'Hochschule Mühlental', { back: true })
  await hands.says('2 Personen')
  await keys.press(KEY.escape)
  await hands.closed()
  await keys.at('Gäste und Verwaltung')
  await hands.look('anwesenheit')
}

async function somebody(hands, keys, name, detail, way = {}) {
  await keys.to('Name mit Titel', way)
  await keys.type(name)
  await keys.to('Amt oder Einrichtung')
  await keys.type(detail)
  await keys.press(KEY.enter)
  await hands.says(name)
  await keys.at('Name mit Titel')
}

async function opened(hands, keys) {
  await hands.clock(`${DAY}T14:32:00Z`)
  await keys.press(KEY.f2)
  await keys.at('Ordnungsgemäße Ladung feststellen')
  await hands.look('eröffnet')
  await next(hands, keys, '1')
  await keys.to('Ordnungsgemäße Ladung feststellen')
  await keys.press(KEY.enter)
  await hands.says('Ladung festgestellt')
  await caret(keys)
  await keys.press(KEY.f9)
  await keys.at('')
  await hands.look('beschlussfähigkeit')
  await keys.press('B')
  await hands.says('festgestellt 15:32')
  await caret(keys)
}

/** In one key, by numbers, by roll-call, without a vote, and with another wording. */
async function decisions(hands, keys) {
  await next(hands, keys, '2')
  await keys.press(KEY.f8)
  await keys.at('Genehmigt')
  await keys.press(KEY.enter)
  await hands.result('Genehmigt')
  await caret(keys)

  await hands.clock(`${DAY}T14:40:00Z`)
  await next(hands, keys, '3')
  await keys.type('Frau Tietjen fragt nach den Kosten.')
  await hands.says('Text gespeichert')
  await keys.to('Ändern', { back: true })
  await keys.press(KEY.enter)
  await keys.at('Beschlussvorschlag')
  await keys.press([KEY.control, 'a'])
  await keys.type('Der Ausschuss stimmt dem Bauabschnitt ab 2027 zu.')
  await keys.press([KEY.control, KEY.enter])
  await hands.says('Der Ausschuss stimmt dem Bauabschnitt ab 2027 zu.')
  await caret(keys)
  await keys.press(KEY.f8, 'E')
  await hands.result('einstimmig')
  await caret(keys)
  await keys.press([KEY.alt, 'l'])
  await keys.at('Titel')
  await keys.type('Lageplan')
  await keys.press(KEY.enter)
  await hands.closed()
  await caret(keys)
  await keys.press([KEY.alt, 'w'])
  await keys.at('So steht es in der Niederschrift')
  await away(hands, keys)
  await keys.press([KEY.shift, KEY.f1])
  await keys.at('Im Handbuch suchen')
  await away(hands, keys)

  await next(hands, keys, '4')
  await keys.press(KEY.f8, 'A')
  await keys.at('Nein')
  await keys.press(KEY.escape)
  await caret(keys)
  await keys.press(KEY.f8, 'A')
  await keys.at('Nein')
  await keys.type('1')
  await keys.press(KEY.up, KEY.down, KEY.tab)
  await keys.type('1')
  await hands.says('bei 1 Gegenstimme und 1 Enthaltung')
  await hands.usable('Ergebnis festhalten')
  await hands.look('auszählen')
  await keys.press(KEY.enter)
  await hands.result('bei 1 Gegenstimme und 1 Enthaltung')
  await caret(keys)

  await next(hands, keys, '5')
  await keys.press(KEY.f8, 'N')
  await keys.at('Namentliche Abstimmung')
  await keys.press('J', 'N', KEY.backspace, 'J', KEY.space, 'E')
  await hands.look('namentlich')
  await keys.press('N')
  await hands.says('Alle sind aufgerufen.')
  await hands.usable('Ergebnis festhalten')
  await keys.focus()
  await keys.press(KEY.enter)
  await hands.result('Gegenstimme')
  await caret(keys)

  await keys.press([KEY.alt, 'p'])
  await keys.focus()
  await hands.opened()
  await away(hands, keys)
  await keys.press([KEY.alt, 'u'])
  await hands.says('Die Sitzung ist unterbrochen')
  await keys.press(KEY.f2)
  await hands.opened()
  await keys.at('Alle zurück')
  await keys.press(KEY.enter)
  await hands.closed()
  await caret(keys)
}

/** Bias, leaving, coming back, coming late. */
async function attendance(hands, keys) {
  await hands.clock(`${DAY}T14:50:00Z`)
  await person(keys, 'kramer')
  await keys.press('B')
  await hands.closed()
  await hands.tileSays('Kramersund', 'befangen')
  await caret(keys)
  await person(keys, 'kramer')
  await keys.press('K')
  await hands.closed()
  await hands.tileSays('Kramersund', 'Bürgerliste')
  await person(keys, 'altin')
  await keys.press('G')
  await hands.closed()
  await hands.tileSays('Altinsoy', 'bis 15:50')
  await hands.clock(`${DAY}T14:55:00Z`)
  await person(keys, 'altin')
  await keys.press('K')
  await hands.closed()
  await hands.tileSays('Altinsoy', 'KA')
  await person(keys, 'feld')
  await keys.press('K')
  await hands.closed()
  await hands.tileSays('Feldhaus', 'ab 15:55')
  await keys.press(KEY.f6)
  await keys.focus()
  await keys.press([KEY.shift, KEY.f6])
  await caret(keys)
}

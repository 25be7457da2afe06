// "Neu beginnen": an own committee of nine, its people typed; a first session with a pasted agenda
// is prepared and opened. The steps of the set-up go by keyboard.
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'

const clock = '2026-11-19T15:20:00Z'
export const variants = {
  hell: { clock },
  dunkel: { clock, dark: true },
  hochkant: { clock, width: 800, height: 1280 },
}

const PEOPLE = `Frau KA Brigitte Osterloh, Bürgerliste, Vorsitz
Herr KA Jens Kramersund, Bürgerliste
Frau KA Dr. Helga Wiesmoor, Soziale Mitte
Herr KA Emre Altinsoy, Soziale Mitte
Frau KA Nora Tietjen, Grünes Forum
Herr SB Kurt Feldhaus, Bürgerliste
Frau SB Maria Lopez-Brinkmann, Soziale Mitte
Herr SB Ole Bunk, Grünes Forum
Herr KA Fritz Ahlers, Bürgerliste, stellv. Vorsitz
Frau KA Silke Neuhoff, Soziale Mitte, Vertretung für Wiesmoor`

const AGENDA = `Öffentlicher Teil
1. Formalien
2. Genehmigung der Niederschrift vom 10.09.2026
3. Radweg an der Mühlenstraße, hier: zweiter Bauabschnitt – 66/014/2026
Beschlussvorschlag: Der Ausschuss stimmt dem zweiten Bauabschnitt zu.
4. Informationen der Verwaltung
Nichtöffentlicher Teil
5. Vergabe der Bauleistungen`

export async function play(stage) {
  const hands = new Hands(stage)
  const { window } = stage
  await hands.fill()
  await hands.create()
  await hands.tap('Neu beginnen')
  await hands.says('Schritt 1 von 5')
  await window.until('the first field', 'return document.activeElement.matches("input")')
  await hands.look('körperschaft-leer')
  await window.press('Kreis Mühlental', KEY.tab, 'Der Kreistag', KEY.tab, 'Mühlental', KEY.tab, 'Kreishaus, Lindenweg 4, 00431 Mühlental', KEY.enter)
  await hands.says('Schritt 2 von 5')
  await window.until('the first field', 'return document.activeElement.matches("input")')
  await window.press('Bauausschuss', KEY.tab, KEY.tab, KEY.space, KEY.down, KEY.down)
  await window.until('a profile', 'return document.querySelector("input[type=radio]:checked")')
  await hands.look('gremium')
  await window.press(KEY.enter)
  await hands.says('Schritt 3 von 5')
  await window.click(await window.field('Liste der Mitglieder und Vertretungen'))
  await window.press(...PEOPLE.split('\n').flatMap((line) => [line, KEY.enter]))
  await hands.says('9 Mitglieder, 1 Vertretung')
  await hands.look('mitglieder')
  await hands.tap('Weiter')
  await hands.says('Schritt 4 von 5')
  await hands.fillIn('Vorname', 'Anke')
  await window.press(KEY.tab, 'Süderholz')
  await hands.look('schriftführung')
  await hands.tap('Weiter')
  await hands.says('Schritt 5 von 5')
  await hands.look('zusammenfassung')
  await hands.tap('Gremium anlegen')

  await hands.says('Noch keine Sitzung')
  await hands.look('noch-keine-sitzung')
  await hands.tap('Neue Sitzung')
  await hands.fillIn('Beginn', '16:30')
  await hands.fillIn('Raum', 'Raum 1.12')
  await hands.pasteInto('Liste der Punkte', AGENDA)
  await hands.says('5 Punkte')
  await hands.look('sitzung')
  await window.press([KEY.control, KEY.enter])
  await hands.usable('Gäste und Verwaltung')
  await hands.look('vorbereitet')

  for (const name of ['Osterloh', 'Kramersund', 'Altinsoy', 'Tietjen', 'Feldhaus', 'Bunk', 'Ahlers']) await hands.note(name)
  await hands.says('7 von 9')
  await hands.look('anwesend')
  await hands.clock('2026-11-19T15:31:00Z')
  await window.press(KEY.f2)
  await window.find('.live')
  await hands.next('1')
  await hands.tap('Ordnungsgemäße Ladung feststellen')
  await hands.tap('Beschlussfähigkeit feststellen')
  await hands.says('festgestellt 16:31')
  await hands.look('eröffnet')
}

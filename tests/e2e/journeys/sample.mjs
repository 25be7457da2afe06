// Somebody who has never seen the program: first start, sample committee, its session from the
// noted presence to the closed session and its Niederschrift.
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'

const clock = '2026-11-12T15:25:00Z'
export const variants = {
  hell: { clock },
  dunkel: { clock, dark: true },
  hochkant: { clock, width: 800, height: 1280 },
  'hochkant-dunkel': { clock, width: 800, height: 1280, dark: true },
}

const THERE = ['Falkenroth', 'Bornewasser', 'Castendyk', 'Ellerkamp', 'Gürtekin', 'Pottgießer', 'Wittkopp', 'Kettelhake', 'Nettebrock', 'Osterwind']

export async function play(stage) {
  const hands = new Hands(stage)
  await hands.fill()
  await hands.look('tresor')
  await hands.create()
  await hands.look('auswahl')
  await hands.tap('Mit Beispielausschuss ausprobieren')
  await hands.usable('Sitzung öffnen')
  await hands.look('start')
  await hands.tap('Sitzung öffnen')

  await opening(hands)
  await beginning(hands)
  await items(hands)
  await end(hands)
}

/** Who is there, by taps and once by keyboard; a substitute, a guest. */
async function opening(hands) {
  const { window } = hands
  await hands.usable('Gäste und Verwaltung')
  await hands.look('eröffnung-leer')
  for (const name of THERE) await hands.note(name)
  await window.js('arguments[0].focus()', await hands.tile('Fuhrbach'))
  await window.press(KEY.space)
  await hands.tileSays('Fuhrbach', 'anwesend')

  await hands.tap('Mehr zu Rainer H. Hollenstedt')
  await hands.opened()
  await hands.look('sitz')
  await window.press('E')
  await hands.closed()
  await hands.tileSays('Hollenstedt', 'entschuldigt')
  await hands.tap('Mehr zu Rainer H. Hollenstedt')
  await hands.opened()
  await window.press('V')
  await window.until('the proposed substitute', 'return document.activeElement.matches("input[name=substitute]")')
  await hands.says('12 von 17, 8 KA > 4 SB: rechnerisch beschlussfähig')
  await hands.look('vertretung')
  await window.press(KEY.enter)
  await hands.closed()
  await hands.note('Lohmanns-Reuter')

  await hands.tap('Gäste und Verwaltung')
  await hands.opened()
  await hands.tap('Gast')
  await window.click(await window.field('Name mit Titel'))
  await window.press('Prof. Dr. Ruth Ankerbrand', KEY.tab, 'Hochschule Wiesenthal', KEY.enter)
  await hands.says('Prof. Dr. Ruth Ankerbrand')
  await hands.says('1 Person')
  await hands.look('gäste')
  await window.press(KEY.escape)
  await hands.closed()
  await hands.look('eröffnung')
  await hands.openSession()
}

async function beginning(hands) {
  const { window } = hands
  await hands.look('eröffnet')
  await hands.next('1')
  await hands.tap('Ordnungsgemäße Ladung feststellen')
  await hands.says('Ladung festgestellt 16:32')
  await hands.tap('Beschlussfähigkeit feststellen')
  await hands.says('festgestellt 16:32 durch die Vorsitzende')
  await hands.tap('Festgestellt')
  await hands.result('Festgestellt')
  await window.press(KEY.f9)
  await hands.says('Zurück zur Sitzung')
  await hands.look('beschlussfähigkeit')
  await window.press(KEY.f9)
  await hands.caret()
}

async function items(hands) {
  const { window } = hands
  await hands.clock('2026-11-12T15:40:00Z')
  await hands.next('2')
  await window.press(KEY.f8, KEY.enter)
  await hands.result('Genehmigt')

  await hands.next('3')
  await hands.caret()
  const begin = Date.now()
  await window.press('Frau Gürtekin fragt nach den Kosten ', [KEY.control, 'b'], 'im Jahr 2027', [KEY.control, 'b'], '.')
  await hands.says('Text gespeichert')
  const took = Date.now() - begin
  if (took > 3_000) throw new Error(`the text took ${took} ms to be durable`)
  await hands.clock('2026-11-12T15:53:00Z')
  await window.click(await hands.tile('Dornbusch'))
  await hands.tileSays('Dornbusch', 'ab 16:53')
  await hands.tap('Auszählen')
  await window.until('the numbers', 'return document.activeElement.closest(".numbers")')
  await window.press('2', KEY.tab, '1')
  await hands.says('mehrheitlich bei 2 Gegenstimmen und 1 Enthaltung angenommen')
  await hands.look('auszählen')
  await window.press(KEY.enter)
  await hands.result('mehrheitlich bei 2 Gegenstimmen und 1 Enthaltung angenommen')
  await hands.caret()
  await hands.look('ergebnis')
  // Whoever writes on writes behind what is there.
  await window.press(' Danach wird abgestimmt.')
  await hands.says('im Jahr 2027. Danach wird abgestimmt.')

  await hands.next('4')
  await hands.tap('Zur Kenntnis')
  await hands.result('Kenntnis')
  await hands.next('5')
  await hands.tap('Weitere')
  await hands.usable('Mit eigenem Wortlaut')
  await hands.look('weitere')
  await window.press(KEY.escape)
  await hands.tap('Zur Kenntnis')
  await hands.result('Kenntnis')

  await hands.clock('2026-11-12T16:06:00Z')
  await hands.next('6')
  await hands.person('pott')
  await hands.look('person')
  await window.press('B')
  await hands.closed()
  await hands.tileSays('Pottgießer', 'befangen, TOP 6')
  await hands.look('befangen')
  await window.press(KEY.f8, 'E')
  await hands.result('einstimmig')
  await hands.person('pott')
  await window.press('K')
  await hands.closed()
  await hands.clock('2026-11-12T16:20:00Z')
  await hands.person('oster')
  await window.press('G')
  await hands.closed()
  await hands.tileSays('Osterwind', 'bis 17:20')

  await hands.next('7')
  await window.press(KEY.f8, 'E')
  await hands.result('einstimmig')
  await hands.next('8')
  await hands.tap('Namentlich')
  await window.until('the roll', 'return document.querySelector("[data-area=vote] .entering, .entering")')
  await hands.look('namentlich')
  await window.press(KEY.escape)
  await hands.next('9')
}

async function end(hands) {
  const { window } = hands
  await hands.clock('2026-11-12T16:41:00Z')
  await window.press(KEY.f2)
  await hands.says('Kein Punkt aufgerufen')
  await window.press(KEY.f2)
  await hands.says('Wer verlässt den Raum?')
  await hands.look('nichtöffentlichkeit')
  await window.press(KEY.enter)
  await hands.closed()
  await hands.next('10')
  await hands.caret()
  await window.press('Herr Dr. Thorwarth berichtet über ein laufendes Verfahren.')
  await hands.tap('Zur Kenntnis')
  await hands.result('Kenntnis')
  await hands.look('nichtöffentlich')
  await hands.next('11')
  await window.press(KEY.f8, 'E')
  await hands.result('einstimmig')
  await hands.next('12')
  await hands.next('13')
  await window.press(KEY.f2)
  await window.until('everything done', `
    return !document.querySelector('.row.current') && document.body.innerText.includes('Sitzung schließen')`)
  await hands.clock('2026-11-12T17:07:00Z')
  await window.press(KEY.f2)
  await hands.says('TOP 12 ist ohne Ergebnis abgeschlossen.')
  await hands.look('schließen')
  await window.press(KEY.enter)
  await hands.usable('Niederschrift öffnen')
  await hands.look('geschlossen')
  await hands.tap('Niederschrift öffnen')
  await hands.page()
  await hands.look('niederschrift')
}

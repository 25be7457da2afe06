// The program is killed in mid-session, more than a second after the last keystroke: started again,
// it is where it was, with every act and every word.
import { setTimeout as sleep } from 'node:timers/promises'
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'

export const variants = { '': { clock: '2026-11-12T15:25:00Z' } }

const TEXT = 'Frau KA Gürtekin fragt, wann der zweite Abschnitt beginnt.'

export async function play(stage) {
  const hands = new Hands(stage)
  await hands.fill()
  await hands.create()
  await hands.tap('Mit Beispielausschuss ausprobieren')
  await hands.tap('Sitzung öffnen')
  await hands.usable('Gäste und Verwaltung')
  for (const name of ['Falkenroth', 'Bornewasser', 'Castendyk', 'Ellerkamp', 'Gürtekin', 'Pottgießer']) await hands.note(name)

  // Killed before the opening: who was noted is still noted.
  await stage.crash()
  await hands.fill()
  await hands.unlock()
  await hands.tap('Sitzung öffnen')
  await hands.tileSays('Pottgießer', 'anwesend')
  for (const name of ['Wittkopp', 'Fuhrbach', 'Kettelhake', 'Nettebrock']) await hands.note(name)
  await stage.window.press(KEY.f2)
  await stage.window.find('.live')
  await hands.next('1')
  await hands.tap('Ordnungsgemäße Ladung feststellen')
  await hands.tap('Beschlussfähigkeit feststellen')
  await hands.next('2')
  await hands.tap('Genehmigt')
  await hands.result('Genehmigt')
  await hands.next('3')
  await stage.window.press(TEXT)
  // What is promised is a second, so it is waited for by the clock and not by what is shown.
  await sleep(1_000)

  await stage.crash()
  await hands.fill()
  await hands.look('gesperrt')
  await hands.unlock()
  await hands.current('3')
  await hands.says(TEXT)
  await hands.says('10 von 17')
  await hands.says('Genehmigung der Niederschrift über die Sitzung vom 10.09.2026 erledigt')
  await hands.look('fortgesetzt')
  await stage.window.click(await stage.window.find('[role=textbox]'))
  await stage.window.press(' Herr KA Bornewasser dankt.')
  await hands.says('Text gespeichert')
}

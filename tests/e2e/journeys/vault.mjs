// A vault is created, the program is killed, a wrong passphrase is refused in words, and the right
// one opens the vault again: everything by keyboard.
import { accessible } from '../axe.mjs'
import { KEY } from '../driver.mjs'

const PASSPHRASE = 'Übung macht den Meister 🗝'

export async function play(stage) {
  await stage.window.find('input[type=password]')
  await stage.window.press(PASSPHRASE, KEY.tab, KEY.tab, PASSPHRASE, KEY.enter)
  await stage.window.until('an open vault', 'return !document.querySelector("input[type=password]")')

  await stage.crash()
  const { window } = stage
  await window.find('input[type=password]')
  await accessible(window, 'the locked vault')
  await window.picture(stage.out('locked.png'))
  await window.press('falsch', KEY.enter)
  await window.find('[aria-invalid=true]')
  await accessible(window, 'the refusal')
  await window.picture(stage.out('refused.png'))
  await window.press([KEY.control, 'a'], PASSPHRASE, KEY.enter)
  await window.until('an open vault', 'return !document.querySelector("input[type=password]")')
}

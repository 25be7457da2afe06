// A vault is created, the program is killed, a wrong passphrase is refused in words, and the right
// one opens the vault again: everything by keyboard.
import { accessible } from '../axe.mjs'
import { Hands } from '../hands.mjs'

export async function play(stage) {
  const hands = new Hands(stage)
  await hands.create()

  await stage.crash()
  await stage.window.find('input[type=password]')
  await accessible(stage.window, 'the locked vault')
  await stage.window.picture(stage.out('locked.png'))
  await hands.unlockInVain()
  await accessible(stage.window, 'the refusal')
  await stage.window.picture(stage.out('refused.png'))
  await hands.unlock()
}

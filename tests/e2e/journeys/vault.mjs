// A vault is created, the program is killed, a wrong passphrase is refused in words, and the right
// one opens the vault again: everything by keyboard, with the shortest and a long passphrase.
import { Hands } from '../hands.mjs'

export const variants = {
  kurz: { passphrase: 'k' },
  lang: { passphrase: 'Wort für Wort, '.repeat(14).slice(0, 200), dark: true, width: 800, height: 1280 },
}

export async function play(stage, { passphrase }) {
  const hands = new Hands(stage)
  await hands.fill()
  await hands.create(passphrase)

  await stage.crash()
  await hands.fill()
  await stage.window.find('input[type=password]')
  await hands.look('gesperrt')
  await hands.unlockInVain()
  await hands.look('abgelehnt')
  await hands.unlock(passphrase)
}

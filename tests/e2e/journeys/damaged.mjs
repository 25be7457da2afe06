// A vault that somebody changed from outside: a session whose journal is no longer what was written
// can be read and not written; a vault of a newer program is left alone. Both say so, and what is
// whole stays usable.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hands, PASSPHRASE } from '../hands.mjs'
import { ours, python, sitzungsbuch } from '../programs.mjs'

export const variants = {
  gelesen: { prepare: changed('tamper'), session: true },
  'gelesen, dunkel, hoch': { prepare: changed('tamper'), session: true, dark: true, width: 800, height: 1280, large: true },
  neuer: { prepare: changed('newer'), session: false },
}

/** A vault with a recorded session, then changed with other people's libraries. */
function changed(how) {
  return async (stage) => {
    const vault = join(stage.home, 'tresor.sitzungsbuch')
    const script = JSON.parse(await readFile(ours('tests/scenarios/korrektur.json'), 'utf8'))
    const acts = script.acts.filter((act) => act.do.type !== 'closeMeeting')
    await writeFile(stage.file('offen.json'), JSON.stringify({ ...script, acts }))
    await sitzungsbuch(['play', stage.file('offen.json'), '--vault', vault, '--out', stage.file('gespielt')], PASSPHRASE)
    await python('vault.py', [vault, how], PASSPHRASE)
  }
}

export async function play(stage, { session, large }) {
  const hands = new Hands(stage)
  await hands.fill()
  if (!session) {
    await refused(hands)
    return
  }
  await hands.unlock()
  // A session that is open is what one comes back to.
  await hands.says('kann nur noch gelesen werden')
  if (large) await hands.largeType()
  await hands.look('nur lesen')
  // Nothing that writes is offered.
  const offered = await hands.window.js(`
    const plain = (one) => (one.getAttribute('aria-label') ?? one.textContent).replace(/\\s+/g, ' ').trim()
    return [...document.querySelectorAll('button')]
      .filter((one) => one.checkVisibility() && !one.matches(':disabled, [aria-disabled=true]'))
      .map(plain).filter((name) => /eröffnen|schließen|abstimm|berichtigen|festhalten/i.test(name))`)
  if (offered.length > 0) throw new Error(`offered all the same: ${offered.join(', ')}`)
}

/** The passphrase is right, and the vault stays closed with the reason. */
async function refused(hands) {
  await hands.window.find('input[type=password]')
  await hands.look('gesperrt')
  await hands.window.settle()
  await hands.window.press(PASSPHRASE, '\uE007')
  await hands.says('neueren')
  await hands.look('neuer')
}

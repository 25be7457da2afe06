// For the left hand the columns of a session stand the other way round, on this device and after the
// next start too: seats left, what is to be done next right. Set by keyboard.
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'

const clock = '2026-11-12T15:25:00Z'
export const variants = {
  hell: { clock },
  'hochkant, dunkel': { clock, width: 800, height: 1280, dark: true },
}

/** Where the parts begin, from the left. */
const PLACES = `
  const left = (css) => document.querySelector(css)?.checkVisibility() ? document.querySelector(css).getBoundingClientRect().left : -1
  return [left('[data-area=attendance]'), left('[data-area=item]'), left('[data-area=agenda]'), left('.acts .kern-btn--secondary, .acts .kern-btn--primary'), left('.acts .entry')]`

export async function play(stage, { width }) {
  const hands = new Hands(stage)
  const { window } = hands
  await hands.sample()
  await hands.ten()
  await hands.openSession()
  await hands.next('1')
  await window.press(KEY.f10)
  await hands.opened()
  await window.js('arguments[0].focus()', await window.named('Rechte Hand', '[role=radio]'))
  await window.press(KEY.right)
  await window.find('.live.mirrored')
  await hands.look('menü')
  await window.press(KEY.escape)
  await hands.closed()
  await mirrored(window, width)
  await hands.look('gespiegelt')
  // The sheet stays away from the tile.
  await window.click(await hands.tile('Castendyk'))
  await hands.opened()
  await window.settle()
  await hands.look('blatt')
  await window.press(KEY.escape)
  await hands.closed()

  await stage.crash()
  await hands.fill()
  await hands.unlock()
  await stage.window.find('.live.mirrored')
  await mirrored(stage.window, width)
}

async function mirrored(window, width) {
  const [seats, item, agenda, step, entry] = await window.js(PLACES)
  const right = width ? step < entry : seats < item && item < agenda
  if (!right) throw new Error(`the other way round: ${[seats, item, agenda, step, entry]}`)
}

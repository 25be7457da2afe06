// A whole budget session recorded live: 60 motions pasted as a list and voted on in series, a doubted
// count, motions on procedure in between, the rest en bloc with exceptions. The journal is what the
// script gives, and the README says how many taps and keys it took (lying).
import { Budget } from '../clerk/budget.mjs'
import { clock, handedOver, script, vault } from '../clerk/script.mjs'
import { count, counted, inReadme } from '../counted.mjs'
import { PASSPHRASE } from '../hands.mjs'
import { compared } from '../journal.mjs'

const NAME = 'haushalt-2027'
export const variants = {
  hell: { prepare, told: true },
  'hochkant-dunkel': { prepare, dark: true, width: 800, height: 1280 },
}

/** Looks at what is seen after these acts. */
const LOOKS = {
  'ml27-v-schluss': 'nach-schluss',
  'ml27-v-10': 'reihe',
  'ml27-v-unterbrechung': 'folge',
  'ml27-vossgrave': 'mitten-darin',
  'ml27-v-gemeinsam': 'nach-gemeinsam',
  'ml27-v-satzung': 'satzung',
}

async function prepare(stage) {
  const source = await script(NAME)
  await stage.clock(clock(source.zone, source.acts[0].at))
  await handedOver(stage, NAME)
}

export async function play(stage, { told }) {
  const source = await script(NAME)
  const clerk = new Budget(stage, source, LOOKS)
  const { hands } = clerk
  await hands.fill()
  await hands.unlock()
  await hands.tap('Öffnen')
  await hands.usable('Gäste und Verwaltung')
  const place = (fits) => source.acts.findIndex(fits)
  const opening = place(({ do: { type } }) => type === 'openMeeting')
  const first = place(({ do: { type } }) => type === 'fileMotion')
  const last = source.acts.findLastIndex(({ do: { matter } }) => matter) + 1

  await clerk.records(opening)
  await count(stage.window)
  scrolled(stage.window)
  await clerk.records(first)
  const before = await counted(stage.window)
  await clerk.records(last)
  const after = await counted(stage.window)
  await clerk.records()
  const all = await counted(stage.window)
  await stage.end()
  await compared(stage, vault(stage), PASSPHRASE, NAME)
  if (told) await inReadme([
    '| the budget session of 60 motions | taps and keys |',
    '|---|---|',
    `| all of it, from the first who is there to the end | ${all} |`,
    `| the motions, from the pasted list to the last result | ${after - before} |`,
    `| on average a motion | ${((after - before) / 60).toFixed(1)} |`,
  ])
}

/** What is out of sight has to be scrolled to: a gesture more. */
function scrolled(window) {
  const click = window.click.bind(window)
  window.click = async (element) => {
    await window.js(`
      const box = arguments[0].getBoundingClientRect()
      const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
      if (!arguments[0].contains(hit)) window.gestures += 1`, element)
    return click(element)
  }
}

// The pages beside the text: from an item to its place and from the page to its text, by pointer and
// by keys; what is typed shows in the pages while the caret stays and nothing is scrolled away.
import { join } from 'node:path'
import { KEY } from '../driver.mjs'
import { Hands, PASSPHRASE } from '../hands.mjs'
import { ours, sitzungsbuch } from '../programs.mjs'

const clock = '2026-11-20T09:00:00Z'
export const variants = {
  hell: { prepare, clock, width: 1280, height: 800 },
  'hochkant-dunkel': { prepare, clock, dark: true, width: 800, height: 1280 },
}

const WORDS = 'Ein Satz, der eben dazukam.'

/** The sample session, recorded and closed. */
async function prepare(stage) {
  const vault = join(stage.home, 'tresor.sitzungsbuch')
  const script = ours('assets/sample/kreis-wiesenthal.json')
  await sitzungsbuch(['play', script, '--vault', vault, '--out', stage.file('gespielt')], PASSPHRASE)
}

export async function play(stage) {
  const hands = new Hands(stage)
  const { window } = stage
  await hands.fill()
  await hands.unlock()
  await hands.tap('Niederschrift')
  await hands.page()

  // From the text to the page.
  await window.click(await item(window, '8'))
  const place = await pointed(hands, '8')
  await hands.look('gezeigt')
  await window.js('document.querySelector(".pages").scrollTo({ top: 0 })')
  const show = await window.named('Im Dokument zeigen')
  await window.js('arguments[0].focus()', show)
  await window.press(KEY.enter)
  if ((await pointed(hands, '8')) !== place) throw new Error('another place was shown')

  // What is typed shows in the pages.
  await window.click(await window.find('.items [role=textbox]'))
  await window.press([KEY.control, KEY.end], KEY.enter)
  const before = await scrolled(window)
  await window.press(WORDS)
  await shown(window, WORDS)
  await hands.caret()
  if ((await scrolled(window)) !== before) throw new Error('the pages moved while somebody typed')
  await hands.look('getippt')
  const stayed = await window.js('return document.activeElement.innerText')
  if (!stayed.includes(WORDS)) throw new Error(`typed: ${stayed}`)

  // From the page to the text, by the keyboard and by the pointer.
  await window.click(await item(window, '6'))
  await pointed(hands, '6')
  await window.click(await item(window, '2'))
  await pointed(hands, '2')
  await window.js('document.querySelector(".pages").scrollTo({ top: arguments[0] })', before)
  await window.js('arguments[0].focus()', await window.named('Zum Text dieser Stelle'))
  await window.press(KEY.enter)
  await writes(window, '8')
  await window.click(await window.named('Zum Text von TOP 3'))
  await writes(window, '3')
  await hands.look('im-text')

  // The public version shows no place of the other part.
  await window.click(await window.named('Öffentlich', '[role=radio], [role=tab], button, label'))
  await window.until('the public pages', `
    return document.querySelector('section[aria-busy=false] .place')
      && ![...document.querySelectorAll('.place')].some((one) => one.getAttribute('aria-label').includes('TOP 11'))`)
  await hands.page()
}

/** The line of an item in the list. */
function item(window, number) {
  return window.until(`TOP ${number}`, `
    return [...document.querySelectorAll('.items .item')]
      .find((one) => one.querySelector('.number').textContent.trim() === arguments[0])`, number)
}

/** Where the item stands is pointed at, in sight: its page and how far down. */
async function pointed({ window }, number) {
  return window.until(`TOP ${number} in the pages`, `
    const pages = document.querySelector('.pages').getBoundingClientRect()
    const one = [...document.querySelectorAll('.place.pointed')]
      .find((place) => place.getAttribute('aria-label').startsWith('Zum Text von TOP ' + arguments[0] + ':')
        && place.getBoundingClientRect().top > pages.top && place.getBoundingClientRect().top < pages.bottom)
    return one && one.closest('figure').dataset.page + ' ' + one.style.top`, number)
}

function scrolled(window) {
  return window.js('return Math.round(document.querySelector(".pages").scrollTop)')
}

/** The words stand on a page that is drawn. */
function shown(window, words) {
  return window.until(`„${words}“ in the pages`, `
    const plain = (text) => text.replace(/\\s+/g, ' ')
    return [...document.querySelectorAll('figure[aria-busy=false] figcaption')]
      .some((one) => plain(one.textContent).includes(arguments[0]))`, words)
}

/** The caret stands in the text of an item. */
function writes(window, number) {
  return window.until(`the caret in the text of TOP ${number}`, `
    const open = document.querySelector('.items .item[aria-expanded=true] .number')?.textContent.trim()
    return open === arguments[0] && document.activeElement.matches('.items [role=textbox]')`, number)
}

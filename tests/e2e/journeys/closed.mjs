// The walls around the web view, tried from inside: no network, no foreign page, no style from
// markup, no command of a plugin; a dialog gives a name and no path; leaving ends the program.
import { setTimeout as sleep } from 'node:timers/promises'

const INVOKE = 'return window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1]).then((value) => ["done", value], (fault) => ["refused", fault])'

function same(what, found, expected) {
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`)
  }
}

export async function play(stage) {
  const { window } = stage
  same('fetch', await window.js('return fetch("https://example.org").then(() => "open", () => "closed")'), 'closed')
  same('style in markup', await window.js(`
    const one = document.createElement('div')
    one.innerHTML = '<p style="color: rgb(1, 2, 3)">x</p>'
    document.body.append(one)
    const colour = getComputedStyle(one.firstChild).color
    one.remove()
    return colour === 'rgb(1, 2, 3)'`), false)
  for (const foreign of ['plugin:dialog|open', 'plugin:fs|read_file', 'plugin:event|listen', 'plugin:window|close', 'eval']) {
    same(foreign, (await window.js(INVOKE, foreign, {}))[0], 'refused')
  }
  const [answer, fault] = await window.js(INVOKE, 'execute', { of: 'nonsense' })
  same('an unknown order', [answer, fault.code], ['refused', 'badInput'])
  await stage.answers(stage.file('k.p12'), '')
  same('a key', await window.js(INVOKE, 'choose_key', {}), ['done', { name: 'k.p12' }])
  same('a dialog closed', await window.js(INVOKE, 'choose_key', {}), ['done', { name: 'k.p12' }])
  await window.js('location.href = "https://example.org/"').catch(() => {})
  await sleep(300)
  same('the page', await window.js('return location.protocol'), 'tauri:')
  await window.js(INVOKE, 'leave', {}).catch(() => {})
  for (let turn = 0; turn < 100 && stage.program(); turn += 1) await sleep(50)
  same('the program', stage.program(), undefined)
}

// How long the window takes from a tap or a key to the frame that shows what came of it, measured by
// the window itself. What it shows comes with the answer, and that is there when the act is durable.

/** Waits in the window for what shows an act, from the next finger or key on. */
const watch = (shown) => `
  if (!window.calls) {
    const { fetch } = window
    window.calls = []
    window.fetch = async (...what) => {
      const call = { sent: performance.now() }
      if (String(what[0]).endsWith('/execute')) window.calls.push(call)
      const answer = await fetch(...what)
      call.answered = performance.now()
      return answer
    }
  }
  window.calls.length = 0
  const args = [...arguments]
  const tile = (name) => [...document.querySelectorAll('.tile')].find((one) => one.querySelector('.name')?.textContent.trim() === name)
  const shown = () => (${shown})
  window.tapped = undefined
  let began = 0
  const begin = (event) => { began ||= event.timeStamp }
  for (const type of ['pointerup', 'keydown']) addEventListener(type, begin, { capture: true, once: true })
  const watch = new MutationObserver(() => {
    if (!began || !shown()) return
    watch.disconnect()
    const there = performance.now()
    const sent = window.calls.at(0)?.sent ?? there
    const answered = window.calls.at(-1)?.answered ?? there
    requestAnimationFrame(() => setTimeout(() => {
      window.tapped = [sent, answered, there, performance.now()].map((moment) => moment - began)
    }))
  })
  watch.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true })`

/** Milliseconds until the order goes out, the answer is there, the page has it, the frame is painted.
 * `shown` is JavaScript that is true once the page has it; it knows `args` and `tile(name)`. */
export async function timed(window, act, shown, ...args) {
  await window.settle()
  await window.js(watch(shown), ...args)
  await act()
  return window.until(`${shown} ${args}`, 'return window.tapped')
}

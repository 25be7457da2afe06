// Keeps the keyboard from getting lost: when what had the focus goes away with an act or a view, the
// focus goes to where a clerk goes on. That is what carries `data-begin`, or the first thing in it,
// else the heading, from which nothing happens by accident. A click beside everything is no loss.

const FOCUSABLE = 'button:not(:disabled, [tabindex="-1"]), input:not(:disabled), select, textarea, [tabindex="0"]'

/** Watches the page; gives back how to stop it. */
export function keepFocus(): () => void {
  let held: Element | undefined

  // What waits unseen behind another view has lost it, too.
  const lost = () => held?.checkVisibility() === false && [null, document.body, held].includes(document.activeElement)
  const took = (event: FocusEvent) => {
    if (event.target instanceof Element) held = event.target
  }
  // What is put into the page may take the focus by itself, so that comes first.
  const look = () => {
    if (lost()) requestAnimationFrame(() => { if (lost()) begin() })
  }

  const observer = new MutationObserver(look)
  observer.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('focusin', took)
  return () => {
    observer.disconnect()
    document.removeEventListener('focusin', took)
  }
}

function begin() {
  const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document
  const marked = shown(top, '[data-begin]')
  const place = marked?.matches(FOCUSABLE) ? marked : marked && shown(marked, FOCUSABLE)
  const heading = shown(top, 'h1, h2')
  if (place) place.focus()
  else if (heading) {
    heading.tabIndex = -1
    heading.focus()
  }
}

/** The first that can be seen. */
function shown(within: ParentNode, css: string): HTMLElement | undefined {
  return [...within.querySelectorAll<HTMLElement>(css)].find((one) => one.checkVisibility())
}

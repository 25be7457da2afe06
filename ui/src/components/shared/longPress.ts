// A long press does the same as the menu key and the other button of a mouse: it asks for more.
const LONG_MS = 500

/** Runs on a long press or where a menu is asked for, and not the click as well. */
export function longPress(run: () => void) {
  return (node: HTMLElement) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let long = false
    const end = () => { clearTimeout(timer) }
    const down = (event: PointerEvent) => {
      end()
      long = false
      if (event.button === 0) timer = setTimeout(() => { long = true; run() }, LONG_MS)
    }
    const click = (event: MouseEvent) => {
      end()
      if (!long) return
      long = false
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    const menu = (event: Event) => {
      event.preventDefault()
      end()
      // A finger that rests asks for a menu too.
      if (!long) run()
    }
    const all = [['pointerdown', down], ['pointerup', end], ['pointercancel', end], ['pointerleave', end], ['contextmenu', menu]] as const
    for (const [type, listener] of all) node.addEventListener(type, listener as EventListener)
    node.addEventListener('click', click, { capture: true })
    return () => {
      end()
      for (const [type, listener] of all) node.removeEventListener(type, listener as EventListener)
      node.removeEventListener('click', click, { capture: true })
    }
  }
}

// How a key, and a finger that slides, move inside a menu. They close nothing.

import type { Attachment } from 'svelte/attachments'

/** Moves by arrows, Home and End; true if the key was one of them. */
export function moveInMenu(event: KeyboardEvent, menu: HTMLElement): boolean {
  const items = [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key]
  if (to === undefined) return false
  event.preventDefault()
  items[(to + items.length) % items.length]?.focus()
  return true
}

const OPENER = '[aria-haspopup=menu]:not([aria-disabled=true])'

/** Makes one touch of two: pressed on the button, slid to a line of the menu, and let go there. Goes on
 * the element that holds both. */
export function sliding(open: () => void): Attachment<HTMLElement> {
  return (root) => {
    let opener: Element | null = null

    const under = (event: PointerEvent) => document.elementFromPoint(event.clientX, event.clientY)
    const line = (event: PointerEvent) => {
      const found = under(event)?.closest<HTMLElement>('[role^=menuitem]')
      return found && root.contains(found) ? found : undefined
    }
    const move = (event: PointerEvent) => {
      // Whoever stays on the button only taps it.
      if (opener?.getAttribute('aria-expanded') === 'false' && !opener.contains(under(event))) open()
      line(event)?.focus()
    }
    const stop = () => {
      opener = null
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', up)
      removeEventListener('pointercancel', stop)
    }
    const up = (event: PointerEvent) => {
      stop()
      line(event)?.click()
    }
    const down = (event: PointerEvent) => {
      opener = event.isPrimary && event.button === 0 ? (event.target as Element).closest(OPENER) : null
      if (!opener) return
      addEventListener('pointermove', move)
      addEventListener('pointerup', up)
      addEventListener('pointercancel', stop)
    }
    root.addEventListener('pointerdown', down)
    return () => {
      stop()
      root.removeEventListener('pointerdown', down)
    }
  }
}

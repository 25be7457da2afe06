// How the focus moves inside a menu. It opens and closes nothing.

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

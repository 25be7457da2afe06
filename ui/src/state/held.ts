// A key that is held down is one key: what it does is done once. It is repeated only where that writes
// or moves.

const MOVES = /^(Arrow(Up|Down|Left|Right)|Page(Up|Down)|Home|End|Tab)$/

/** Whether a key that comes again because it is held means nothing more. */
export function isHeld({ repeat, key, target, ctrlKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (!repeat) return false
  if (MOVES.test(key)) return altKey
  const written = target instanceof Element && target.closest('input, textarea, [role=textbox]')
  if (!written || altKey || (ctrlKey && shiftKey)) return true
  // In a text of several lines Enter writes; elsewhere, and with the control key, it sends.
  if (key === 'Enter') return ctrlKey || written.matches('input')
  return key === 'Escape' || /^F\d/.test(key)
}

/** Keeps held keys from everything that listens; gives back how to stop. */
export function ignoreHeld(): () => void {
  const look = (event: KeyboardEvent) => {
    if (!isHeld(event)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  window.addEventListener('keydown', look, true)
  return () => { window.removeEventListener('keydown', look, true) }
}

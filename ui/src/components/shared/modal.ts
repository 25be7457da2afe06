// Opens a native dialog as long as it is there, so that focus stays in it and comes back after.

import { untrack } from 'svelte'

// The cross comes first in the order of the page, but what one came for is below it.
const FIRST = ':is(.content, .kern-dialog__body) :is(button:not(:disabled, [aria-disabled=true], [tabindex="-1"]), input, select, textarea)'

let open = 0

/** What lies below a dialog does not show where it scrolls (base.css). */
function cover(by: 1 | -1) {
  open += by
  document.documentElement.toggleAttribute('data-covered', open > 0)
}

/** Shows the dialog it is attached to; Escape and a tap beside it ask to close it. */
export function modal(close: () => void) {
  return (dialog: HTMLDialogElement) => {
    const before = document.activeElement
    const cancel = (event: Event) => {
      event.preventDefault()
      close()
    }
    const beside = (event: MouseEvent) => {
      if (event.target === dialog) close()
    }
    dialog.addEventListener('cancel', cancel)
    dialog.addEventListener('mousedown', beside)
    // Whatever loses the focus now has a say in it: none of that is a reason to open it again.
    untrack(() => {
      cover(1)
      dialog.showModal()
      if (!dialog.querySelector('[autofocus]')) dialog.querySelector<HTMLElement>(FIRST)?.focus()
    })
    return () => {
      dialog.removeEventListener('cancel', cancel)
      dialog.removeEventListener('mousedown', beside)
      dialog.close()
      cover(-1)
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }
}

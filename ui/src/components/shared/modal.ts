// Opens a native dialog as long as it is there, so that focus stays in it and comes back after.

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
    dialog.showModal()
    return () => {
      dialog.removeEventListener('cancel', cancel)
      dialog.removeEventListener('mousedown', beside)
      dialog.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }
}

// When what changed is painted, and what has time until then.

/** Runs as soon as what changed now is painted: nobody waits for it. Gives back how to take it back. */
export function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => { timer = setTimeout(run) })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/** Lays out what changed as soon as all of it is in the page. Without a graphics card the web view
    paints at once what is laid out; else it waits for the next tick of the display. */
export function draw(): void {
  setTimeout(() => { document.body.getBoundingClientRect() })
}

// Leaving the display: a second on the clock, or Escape. Nobody does the first by accident.
const LONG_MS = 1000

/** Calls what is to be done once the pointer was held on the element for a second. */
export function held(done: () => void) {
  return (element: HTMLElement) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = () => {
      clearTimeout(timer)
      delete element.dataset['held']
    }
    const start = (event: PointerEvent) => {
      stop()
      element.setPointerCapture(event.pointerId)
      element.dataset['held'] = ''
      timer = setTimeout(() => {
        stop()
        done()
      }, LONG_MS)
    }
    element.addEventListener('pointerdown', start)
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) element.addEventListener(end, stop)
    return stop
  }
}

const STEPS = [1, 0.88, 0.76, 0.66, 0.57, 0.5]

/** Makes the type of an element smaller, step by step, until what stands in it has room. What is
 * longer still is scrolled. It is looked at anew with other words. */
export function fitted(_words: unknown) {
  return (element: HTMLElement) => {
    const fit = () => {
      for (const step of STEPS) {
        element.style.setProperty('--fit', String(step))
        if (element.scrollHeight <= element.clientHeight) break
      }
      const scrolled = element.scrollHeight > element.clientHeight
      if (scrolled) element.tabIndex = 0
      else element.removeAttribute('tabindex')
    }
    const watch = new ResizeObserver(fit)
    watch.observe(element)
    void document.fonts.ready.then(fit)
    return () => { watch.disconnect() }
  }
}

// The clock in the top bar, in the zone of the record, whatever the device is set to. It is for
// looking at, and runs on from what the backend said last: times of acts come from there.
const format = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' })

/** How far the backend's clock is ahead of the web view's, in milliseconds. */
let ahead = 0

export const clock = $state({ time: format.format(Date.now()) })

/** Takes over the time of a view. */
export function setClock(now: string) {
  ahead = Date.parse(now) - Date.now()
  clock.time = format.format(Date.parse(now))
}

/** Keeps the clock going; gives back how to stop it. */
export function startClock(): () => void {
  const timer = setInterval(() => {
    clock.time = format.format(Date.now() + ahead)
  }, 1000)
  return () => {
    clearInterval(timer)
  }
}

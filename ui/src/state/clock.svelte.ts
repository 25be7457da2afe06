// The clock in the top bar, in the zone of the record, whatever the device is set to. It is for
// looking at: times of acts come from the backend.
const format = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' })

export const clock = $state({ time: format.format(Date.now()) })

/** Keeps the clock going; gives back how to stop it. */
export function startClock(): () => void {
  const timer = setInterval(() => {
    clock.time = format.format(Date.now())
  }, 1000)
  return () => {
    clearInterval(timer)
  }
}

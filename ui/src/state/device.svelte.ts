// What the machine says of itself, looked at now and then: room on the disk, battery.
import { device as ask } from '../api/client'
import type { DeviceNotice } from '../api/generated'

const EVERY_MS = 15_000

export const device: { notices: DeviceNotice[] } = $state({ notices: [] })

async function look() {
  try {
    device.notices = await ask()
  } catch {
    // What cannot be read is not said; what cannot be saved is said where it is entered.
  }
}

/** Begins to look; gives back how to stop it. */
export function watchDevice(): () => void {
  void look()
  const again = () => void look()
  const timer = setInterval(again, EVERY_MS)
  // A tablet that wakes up is looked at at once.
  window.addEventListener('focus', again)
  return () => {
    clearInterval(timer)
    window.removeEventListener('focus', again)
  }
}

// Light or dark, how large the type is, for which hand. Kept by the web view for the next start; that is all
// that is kept outside the vault, and it says nothing about a session.

export type Theme = 'system' | 'light' | 'dark'
export type SeatOrder = 'seats' | 'names' | 'factions'

const KEY = 'sitzungsbuch.appearance'
const dark = window.matchMedia('(prefers-color-scheme: dark)')

function kept(): { theme: Theme; largeType: boolean; leftHanded: boolean; seatOrder: SeatOrder } {
  let found: unknown
  try {
    found = JSON.parse(localStorage.getItem(KEY) ?? '{}')
  } catch {
    found = {}
  }
  const { theme, largeType, leftHanded, seatOrder } = found as { theme?: unknown; largeType?: unknown; leftHanded?: unknown; seatOrder?: unknown }
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    largeType: largeType === true,
    leftHanded: leftHanded === true,
    seatOrder: seatOrder === 'names' || seatOrder === 'factions' ? seatOrder : 'seats',
  }
}

export const appearance = $state(kept())

function apply() {
  const root = document.documentElement
  const shown = appearance.theme === 'system' ? (dark.matches ? 'dark' : 'light') : appearance.theme
  root.dataset['kernTheme'] = shown
  root.toggleAttribute('data-large-type', appearance.largeType)
}

function keep() {
  apply()
  try {
    localStorage.setItem(KEY, JSON.stringify(appearance))
  } catch {
    // Without storage the choice holds for this run.
  }
}

/** Applies what was kept, and follows the system where nothing was chosen, and the other window. */
export function startAppearance() {
  apply()
  dark.addEventListener('change', apply)
  window.addEventListener('storage', ({ key }) => {
    if (key !== KEY) return
    Object.assign(appearance, kept())
    apply()
  })
}

export function setTheme(theme: Theme) {
  appearance.theme = theme
  keep()
}

export function setSeatOrder(order: SeatOrder) {
  appearance.seatOrder = order
  keep()
}

export function setLargeType(on: boolean) {
  appearance.largeType = on
  keep()
}

/** The columns of a session stand the other way round: seats under the left thumb. */
export function setLeftHanded(on: boolean) {
  appearance.leftHanded = on
  keep()
}

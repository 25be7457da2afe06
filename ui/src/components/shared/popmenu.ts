// What a menu over the view is made of.
import type { IconName } from './icons'

/** One line of a menu. */
export interface PopEntry {
  label: string
  detail?: string
  icon?: IconName
  /** For switches; leave out for acts. */
  checked?: boolean
  disabled?: boolean
  /** The key that does the same, as printed on it. */
  key?: string
  run: () => void
}

export interface PopGroup {
  title: string
  entries: readonly PopEntry[]
}

// One act on a person as a large button of a sheet.
import type { Command, PersonAct } from '../../api/generated'
import type { IconName } from '../../components/shared/icons'

export interface ActLine {
  id: PersonAct | 'standIn'
  label: string
  icon: IconName
  key?: string
  /** What it records; none for what is noted before the opening or asks for more. */
  command?: Command | undefined
  run: () => void
}

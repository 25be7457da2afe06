// What a button in the head of the Niederschrift does.
import type { IconName } from '../../components/shared/icons'

export interface HeadAct {
  icon: IconName
  label: string
  act: () => void
}

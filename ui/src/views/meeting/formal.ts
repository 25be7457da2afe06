// Whether the chair's findings at the beginning are what comes next.
import type { ItemView, MeetingView } from '../../api/generated'

export function formalNext(view: MeetingView, item: ItemView | null): boolean {
  const early = item === null || item.kind === 'formalities'
  return early && view.allowed.findQuorum && (view.allowed.confirmInvitation || !foundQuorum(view))
}

export function foundQuorum({ quorum }: MeetingView): boolean {
  return quorum.legal.state === 'confirmed' || quorum.legal.state === 'lacking'
}

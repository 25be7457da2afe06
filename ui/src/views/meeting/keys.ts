// The keys of the live view (guide, section 7), and the next step they share with its button.
import { step } from '../agenda/move'
import type { LiveAct } from './acts'
import type { Live } from './live.svelte'

/** Does what comes next, or opens what has to be decided first. What is on its way arrives before it. */
export function takeStep(live: Live): void {
  void live.leads(() => next(live))
}

async function next(live: Live): Promise<void> {
  const step = live.view.agenda.next
  switch (step?.act) {
    case 'open':
      await live.open()
      break
    case 'call':
      await live.call(step.item, step.closes)
      break
    case 'closeItem':
      if (step.item === live.view.current?.item && live.view.current.openSubItems.length > step.settles.length) closeCurrent(live)
      else await live.closeItem(step.item, step.settles)
      break
    case 'changePart':
      changePart(live)
      break
    case 'resume':
      live.show({ kind: 'returning' })
      break
    case 'closeMeeting':
      live.show({ kind: 'close' })
      break
  }
}

/** Going non-public asks who leaves, coming back who returns, if somebody left. */
export function changePart(live: Live): void {
  const change = live.view.partChange
  if (!change || live.busy) return
  if (change.part === 'nonPublic' || change.returning.length > 0) live.show({ kind: 'part' })
  else void live.act({ type: 'changePart', part: change.part, leaving: [] })
}

export function closeCurrent(live: Live): void {
  const { current } = live.view
  if (!current?.canClose || live.busy) return
  if (current.openSubItems.length > 0) live.show({ kind: 'settle', item: current.item })
  else void live.closeItem(current.item, [])
}

export function undo(live: Live): void {
  const { last } = live.view
  if (last?.canWithdraw && !live.busy) void live.act({ type: 'correct', act: last.act, replacement: null })
}

/** Moves the focus to the next or previous area of the view: into its text, else to what comes first. */
function moveArea(back: boolean): void {
  const areas = [...document.querySelectorAll<HTMLElement>('[data-area]')].filter((area) => placeIn(area))
  // Areas lie in one another: one is in the innermost.
  const at = areas.findLastIndex((area) => area.contains(document.activeElement))
  const to = areas[(at + (back ? -1 : 1) + areas.length) % areas.length]
  if (to) placeIn(to)?.focus()
}

const FOCUSABLE = '[role=textbox], button:not(:disabled, [aria-disabled=true], [tabindex="-1"]), [tabindex="0"], input, select'

/** Where an area begins; what lies in an area within it is not its own. */
function placeIn(area: HTMLElement): HTMLElement | undefined {
  const own = [...area.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((one) => one.closest('[data-area]') === area && one.checkVisibility())
  return own.find((one) => one.matches('[role=textbox]')) ?? own[0]
}

/** The first button of the vote that is in sight. */
function firstWay(): HTMLElement | undefined {
  const all = document.querySelectorAll<HTMLElement>('[data-area=vote] button:not(:disabled, [aria-disabled=true])')
  return [...all].find((one) => one.checkVisibility())
}

function inText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [role=textbox], [role=textbox] *')
}

/** An act that has a key of its own: Alt and a letter. */
function actKey(acts: readonly LiveAct[], key: string): boolean {
  const act = acts.find((one) => one.key === `Alt+${key.toUpperCase()}`)
  act?.run()
  return act !== undefined
}

/** Handles a key of the live view; true if it was one. `acts` are those that are possible now. */
export function press(live: Live, event: KeyboardEvent, acts: () => readonly LiveAct[]): boolean {
  const { key, ctrlKey, shiftKey, altKey } = event
  if (live.panel) return false
  if (key === 'Escape' && live.page === 'attendance') {
    live.goTo('session')
    return true
  }
  if (ctrlKey && shiftKey) {
    if (key.toUpperCase() === 'Z') undo(live)
    else if (key.toUpperCase() === 'N' && live.view.allowed.changePart) changePart(live)
    else return false
    return true
  }
  if (altKey && /^[1-9]$/.test(key) && live.view.phase !== 'prepared') {
    const rows = live.view.agenda.parts.flatMap((group) => group.rows).filter((row) => row.level === 0)
    void live.look(rows[Number(key) - 1]?.item).then(() => { live.show() })
    return true
  }
  if (altKey && !ctrlKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
    void step(live, key === 'ArrowUp' ? 'up' : 'down')
    return true
  }
  if (ctrlKey && !altKey && key.toLowerCase() === 'k') {
    live.show({ kind: 'palette' })
    return true
  }
  if (altKey && !ctrlKey && !live.busy && actKey(acts(), key)) return true
  if (ctrlKey || altKey) return false
  switch (key) {
    case 'F2':
      if (shiftKey) closeCurrent(live)
      else if (live.view.phase !== 'prepared' || live.view.allowed.open) takeStep(live)
      return true
    case 'F4':
      live.show({ kind: 'find' })
      return true
    case 'F6':
      moveArea(shiftKey)
      return true
    case 'F8':
      live.leaveCaret()
      firstWay()?.focus()
      return true
    case 'F9':
      live.goTo(live.page === 'quorum' ? 'session' : 'quorum')
      return true
  }
  return !inText(event.target) && live.voteKey(key.toUpperCase())
}

// What can be in sight beside the session itself.

/** What stands over the live view, one at a time. */
export type Panel =
  /** Held: opened by a long press or the menu key, so the usual tap is not what is wanted. */
  | { kind: 'seat'; seat: string; held?: boolean }
  | { kind: 'substitute'; seat: string }
  | { kind: 'attendees'; add?: boolean }
  | { kind: 'attendee'; person: string }
  | { kind: 'bias'; person: string; name: string }
  | { kind: 'returning' }
  | { kind: 'find' }
  | { kind: 'agenda' }
  | { kind: 'part' }
  | { kind: 'palette' }
  | { kind: 'move'; item: string }
  | { kind: 'join'; item: string }
  | { kind: 'log' }
  | { kind: 'close' }
  | { kind: 'election' | 'runOff'; item: string }
  | { kind: 'lead'; of: 'chair' | 'clerk' }
  | { kind: 'addItem' }
  | { kind: 'attach'; item: string }
  | { kind: 'attachments' }
  | { kind: 'documents' }
  | { kind: 'takeDown' }
  | { kind: 'checkPresence' }
  | { kind: 'textModules' }
  | { kind: 'adjourn' }
  | { kind: 'wording'; item: string }
  | { kind: 'voteRequest'; item: string }
  | { kind: 'votePart'; item: string }
  | { kind: 'resultWords'; act: string }
  | { kind: 'settle'; item: string }
  | { kind: 'motion'; motion: string }
  | { kind: 'fileMotion' | 'procedure' | 'pasteMotions' }

/** What fills the view below the quorum line. */
export type Page = 'session' | 'quorum' | 'attendance'

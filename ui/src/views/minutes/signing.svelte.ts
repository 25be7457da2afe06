// The signatures of both versions as the backend shows them, and the key file that was chosen.
import { chooseKey, query, sign } from '../../api/client'
import type { ErrorCode, Scope, SignatureStep, SignaturesView } from '../../api/generated'
import { minutes } from '../../text/minutes'

const words = minutes.signatures

export interface Signing {
  /** Both versions; one is missing until it was asked for. */
  readonly views: Readonly<Partial<Record<Scope, SignaturesView>>>
  /** Asks how far both versions are. */
  load: () => Promise<void>
  /** Name of the key file of that signer; empty while none was chosen. */
  keyOf: (signer: string) => string
  /** Lets a key file be chosen. True when there is one now. */
  choose: (signer: string) => Promise<boolean>
  /** Signs a version for whoever's turn it is. */
  sign: (scope: Scope, password: string) => Promise<void>
}

export function signing(meeting: string): Signing {
  let views = $state.raw<Partial<Record<Scope, SignaturesView>>>({})
  // It belongs to one person: the chair must not sign with the clerk's key by mistake.
  let key = $state.raw({ signer: '', name: '' })
  return {
    get views() {
      return views
    },
    async load() {
      const [complete, open] = await Promise.all([
        query({ of: 'signatures', meeting, scope: 'complete' }),
        query({ of: 'signatures', meeting, scope: 'public' }),
      ])
      views = { complete, public: open }
    },
    keyOf: (signer) => (key.signer === signer ? key.name : ''),
    async choose(signer) {
      const { name } = await chooseKey()
      if (name !== null) key = { signer, name }
      return name !== null
    },
    async sign(scope, password) {
      const view = await sign({ meeting, scope }, password)
      views = { ...views, [scope]: view }
    },
  }
}

/** Whose turn it is. Nobody's where something stands against the file: it is to be looked at. */
export function turn(view: SignaturesView | undefined): SignatureStep | undefined {
  if (view?.verdict?.good === false) return undefined
  return view?.steps.find((step) => step.field === view.next)
}

/** How far a version is. */
export function progress(view: SignaturesView): string {
  if (!view.verdict) return words.none
  if (!view.verdict.good) return view.verdict.title
  const missing = view.steps.filter((step) => !step.signed).map((step) => step.role)
  return missing.length > 0 ? words.missing(missing) : words.all
}

/** Where a refusal is shown: beside what it is about. */
export function placeOf(code: ErrorCode): 'password' | 'key' | 'dialog' {
  if (code === 'wrongPassphrase') return 'password'
  return code === 'badInput' || code === 'rejected' ? 'key' : 'dialog'
}

/** The lines of a report in groups: an empty line ends one. */
export function groups(report: readonly string[]): string[][] {
  return report.reduce<string[][]>((all, line) => {
    if (line === '' || all.length === 0) all.push([])
    if (line !== '') all.at(-1)?.push(line)
    return all
  }, [])
}

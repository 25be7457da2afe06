// The one module that calls the backend. What is asked and recorded goes out one after the other:
// the next call waits for the answer to the one before, so that acts keep their order and a view
// never misses an act that was sent before it was asked for. Every failure comes as a `Failure`.
import { invoke } from '@tauri-apps/api/core'
import { common } from '../text/common'
import type {
  Answer,
  ApiError,
  AttachmentOf,
  DeskStatus,
  DeviceNotice,
  DocumentRequest,
  ErrorCode,
  Finding,
  Order,
  PreviewHead,
  Question,
  QuestionChair,
  Reply,
  SignatureRequest,
  SignaturesView,
} from './generated'

/** What went wrong, with the backend's words. */
export class Failure extends Error {
  constructor(readonly error: ApiError) {
    super(error.message)
  }
}

/** The name of a file that was chosen; none when the dialog was closed without. */
export interface Chosen {
  name: string | null
}

type ViewOf<Q extends Question> = Extract<Reply, { of: Q['of'] }>['view']

const CODES: readonly string[] = [
  'rejected',
  'badInput',
  'stale',
  'wrongPassphrase',
  'unreadable',
  'locked',
  'diskFull',
  'internal',
] satisfies ErrorCode[]

function isApiError(cause: unknown): cause is ApiError {
  if (typeof cause !== 'object' || cause === null) return false
  const fault = cause as Partial<Record<keyof ApiError, unknown>>
  return typeof fault.code === 'string' && CODES.includes(fault.code)
    && typeof fault.message === 'string' && Array.isArray(fault.hints)
}

/** What came back instead of an answer, as an error with words in any case. */
export function apiError(cause: unknown): ApiError {
  if (cause instanceof Failure) return cause.error
  if (isApiError(cause)) return cause
  const detail = cause instanceof Error ? cause.message : String(cause)
  return { code: 'internal', message: common.noAnswer, hints: [common.noAnswerHint, common.technical(detail)] }
}

let last: Promise<unknown> = Promise.resolve()

async function call<T>(command: string, payload: object = {}): Promise<T> {
  try {
    return await invoke<T>(command, payload as Record<string, unknown>)
  } catch (cause) {
    throw new Failure(apiError(cause))
  }
}

function inOrder<T>(command: string, payload?: object): Promise<T> {
  const answer = last.then(() => call<T>(command, payload))
  last = answer.catch(() => undefined)
  return answer
}

/** Secrets go as bytes, so that no JSON value is made of them on the way. */
function secretly<T>(command: string, payload: object): Promise<T> {
  return inOrder(command, new TextEncoder().encode(JSON.stringify(payload)))
}

/** Where the vault stands. */
export function status(): Promise<DeskStatus> {
  return inOrder('status')
}

/** Creates the vault and opens it. */
export function createVault(passphrase: string): Promise<DeskStatus> {
  return secretly('create_vault', { passphrase })
}

/** Opens the vault. */
export function unlock(passphrase: string): Promise<DeskStatus> {
  return secretly('unlock', { passphrase })
}

/** Locks the vault. */
export function lock(): Promise<DeskStatus> {
  return inOrder('lock')
}

/** Has something recorded; durable when the answer is there. */
export function execute(order: Order): Promise<Answer> {
  return inOrder('execute', order)
}

/** Asks for a view. */
export async function query<Q extends Question>(question: Q): Promise<ViewOf<Q>> {
  const { view } = await inOrder<{ view: ViewOf<Q> }>('query', question)
  return view
}

/** The display of the chair; none while no session is shown. */
export async function chair(): Promise<ViewOf<QuestionChair>> {
  const { view } = await inOrder<{ view: ViewOf<QuestionChair> }>('chair')
  return view
}

/** The chair finds what the button of the display says. */
export function find(finding: Finding): Promise<void> {
  return inOrder('find', finding)
}

/** Opens the window for the chair, on another monitor where there is one. */
export function openChair(): Promise<void> {
  return call('open_chair')
}

/** Closes it. */
export function closeChair(): Promise<void> {
  return call('close_chair')
}

/** The first window takes the whole screen, or gives it back. */
export function fullScreen(on: boolean): Promise<void> {
  return call('full_screen', { on })
}

/** What the machine has to say: room on the disk, battery. */
export function device(): Promise<DeviceNotice[]> {
  return call('device')
}

/** The bytes of a document, and what the backend knows of its pages. */
export interface PreviewOf extends PreviewHead {
  bytes: ArrayBuffer
}

/**
 * The pages of a document. No act waits for them: what they are to show has been answered before.
 * Their head comes before them, and before it its length.
 */
export async function preview(request: DocumentRequest): Promise<PreviewOf> {
  const all = new Uint8Array(await call<ArrayBuffer>('preview', request)).buffer
  const from = 4 + new DataView(all).getUint32(0)
  const head = JSON.parse(new TextDecoder().decode(all.slice(4, from))) as PreviewHead
  return { ...head, bytes: all.slice(from) }
}

/** Lets a key file be chosen. A dialog is open meanwhile, so nothing waits for it. */
export function chooseKey(): Promise<Chosen> {
  return call('choose_key')
}

/** Signs for whoever's turn it is, with the key file that was chosen last and its password. */
export function sign(request: SignatureRequest, password: string): Promise<SignaturesView> {
  return secretly('sign', { request, password })
}

/** Lets a place be chosen and puts the document there. */
export function saveDocument(request: DocumentRequest, name: string): Promise<Chosen> {
  return call('save_document', { request, name })
}

/** The same for the document as ODT. */
export function saveEditable(request: DocumentRequest, name: string): Promise<Chosen> {
  return call('save_editable', { request, name })
}

/** Lets a file be chosen for an attachment, and has it kept in the vault. */
export function attachFile(of: AttachmentOf): Promise<Chosen> {
  return call('attach_file', of)
}

/** Lets a place be chosen and puts the file of an attachment there. */
export function saveFile(of: AttachmentOf): Promise<Chosen> {
  return call('save_file', of)
}

/** The window is to close, and that was heard. It overtakes everything else. */
export function stay(): Promise<void> {
  return call('stay')
}

/** Everything that was asked or recorded so far has its answer. */
export async function answered(): Promise<void> {
  await last
}

/** The program ends. It waits for no answer that is still due. */
export function leave(): Promise<void> {
  return call('leave')
}

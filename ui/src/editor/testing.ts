// The editor as the window has it, in the document of a test. For tests only.
import { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import type { RichText } from '../api/generated'
import { extensions } from './extensions'
import { NO_SLOTS, type Slots } from './nodes/fact'
import type { Offers } from './offers'
import { pasting } from './pasting'
import { fromEditor, toEditor } from './richtext'
import { TYPING_RULES } from './typography'

export function editorWith(text: RichText, slots: Slots = NO_SLOTS, offers?: Offers): Editor {
  return new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: extensions({ numberOf: () => '1.5', slots, offers: offers && { from: offers, listId: 'list' }, redactions: 'set' }),
    content: toEditor(text),
    injectCSS: false,
    enableInputRules: TYPING_RULES,
    enableContentCheck: true,
    onContentError: ({ error }) => {
      throw error
    },
    editorProps: pasting((characters) => { refusals.push(characters) }),
  })
}

export function textOf(editor: Editor): RichText {
  return fromEditor(editor.getJSON())
}

/** Does something at the caret; it has to be possible. */
export function does(editor: Editor, command: Command): void {
  if (!command(editor.state, editor.view.dispatch)) throw new Error('it cannot be done here')
}

/** Puts the caret behind a word. */
export function caretAfter(editor: Editor, word: string): void {
  let at = -1
  editor.state.doc.descendants((node, pos) => {
    const found = node.isText ? (node.text ?? '').indexOf(word) : -1
    if (at < 0 && found >= 0) at = pos + found + word.length
  })
  if (at < 0) throw new Error(`not in the text: ${word}`)
  editor.commands.setTextSelection(at)
}

/** Presses a key, as far as the editor handles it. */
export function press(editor: Editor, key: string, held: { shiftKey?: boolean; ctrlKey?: boolean } = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held })
  return editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event)) ?? false
}

/** Types, one character after the other. */
export function typed(editor: Editor, text: string): void {
  const { view } = editor
  for (const sign of text) {
    const { from, to } = view.state.selection
    const plain = () => view.state.tr.insertText(sign, from, to)
    if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, sign, plain))) view.dispatch(plain())
  }
}

/** What was too long to be pasted. */
export const refusals: number[] = []

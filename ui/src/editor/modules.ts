// Puts a text module where the caret is, as what is pasted is put in: inside a line if it is one.

import { Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import type { RichText } from '../api/generated'
import { fitting } from './pasting'
import { toEditor } from './richtext'

/** Gives where it stands. */
export function insertModule(view: EditorView, text: RichText): { from: number; to: number } {
  const { content } = view.state.schema.nodeFromJSON(toEditor(text))
  const open = (node: typeof content.firstChild) => (node?.type.name === 'paragraph' ? 1 : 0)
  const slice = fitting(new Slice(content, open(content.firstChild), open(content.lastChild)), view)
  const { from } = view.state.selection
  view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView())
  return { from, to: view.state.selection.to }
}

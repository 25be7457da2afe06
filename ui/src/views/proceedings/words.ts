// What was typed in a plain field as a text of the record: each line that is not empty is a paragraph.
import type { RichText } from '../../api/generated'

export function textOf(typed: string): RichText {
  const lines = typed.split('\n').map((line) => line.trim()).filter(Boolean)
  return { blocks: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) }
}

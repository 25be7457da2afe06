// Lists in the four styles of the record. An entry of a labelled list has a field for its label in
// front of it; in the other styles the field is hidden.

import { Node } from '@tiptap/core'
import { TextSelection, type Command, type EditorState } from '@tiptap/pm/state'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list'
import type { Node as Content } from '@tiptap/pm/model'
import type { ListStyle } from '../../api/generated'
import { editor as words } from '../../text/editor'
import { MAX_DEPTH } from '../limits'

/** The innermost list around the caret, and where it stands. */
export function listAround({ selection: { $from } }: EditorState): { list: Content; pos: number } | undefined {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const list = $from.node(depth)
    if (list.type.name === 'list') return { list, pos: $from.before(depth) }
  }
  return undefined
}

/** How many lists and quotes stand around the caret. */
export function depthAt({ selection: { $from } }: EditorState): number {
  let count = 0
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if (['list', 'blockquote'].includes($from.node(depth).type.name)) count += 1
  }
  return count
}

/** Makes a list of the selection, gives the list around it another style, or takes it out of it. */
export function setList(style: ListStyle): Command {
  return (state, dispatch) => {
    const { list, listItem } = state.schema.nodes
    if (!list || !listItem) return false
    const around = listAround(state)
    if (around?.list.attrs['style'] === style) return liftListItem(listItem)(state, dispatch)
    if (around) {
      dispatch?.(state.tr.setNodeMarkup(around.pos, null, { ...around.list.attrs, style }))
      return true
    }
    return depthAt(state) < MAX_DEPTH && wrapInList(list, { style, start: 1 })(state, dispatch)
  }
}

/** One step further in; a list that is made by it has the style of the one around it. */
export const indent: Command = (state, dispatch) => {
  const { listItem } = state.schema.nodes
  const outer = listAround(state)?.list
  if (!listItem || !outer || depthAt(state) >= MAX_DEPTH) return false
  return sinkListItem(listItem)(state, dispatch && ((tr) => {
    const made = listAround({ selection: tr.selection } as EditorState)
    if (made && made.list.childCount === 1) {
      tr.setNodeMarkup(made.pos, null, { style: outer.attrs['style'] as ListStyle, start: 1 })
    }
    dispatch(tr)
  }))
}

/** One step further out. */
export const outdent: Command = (state, dispatch) => {
  const { listItem } = state.schema.nodes
  return listItem !== undefined && liftListItem(listItem)(state, dispatch)
}

/** What follows on a label: "Zu b)" after "Zu a)", "2." after "1."; nothing where that is not plain. */
export function nextLabel(label: string): string {
  const [, before = '', last = '', after = ''] = /^(.*?)(\d{1,4}|\b[a-y])([).:]?)$/u.exec(label) ?? []
  if (last === '') return ''
  const next = /\d/.test(last) ? String(Number(last) + 1) : String.fromCharCode(last.charCodeAt(0) + 1)
  return before + next + after
}

const nextEntry: Command = (state, dispatch) => {
  const { listItem } = state.schema.nodes
  const { $from } = state.selection
  if (!listItem || $from.depth < 2) return false
  const label = nextLabel(String($from.node(-1).attrs['label'] ?? ''))
  return splitListItem(listItem, { label })(state, dispatch)
}

/** At the very beginning of an entry the key takes it one step out, as word processors do. */
const outFromStart: Command = (state, dispatch) => {
  const { selection } = state
  const { $from } = selection
  if (!selection.empty || $from.parentOffset > 0 || $from.depth < 2) return false
  if ($from.node(-1).type.name !== 'listItem' || $from.index(-1) > 0) return false
  return outdent(state, dispatch)
}

export const List = Node.create({
  name: 'list',
  group: 'block',
  content: 'listItem+',
  addAttributes: () => ({
    style: {
      default: 'dash',
      parseHTML: (element): ListStyle => {
        if (element.getAttribute('data-style') === 'labelled') return 'labelled'
        if (element.nodeName === 'UL') return 'dash'
        return element.getAttribute('type')?.toLowerCase() === 'a' ? 'lowerAlpha' : 'decimal'
      },
      rendered: false,
    },
    start: { default: 1, parseHTML: (element) => startOf(element.getAttribute('start')), rendered: false },
  }),
  parseHTML: () => [{ tag: 'ul' }, { tag: 'ol' }],
  renderHTML: ({ node: { attrs } }) => {
    const start = attrs['start'] as number
    switch (attrs['style'] as ListStyle) {
      case 'dash':
        return ['ul', 0]
      case 'labelled':
        return ['ul', { 'data-style': 'labelled' }, 0]
      case 'lowerAlpha':
        return ['ol', { type: 'a', start }, 0]
      case 'decimal':
        return ['ol', { start }, 0]
    }
  },
})

/** The record counts from 0 to 65535. */
function startOf(written: string | null): number {
  const start = Number(written ?? 1)
  return Number.isInteger(start) && start >= 0 && start <= 65_535 ? start : 1
}

export const ListItem = Node.create({
  name: 'listItem',
  content: 'block+',
  defining: true,
  addAttributes: () => ({
    label: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-label') ?? '',
      renderHTML: ({ label }) => (label ? { 'data-label': label as string } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
  addNodeView() {
    return ({ node, view, getPos }) => {
      const dom = document.createElement('li')
      const field = dom.appendChild(document.createElement('input'))
      const contentDOM = dom.appendChild(document.createElement('div'))
      field.className = 'label'
      field.spellcheck = false
      field.setAttribute('aria-label', words.label)
      field.placeholder = words.labelHint
      field.readOnly = !view.editable
      const show = (label: string) => {
        if (field.value !== label) field.value = label
        field.size = Math.max(4, label.length)
      }
      show(String(node.attrs['label']))
      field.addEventListener('input', () => {
        const pos = getPos()
        if (pos === undefined) return
        view.dispatch(view.state.tr.setNodeAttribute(pos, 'label', field.value))
      })
      field.addEventListener('keydown', (event) => {
        const pos = getPos()
        const atEnd = field.selectionStart === field.value.length
        if (pos === undefined || !(event.key === 'Enter' || (event.key === 'ArrowRight' && atEnd))) return
        event.preventDefault()
        const { tr } = view.state
        view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(pos + 1))))
        view.focus()
      })
      return {
        dom,
        contentDOM,
        update(next) {
          if (next.type !== node.type) return false
          show(String(next.attrs['label']))
          return true
        },
        stopEvent: (event) => event.target === field,
        ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
      }
    }
  },
  addKeyboardShortcuts() {
    const by = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch)
    return {
      Enter: by(nextEntry),
      Tab: by(indent),
      'Shift-Tab': by(outdent),
      Backspace: by(outFromStart),
      'Mod-Shift-7': by(setList('decimal')),
      'Mod-Shift-8': by(setList('dash')),
      ArrowLeft: () => toLabel(this.editor.view),
    }
  },
})

/** From the beginning of an entry into the field before it. */
function toLabel(view: { state: EditorState; nodeDOM: (pos: number) => globalThis.Node | null }): boolean {
  const { selection: { $from, empty } } = view.state
  const labelled = $from.depth > 2 && $from.node(-2).attrs['style'] === 'labelled'
  if (!empty || !labelled || $from.parentOffset > 0 || $from.index(-1) > 0) return false
  const item = view.nodeDOM($from.before(-1))
  const field = item instanceof HTMLElement ? item.querySelector('input') : null
  field?.focus()
  field?.setSelectionRange(field.value.length, field.value.length)
  return field !== null
}

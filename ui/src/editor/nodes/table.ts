// A table as the record has it: caption, head row, rows, perhaps a row of totals, legend. Cells hold
// one line of text each and may span others. prosemirror-tables selects, inserts and deletes cells; what
// the record demands of their shape is put right after every change.

import { Extension, Node, type AnyExtension } from '@tiptap/core'
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state'
import { TableMap, tableEditing } from '@tiptap/pm/tables'
import type { Align } from '../../api/generated'
import { editor as words } from '../../text/editor'
import { cutShort, leading } from '../cells'
import { downCell, fromCaption, nextCell, previousCell } from '../tables'

const ROLES: Record<string, string> = {
  table: 'table',
  tableRow: 'row',
  tableHeader: 'header_cell',
  tableCell: 'cell',
}

/** Tells prosemirror-tables which node is which. */
const Roles = Extension.create({
  name: 'tableRoles',
  extendNodeSchema: ({ name }: { name: string }) => (name in ROLES ? { tableRole: ROLES[name] } : {}),
})

function alignOf(written: string | null): Align {
  return written === 'right' || written === 'center' ? written : 'left'
}

/** As many columns or rows as the cell spans. */
function span(name: 'colspan' | 'rowspan') {
  return {
    default: 1,
    parseHTML: (element: HTMLElement) => Math.max(1, Math.min(Number(element.getAttribute(name)) || 1, 1000)),
    renderHTML: (attributes: Record<string, unknown>) => (attributes[name] === 1 ? {} : { [name]: String(attributes[name]) }),
  }
}

const cellAttributes = {
  align: {
    default: 'left',
    parseHTML: (element: HTMLElement) => alignOf(element.getAttribute('data-align')),
    renderHTML: ({ align }: Record<string, unknown>) => ({ 'data-align': align as string }),
  },
  colspan: span('colspan'),
  rowspan: span('rowspan'),
  colwidth: { default: null, parseHTML: () => null, rendered: false },
}

/** While it is written the head may be empty, which `th` must not be: it is told by its mark. */
function cell(name: 'tableHeader' | 'tableCell'): Node {
  const head = name === 'tableHeader'
  return Node.create({
    name,
    content: 'inline*',
    isolating: true,
    addAttributes: () => cellAttributes,
    parseHTML: () => (head ? [{ tag: 'td[data-head]', priority: 60 }, { tag: 'th' }] : [{ tag: 'td' }]),
    renderHTML: ({ HTMLAttributes }) => ['td', head ? { ...HTMLAttributes, 'data-head': '' } : HTMLAttributes, 0],
  })
}

function side(name: 'tableCaption' | 'tableLegend', mark: string, hint: string): Node {
  return Node.create({
    name,
    content: 'text*',
    marks: '',
    parseHTML: () => [{ tag: `div[${mark}]` }],
    renderHTML: () => ['div', { [mark]: '', 'data-hint': hint, class: 'side' }, 0],
  })
}

const Figure = Node.create({
  name: 'tableFigure',
  group: 'block',
  content: 'tableCaption table tableLegend',
  isolating: true,
  parseHTML: () => [{ tag: 'figure:not([data-picture])' }],
  renderHTML: () => ['figure', 0],
  addKeyboardShortcuts() {
    const { editor } = this
    const by = (command: (state: EditorState, dispatch: (tr: Transaction) => void) => boolean) => () =>
      command(editor.state, editor.view.dispatch)
    return {
      Tab: () => by(fromCaption(1))() || by(nextCell)(),
      'Shift-Tab': () => by(previousCell)() || by(fromCaption(-1))(),
      Enter: () => by(fromCaption(1))() || by(downCell)(),
    }
  },
})

const Table = Node.create({
  name: 'table',
  content: 'tableRow+',
  isolating: true,
  selectable: false,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
  addProseMirrorPlugins: () => [
    tableEditing(),
    new Plugin({ appendTransaction: (changes, _before, state) => (changes.some((tr) => tr.docChanged) ? inShape(state) : null) }),
  ],
})

const Row = Node.create({
  name: 'tableRow',
  // Cells from above may take all of a row.
  content: '(tableHeader | tableCell)*',
  addAttributes: () => ({
    total: {
      default: false,
      parseHTML: (element) => element.hasAttribute('data-total'),
      renderHTML: ({ total }) => (total ? { 'data-total': '' } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', HTMLAttributes, 0],
})

/** The first row is the head, only the last one is a total, a column is aligned as the first cell that
    begins in it, and no cell reaches out of the head or into the total. */
function inShape(state: EditorState): Transaction | null {
  const { tr } = state
  const { tableHeader, tableCell } = state.schema.nodes
  state.doc.descendants((table, pos) => {
    if (table.isTextblock) return false
    if (table.type.name !== 'table') return true
    const map = TableMap.get(table)
    // Cells that are missing or in each other's place are put right by prosemirror-tables.
    if (map.problems) return false
    const start = pos + 1
    table.forEach((row, offset, index) => {
      const total = row.attrs['total'] === true && index > 0 && index === table.childCount - 1
      if (row.attrs['total'] !== total) tr.setNodeAttribute(start + offset, 'total', total)
    })
    const aligns = Array.from({ length: map.width }, (_, column) => table.nodeAt(leading(map, column) ?? 0)?.attrs['align'] as Align | undefined)
    for (const at of new Set(map.map)) {
      const [cell, { top, left }] = [table.nodeAt(at), map.findCell(at)]
      const type = top === 0 ? tableHeader : tableCell
      const align = aligns[left] ?? 'left'
      if (cell && (cell.type !== type || cell.attrs['align'] !== align)) {
        tr.setNodeMarkup(start + at, type, { ...cell.attrs, align })
      }
    }
    return false
  })
  return tr.docChanged ? tr : overhanging(state)
}

/** One cell after the other: each changes where the next one stands. */
function overhanging(state: EditorState): Transaction | null {
  const { tr } = state
  state.doc.descendants((table, pos) => {
    if (table.isTextblock || tr.docChanged) return false
    if (table.type.name !== 'table') return true
    if (!TableMap.get(table).problems) cutShort(tr, table, pos + 1)
    return false
  })
  return tr.docChanged ? tr : null
}

export const tableNodes: AnyExtension[] = [
  Roles,
  Figure,
  side('tableCaption', 'data-caption', words.caption),
  Table,
  Row,
  cell('tableHeader'),
  cell('tableCell'),
  side('tableLegend', 'data-legend', words.legend),
]

// @vitest-environment happy-dom
// What is pasted keeps its words and the structure that the record knows, and nothing else.
import { describe, expect, it } from 'vitest'
import type { Block, Inline } from '../api/generated'
import { does, caretAfter, editorWith, refusals, textOf, typed } from './testing'
import { insertTable } from './insert'

const words = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }])
const paragraph = (text: string): Block => ({ type: 'paragraph', content: words(text) })

function paste(editor: ReturnType<typeof editorWith>, html: string, plain: string) {
  const getData = (type: string) => ({ 'text/html': html, 'text/plain': plain })[type] ?? ''
  const event = new Event('paste', { bubbles: true, cancelable: true })
  editor.view.dom.dispatchEvent(Object.assign(event, { clipboardData: { getData, files: [] } }))
}

function pasted(html: string, plain = ''): Block[] {
  const editor = editorWith({ blocks: [] })
  paste(editor, html, plain)
  const { blocks } = textOf(editor)
  editor.destroy()
  return blocks
}

describe('HTML', () => {
  it('keeps paragraphs, marks and line breaks', () => {
    expect(pasted('<h1>Titel</h1><p>eins <b>fett</b> <i>schräg</i> <span style="text-decoration: underline">unter</span></p><div>zwei<br>drei</div>')).toEqual([
      paragraph('Titel'),
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'eins ' },
          { type: 'text', text: 'fett', marks: ['bold'] },
          { type: 'text', text: ' ' },
          { type: 'text', text: 'schräg', marks: ['italic'] },
          { type: 'text', text: ' ' },
          { type: 'text', text: 'unter', marks: ['underline'] },
        ],
      },
      paragraph('zwei'),
      paragraph('drei'),
    ])
  })

  it('takes no script, no style and no picture', () => {
    const html = '<style>p{}</style><script>alert(1)</script><p onclick="x()" style="color:red">Ja<img src=x onerror=alert(1)></p><svg><text>nein</text></svg><iframe srcdoc="x"></iframe>'
    expect(pasted(html)).toEqual([paragraph('Ja')])
  })

  it('is not bold because the clipboard says it is not', () => {
    expect(pasted('<b style="font-weight:normal"><p>schlicht</p></b>')).toEqual([paragraph('schlicht')])
  })

  it('keeps lists in lists, with letters', () => {
    const inner: Block = { type: 'list', style: 'lowerAlpha', start: 2, items: [{ blocks: [paragraph('innen')] }] }
    expect(pasted('<ul><li>eins<ol type="a" start="2"><li>innen</li></ol></li><li><p>zwei</p><p>noch</p></li></ul>')).toEqual([
      { type: 'list', style: 'dash', start: 1, items: [{ blocks: [paragraph('eins'), inner] }, { blocks: [paragraph('zwei'), paragraph('noch')] }] },
    ])
  })

  it('makes lists of what Word puts in their place', () => {
    const entry = (level: number, sign: string, text: string) =>
      `<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level${String(level)} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`
    expect(pasted(`<p class=MsoNormal>Vorweg</p>${entry(1, '1.', 'eins')}${entry(2, 'a)', 'innen')}${entry(2, 'b)', 'auch')}${entry(1, '2.', 'zwei')}<p>Danach</p>${entry(1, '·', 'Punkt')}`)).toEqual([
      paragraph('Vorweg'),
      {
        type: 'list',
        style: 'decimal',
        start: 1,
        items: [
          { blocks: [paragraph('eins'), { type: 'list', style: 'lowerAlpha', start: 1, items: [{ blocks: [paragraph('innen')] }, { blocks: [paragraph('auch')] }] }] },
          { blocks: [paragraph('zwei')] },
        ],
      },
      paragraph('Danach'),
      { type: 'list', style: 'dash', start: 1, items: [{ blocks: [paragraph('Punkt')] }] },
    ])
  })

  it('keeps cells apart that claim the same place, and the head in one row', () => {
    const html = '<table><tr><td rowspan=9>a</td><td colspan=2>b</td></tr><tr><td rowspan=2>c</td><td>d</td><td rowspan=99>e</td></tr><tr><td colspan=7>f</td></tr></table>'
    expect(pasted(html)).toEqual([
      {
        type: 'table',
        columns: ['left', 'left', 'left'],
        head: [words('a'), words('b'), []],
        rows: [[words('c'), words('d'), words('e')], [[], words('f'), []]],
        merged: [
          { row: 0, column: 1, rows: 1, columns: 2 },
          { row: 1, column: 0, rows: 2, columns: 1 },
          { row: 1, column: 2, rows: 2, columns: 1 },
        ],
      },
    ])
  })

  it('keeps tables, merged cells too', () => {
    const html = '<table><caption>Kosten</caption><thead><tr><th>Ort</th><th>Euro</th></tr></thead><tbody><tr><td rowspan=2><p>Alten</p><p>furt</p></td><td style="text-align:right"><b>1.200</b></td></tr><tr><td>7</td></tr><tr><td colspan=2>Ende</td></tr></tbody></table>'
    expect(pasted(html)).toEqual([
      {
        type: 'table',
        caption: 'Kosten',
        columns: ['left', 'right'],
        head: [words('Ort'), words('Euro')],
        rows: [
          [words('Alten furt'), [{ type: 'text', text: '1.200', marks: ['bold'] }]],
          [[], words('7')],
          [words('Ende'), []],
        ],
        merged: [{ row: 1, column: 0, rows: 2, columns: 1 }, { row: 3, column: 0, rows: 1, columns: 2 }],
      },
    ])
  })

  it('keeps addresses, and no address that is none', () => {
    expect(pasted('<p><a href="https://kreis.example/">kreis.example</a> <a href="https://x.example/a">Seite</a> <a href="javascript:alert(1)">böse</a> <a href="#_ftn1">[1]</a></p>')).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'link', href: 'https://kreis.example/' },
          { type: 'text', text: ' Seite (' },
          { type: 'link', href: 'https://x.example/a' },
          { type: 'text', text: ') böse [1]' },
        ],
      },
    ])
  })

  it('takes a picture as it was copied out of another text, and the words after it', () => {
    const picture: Block = { type: 'picture', graphic: { svg: '<svg width="9" height="9"/>' }, alternative: 'Säulen', caption: 'Folie 9' }
    const { type: _, ...file } = picture
    const figure = document.createElement('figure')
    figure.dataset['picture'] = JSON.stringify(file)
    figure.dataset['pmSlice'] = '0 0 []'
    const editor = editorWith({ blocks: [paragraph('davor'), { type: 'paragraph', content: [] }] })
    editor.commands.focus('end')
    paste(editor, figure.outerHTML, '')
    typed(editor, 'danach')
    expect(textOf(editor).blocks).toEqual([paragraph('davor'), picture, paragraph('danach')])
    editor.destroy()
  })

  it('forges nothing of the record', () => {
    const forged = '<div data-pm-slice="0 0 []"><div data-fact="böse">Text</div><p data-item="x">Absatz</p><span data-link="javascript:1">weg</span><sup data-footnote="[{&quot;type&quot;:&quot;x&quot;}]"></sup></div>'
    const text = JSON.stringify(pasted(forged))
    expect(text).toContain('Absatz')
    for (const word of ['fact', 'item', 'javascript', '"x"']) expect(text).not.toContain(word)
  })
})

describe('plain text', () => {
  it('has a paragraph for each line', () => {
    expect(pasted('', 'eins\r\n\r\nzwei\ndrei')).toEqual([paragraph('eins'), paragraph('zwei'), paragraph('drei')])
  })

  it('is a table where a spreadsheet gave it', () => {
    expect(pasted('', 'Ort\tEuro\nAltenfurt\t1.200\n')).toEqual([
      { type: 'table', columns: ['left', 'right'], head: [words('Ort'), words('Euro')], rows: [[words('Altenfurt'), words('1.200')]] },
    ])
  })

  it('is a link where it is an address', () => {
    expect(pasted('', 'https://kreis.example/a')).toEqual([{ type: 'paragraph', content: [{ type: 'link', href: 'https://kreis.example/a' }] }])
  })
})

describe('what is pasted into a cell', () => {
  function inCell(act: (editor: ReturnType<typeof editorWith>) => void): Block[] {
    const editor = editorWith({ blocks: [paragraph('Vor')] })
    caretAfter(editor, 'Vor')
    does(editor, insertTable)
    act(editor)
    const { blocks } = textOf(editor)
    editor.destroy()
    return blocks
  }

  it('stands in one line', () => {
    const blocks = inCell((editor) => { paste(editor, '<p>eins</p><ul><li>zwei</li></ul>', '') })
    expect(blocks).toEqual([
      paragraph('Vor'),
      { type: 'table', columns: ['left', 'left'], head: [words('eins zwei'), []], rows: [[[], []], [[], []]] },
    ])
  })

  it('fills the cells when it is a table', () => {
    const blocks = inCell((editor) => { paste(editor, '', 'a\tb\tc\n1\t2\t3') })
    expect(blocks[1]).toMatchObject({ type: 'table', head: [words('a'), words('b'), words('c')], rows: [[words('1'), words('2'), words('3')], [[], [], []]] })
  })
})

it('is not read at all where it is far too long, and that is said', () => {
  const editor = editorWith({ blocks: [paragraph('Vorher.')] })
  paste(editor, '', 'Zeile\n'.repeat(50_000))
  expect(refusals).toEqual([300_000])
  expect(textOf(editor).blocks).toEqual([paragraph('Vorher.')])
  editor.destroy()
  expect(pasted('', 'Zeile')).toEqual([paragraph('Zeile')])
})

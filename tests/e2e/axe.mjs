// Accessibility of what a window shows, judged by axe-core inside it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(new URL('../../ui/package.json', import.meta.url))
const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

const RUN = `
  const done = arguments[arguments.length - 1]
  window.axe.run(document, { resultTypes: ['violations', 'incomplete'] }).then(
    (result) => done(result.violations.map((one) =>
      one.id + ' (' + one.impact + '): ' + one.nodes.map((node) => node.target.join(' ') + ' ' + node.html.slice(0, 200)).join(' | '))),
    (fault) => done(['axe: ' + fault]))`

/** Throws when axe-core finds something. */
export async function accessible(window, where) {
  if (!(await window.js('return typeof window.axe === "object"'))) await window.js(source)
  const found = await window.async(RUN)
  if (found.length > 0) throw new Error(`${where} is not accessible:\n  ${found.join('\n  ')}`)
}

// Plays the journeys, one after the other: `node tests/e2e/run.mjs PROGRAM [NAME ...]`. Times are
// printed, not judged. Pictures and logs go to out/journeys/.
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Stage } from './stage.mjs'

const [program, ...wanted] = process.argv.slice(2)
if (!program) {
  process.stderr.write('node tests/e2e/run.mjs PROGRAM [NAME ...]\n')
  process.exit(2)
}
const binary = resolve(program)
const folder = new URL('./journeys/', import.meta.url)
const out = fileURLToPath(new URL('../../out/journeys/', import.meta.url))
const names = (await readdir(folder)).filter((file) => file.endsWith('.mjs')).map((file) => file.slice(0, -4))
const chosen = names.sort().filter((name) => wanted.length === 0 || wanted.includes(name))

/** What the program says when the process that draws has ended by itself. */
const REVIVED = 'Die Anzeige war ausgefallen'

let failed = 0
for (const name of chosen) {
  const journey = await import(new URL(`${name}.mjs`, folder))
  const lacking = journey.lacking?.() ?? ''
  if (lacking) {
    process.stdout.write(`skipped ${name}: ${lacking}\n`)
    continue
  }
  for (const [variant, options] of Object.entries(journey.variants ?? { '': {} })) {
    if (!(await plays(journey, name, variant, options, true))) failed += 1
  }
}
process.stdout.write(`journeys: ${chosen.length === 0 ? 'none found' : `${failed} failed`}\n`)
process.exit(failed === 0 && chosen.length > 0 ? 0 : 1)

/** Plays one variant; false when it failed. The software renderer of a test machine crashes now and
 * then and takes the driver's session along: the program survives that (journey `revived`), the
 * journey cannot, and is played once more. */
async function plays(journey, name, variant, options, mayRepeat) {
  const title = variant ? `${name}, ${variant}` : name
  const place = `${out}${name}${variant ? `-${variant}` : ''}`
  await rm(place, { recursive: true, force: true })
  await mkdir(place, { recursive: true })
  const stage = new Stage({ binary, out: place, ...options })
  const stop = () => void stage.close().finally(() => process.exit(130))
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const begin = performance.now()
  try {
    await stage.open()
    await journey.play(stage, options)
    const seconds = (performance.now() - begin) / 1000
    process.stdout.write(`ok      ${title}: ${seconds.toFixed(1)} s, ready after ${(stage.startup / 1000).toFixed(1)} s\n`)
    return true
  } catch (fault) {
    await stage.window?.picture(stage.out('failed.png')).catch(() => {})
    const crashed = (await readFile(stage.out('program.log'), 'utf8').catch(() => '')).includes(REVIVED)
    if (!crashed || stage.endedDrawing || !mayRepeat) {
      process.stdout.write(`FAILED  ${title}: ${fault.stack}\n        pictures and logs: ${place}\n`)
      return false
    }
    process.stdout.write(`again   ${title}: the process that draws had ended by itself\n`)
  } finally {
    await stage.close()
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop)
  }
  return plays(journey, name, variant, options, false)
}

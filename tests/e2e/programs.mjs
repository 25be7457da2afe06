// Other programs that a journey needs beside the window: our own command line, and Python with the
// tools of the tests.
import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))
let built

/** A file of the project. */
export function ours(path) {
  return join(root, path)
}

/** The command line. The window does without it, so it is asked for here, as the tests do
 * (tests/support/program.rs), in the one way that builds nothing twice. */
async function build() {
  const args = ['test', '--quiet', '--locked', '--workspace', '--no-run', '--test', 'program']
  await run(process.env.CARGO ?? 'cargo', args, { cwd: root, timeout: 900_000 })
  return join(resolve(root, process.env.CARGO_TARGET_DIR ?? 'target'), 'debug/sitzungsbuch')
}

/** Runs the command line; anything but 0 is a failure. Gives back what it says. */
export async function sitzungsbuch(args, passphrase = '') {
  built ??= build()
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', SITZUNGSBUCH_PASSPHRASE: passphrase }
  const { stdout } = await run(await built, args, { env, timeout: 60_000 })
  return stdout
}

/** Runs a tool of the tests in the Python of the project; anything but 0 is a failure. */
export async function python(tool, args, passphrase = '') {
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', SITZUNGSBUCH_PASSPHRASE: passphrase }
  const { stdout } = await run(ours('.venv/bin/python'), [ours(`tests/tools/${tool}`), ...args], { env, timeout: 60_000 })
  return stdout
}

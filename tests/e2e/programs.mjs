// Other programs that a journey needs beside the window: our own command line, and Python with the
// tools of the tests. Both are where `make test` puts them.
import { execFile } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))
/** The programs of the journeys lie in a folder beside the one that they were built in. */
const built = join(dirname(resolve(process.argv[2])), '../debug')

/** A file of the project. */
export function ours(path) {
  return join(root, path)
}

/** Runs the command line; anything but 0 is a failure. Gives back what it says. */
export async function sitzungsbuch(args, passphrase = '') {
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', SITZUNGSBUCH_PASSPHRASE: passphrase }
  const { stdout } = await run(join(built, 'sitzungsbuch'), args, { env, timeout: 60_000 })
  return stdout
}

/** Runs a tool of the tests in the Python of the project; anything but 0 is a failure. */
export async function python(tool, args) {
  const { stdout } = await run(ours('.venv/bin/python'), [ours(`tests/tools/${tool}`), ...args], { timeout: 60_000 })
  return stdout
}

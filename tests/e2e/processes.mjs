// Small helps with processes and ports: whether one lives, how it ends, where one may listen.
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Whether a process is there and not only its entry in the table; its first thread may be gone
 * while another still holds its files. */
export function alive(pid) {
  try {
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0]
    return state !== 'Z' || readdirSync(`/proc/${pid}/task`).length > 1
  } catch {
    return false
  }
}

export function end(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch {
    // It is gone already.
  }
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

export async function answers(server) {
  const limit = Date.now() + 10_000
  for (;;) {
    const up = await fetch(`${server}/status`, { signal: AbortSignal.timeout(1_000) }).catch(() => null)
    if (up?.ok) return
    if (Date.now() > limit) throw new Error('WebKitWebDriver does not answer')
    await sleep(25)
  }
}

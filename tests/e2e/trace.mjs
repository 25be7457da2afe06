// Reads what strace wrote about the program: which sockets it opened to elsewhere, and what it
// wrote outside the places it may write to. It judges; stage.mjs starts strace.
import { readFileSync } from 'node:fs'

/** What strace is asked to write down. */
export const CALLS = 'connect,sendto,sendmsg,bind,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat'

// Run-time folders of the machine, and the cache of the graphics library.
const FREE = ['/tmp/', '/dev/', '/run/', '/proc/', '/sys/']

/** Lines that name an address of the internet other than the loopback of the automation. */
export function foreignSockets(file) {
  return lines(file).filter((line) => /sa_family=AF_INET6?\b/.test(line))
    .filter((line) => !/inet_addr\("127\.0\.0\.1"\)|"::1"/.test(line))
}

/** Files that were written or made outside the folders of the journey. */
export function foreignFiles(file, folder) {
  const found = new Set()
  for (const line of lines(file)) {
    if (/ = -1 /.test(line)) continue
    const call = /\b(\w+)\((?:AT_FDCWD, )?"([^"]*)"/.exec(line)
    if (!call) continue
    const [, name, path] = call
    const opens = name === 'open' || name === 'openat'
    if (opens && !/O_(WRONLY|RDWR|CREAT|TRUNC)/.test(line)) continue
    if (['connect', 'bind', 'sendto', 'sendmsg'].includes(name) || !path.startsWith('/')) continue
    if (!path.startsWith(folder) && !FREE.some((free) => path.startsWith(free))) found.add(`${name} ${path}`)
  }
  return [...found]
}

function lines(file) {
  return readFileSync(file, 'utf8').split('\n')
}

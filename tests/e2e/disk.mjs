// A small disk that can be really full: a file system in memory over the folder of the program, in a
// mount namespace that is gone with it. Root may make one, and an ordinary user where the machine
// lets them have a user namespace.
import { spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'

const WAYS = [
  ['unshare', '--mount'],
  ['unshare', '--user', '--map-root-user', '--mount'],
]
const SIZES = [1 << 20, 1 << 12]

/** How such a disk is made on this machine; none where it cannot be. */
function way() {
  return WAYS.find(([program, ...args]) => {
    const tried = spawnSync(program, [...args, 'mount', '-t', 'tmpfs', 'none', tmpdir()], { stdio: 'ignore' })
    return tried.status === 0
  })
}

/** Why there is no small disk on this machine; empty where there is one. */
export function noDisk() {
  return way() ? '' : 'this machine lets nobody mount a small disk'
}

/** What stands before a program so that a folder is a disk of so many megabytes. */
export function onDisk(folder, megabytes) {
  const mount = 'mount -t tmpfs -o "size=$1m,mode=0700" none "$2" && shift 2 && exec "$@"'
  return [...way(), 'sh', '-c', mount, 'sh', String(megabytes), folder]
}

/** Writes until nothing more fits. */
export function fill(file) {
  const handle = openSync(file, 'w')
  try {
    for (const size of SIZES) {
      const zeros = Buffer.alloc(size)
      try {
        for (;;) writeSync(handle, zeros)
      } catch (fault) {
        if (fault.code !== 'ENOSPC') throw fault
      }
    }
  } finally {
    closeSync(handle)
  }
}

/** Gives the room back. */
export function free(file) {
  rmSync(file)
}

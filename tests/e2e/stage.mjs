// What a journey plays on: a display of its own, a folder of its own, the driver, the program. What
// was started is ended by its id, and nothing is left. Output goes to files, never to a pipe.
import { spawn } from 'node:child_process'
import { openSync, readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Driver } from './driver.mjs'
import { fill, free, onDisk } from './disk.mjs'
import { CONFIG, switchedOn } from './monitors.mjs'
import { alive, answers, end, freePort } from './processes.mjs'
import { CALLS, foreignFiles, foreignSockets } from './trace.mjs'
import { askToClose, isManaged } from './x11.mjs'

const READY = 'return document.documentElement?.dataset?.ready === "true"'

/** One journey's surroundings. */
export class Stage {
  /** Folder of the programs: vault and all. */
  home = ''
  /** The window. */
  window
  /** Milliseconds from the start of the program to the moment when it is ready to be used. */
  startup = 0
  #options
  #children = []
  #driver
  #display = ''
  #folder = ''
  endedDrawing = false

  /** `binary` and `out` are needed; `width`, `height`, `dark`, `trace`, `disk`, the megabytes that
   * there are for the folder of the program, `clock`, the time at which the program starts,
   * `second`, the size of a monitor to the right with a window manager over both, and `prepare`, what
   * is done before, as wished. */
  constructor(options) {
    this.#options = { width: 1280, height: 800, dark: false, trace: false, ...options }
  }

  /** Sets everything up and opens the window. */
  async open() {
    this.#folder = await mkdtemp(join(tmpdir(), 'sitzungsbuch-'))
    this.home = join(this.#folder, 'home')
    await mkdir(this.#options.out, { recursive: true })
    for (const name of ['home', 'run', 'user', 'files']) {
      await mkdir(join(this.#folder, name), { recursive: true, mode: 0o700 })
    }
    if (this.#options.clock) await this.clock(this.#options.clock)
    await this.#options.prepare?.(this)
    await this.#startDisplay()
    await this.#startProgram()
  }

  /** A place for a file that a journey hands to the program or gets from it. */
  file(name) {
    return join(this.#folder, 'files', name)
  }

  /** Where a picture or a log of this journey goes. */
  out(name) {
    return join(this.#options.out, name)
  }

  /** Sets the clock of the program; it stands there until it is set again. */
  async clock(time) {
    await writeFile(join(this.#folder, 'clock'), time)
  }

  /** Sets what the machine says of itself: bytes that are left on its disk, and the battery. */
  async device({ free, percent, status = 'Discharging' }) {
    const battery = join(this.#folder, 'device', 'power_supply', 'BAT0')
    await mkdir(battery, { recursive: true })
    await writeFile(join(this.#folder, 'device', 'free'), String(free))
    for (const [name, text] of Object.entries({ type: 'Battery', capacity: percent, status })) await writeFile(join(battery, name), String(text))
  }

  /** Stops the program with all its processes, as a tablet that falls asleep; or wakes it. */
  sleep(on) {
    for (const pid of this.programs()) end(pid, on ? 'SIGSTOP' : 'SIGCONT')
  }

  /** Answers to the next native dialogs: paths, or an empty text for one that is closed. */
  async answers(...paths) {
    await writeFile(join(this.#folder, 'dialogs'), paths.map((path) => `${path}\n`).join(''))
  }

  /** Process ids of the program and of all that it started, the driver with it. */
  programs() {
    return this.#all().filter((pid) => !this.#children.some((child) => child.pid === pid))
  }

  /** Process id of the program itself. */
  program() {
    return this.#running((file) => file === this.#options.binary)
  }

  /** Ends the process that draws, as a fault of the graphics library does. */
  endDrawing() {
    this.endedDrawing = true
    end(this.#running((file) => file.endsWith('/WebKitWebProcess')), 'SIGKILL')
  }

  /** What stands on the display, as the bytes of its picture; seen without the driver. */
  display() {
    return readFileSync(join(this.#folder, 'Xvfb_screen0'))
  }

  #running(fits) {
    const runs = (pid) => {
      try {
        return fits(readlinkSync(`/proc/${pid}/exe`))
      } catch {
        return false
      }
    }
    return this.programs().find(runs)
  }

  /** Ends the program; what it wrote stays until the stage is closed. */
  end() {
    return this.#endDriver()
  }

  /** Ends the program and tells what it did that it must not do: sockets to elsewhere, files
   * outside its own folders. It has to be traced. */
  async strays() {
    await this.end()
    const file = this.out('strace.log')
    return [...foreignSockets(file), ...foreignFiles(file, `${this.#folder}/`)]
  }

  /** Fills the small disk to the last byte, or gives the room back. */
  fillDisk() {
    fill(this.onDisk('voll'))
  }

  freeDisk() {
    free(this.onDisk('voll'))
  }

  /** A file on the small disk, as it is reached from outside: the program sees it in its home. */
  onDisk(name) {
    return join(`/proc/${this.program()}/root`, this.home, name)
  }

  /** Asks the window to close, as its cross does; of two the one that is called so. */
  async askToClose(name) {
    const asked = await askToClose(this.#display, name)
    if (asked !== 1) throw new Error(`${asked} windows were asked to close`)
  }

  /** Waits until the program has ended by itself. */
  async ended() {
    for (let turn = 0; turn < 200 && this.program(); turn += 1) await sleep(50)
    if (this.program()) throw new Error('the program is still there')
  }

  /** Kills the program as a power cut would, and starts it again over the same folder. */
  async crash() {
    for (const pid of this.programs()) end(pid, 'SIGKILL')
    await this.#endDriver()
    await this.#startProgram()
  }

  /** Ends everything, and looks that nothing is left. */
  async close() {
    await this.#endDriver()
    for (const signal of ['SIGTERM', 'SIGKILL']) {
      for (const pid of this.#all()) end(pid, signal)
      for (let turn = 0; turn < 40 && this.#all().length > 0; turn += 1) await sleep(50)
    }
    this.#children = []
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true })
  }

  async #startDisplay() {
    const { width, height, second } = this.#options
    const log = this.#log('display')
    const common = ['-displayfd', '3', '-nolisten', 'tcp', '-noreset']
    let program = ['Xvfb', ...common, '-screen', '0', `${width}x${height}x24`, '-fbdir', this.#folder]
    if (second) {
      await writeFile(this.file('xorg.conf'), CONFIG)
      program = ['Xorg', ...common, '-config', this.file('xorg.conf'), '-logfile', this.file('xorg.log')]
    }
    const child = this.#start(program[0], program.slice(1), ['ignore', log, log, 'pipe'])
    this.#display = await new Promise((resolve, reject) => {
      let text = ''
      child.stdio[3].on('data', (part) => {
        text += part
        if (text.includes('\n')) resolve(`:${text.trim()}`)
      })
      child.on('error', reject)
      child.on('exit', (code) => reject(new Error(`${program[0]} ended with ${code}`)))
    })
    child.stdio[3].destroy()
    if (!second) return
    for (const words of switchedOn([width, height], second)) {
      const asked = this.#start('xrandr', words, ['ignore', log, log])
      await new Promise((resolve) => asked.on('exit', resolve))
    }
    this.#start('openbox', ['--sm-disable'], ['ignore', log, log])
    for (let turn = 0; turn < 100 && !(await isManaged(this.#display)); turn += 1) await sleep(50)
  }

  async #startProgram() {
    const traced = this.#options.trace
      ? ['strace', '-f', '-qq', '-s', '300', '-e', `trace=${CALLS}`, '-o', this.out('strace.log')]
      : []
    const small = this.#options.disk ? onDisk(this.home, this.#options.disk) : []
    const { window, child, startup } = await this.#launch([...traced, ...small])
    Object.assign(this, { window, startup })
    this.#driver = child
  }

  /** Starts the program with a driver of its own, behind what stands before it. */
  async #launch(before) {
    const port = await freePort()
    const log = this.#log('program')
    const [first, ...rest] = [...before, 'WebKitWebDriver', '--host=127.0.0.1', `--port=${port}`]
    const child = this.#start(first, rest, ['ignore', log, log])
    const server = `http://127.0.0.1:${port}`
    await answers(server)
    const window = new Driver(server)
    const begin = performance.now()
    await window.open(this.#options.binary)
    await window.until('the interface', READY)
    return { window, child, startup: performance.now() - begin }
  }

  /** The window of a second program over the same folder, beside the one that runs. */
  async another() {
    return (await this.#launch([])).window
  }

  async #endDriver() {
    const programs = this.programs()
    await this.window?.close()
    const driver = this.#driver
    if (!driver) return
    this.#driver = undefined
    this.#children = this.#children.filter((child) => child !== driver)
    driver.kill('SIGTERM')
    for (let turn = 0; turn < 40 && driver.exitCode === null && driver.signalCode === null; turn += 1) {
      await sleep(25)
    }
    for (const pid of this.programs()) end(pid, 'SIGKILL')
    // The vault is free for others only when the program is gone.
    for (let turn = 0; turn < 400 && programs.some(alive); turn += 1) await sleep(25)
  }

  #start(program, args, stdio) {
    const child = spawn(program, args, { stdio, env: this.#environment(), cwd: this.#folder })
    child.on('error', () => {})
    this.#children.push(child)
    return child
  }

  #log(name) {
    return openSync(this.out(`${name}.log`), 'a')
  }

  /** What the program sees of the machine: nothing of the person who runs the tests. */
  #environment() {
    const user = join(this.#folder, 'user')
    return {
      PATH: process.env.PATH,
      LANG: 'C.UTF-8',
      TZ: 'Europe/Berlin',
      HOME: user,
      XDG_CACHE_HOME: join(user, 'cache'),
      XDG_RUNTIME_DIR: join(this.#folder, 'run'),
      DISPLAY: this.#display,
      GDK_BACKEND: 'x11',
      GTK_THEME: this.#options.dark ? 'Adwaita:dark' : 'Adwaita',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      TAURI_AUTOMATION: 'true',
      TAURI_WEBVIEW_AUTOMATION: 'true',
      SITZUNGSBUCH_HOME: this.home,
      SITZUNGSBUCH_CLOCK: join(this.#folder, 'clock'),
      SITZUNGSBUCH_DIALOGS: join(this.#folder, 'dialogs'),
      SITZUNGSBUCH_DEVICE: join(this.#folder, 'device'),
    }
  }

  /** Every process whose environment names the folder of this journey: children, and orphans. */
  #all() {
    const mark = `SITZUNGSBUCH_HOME=${this.home}`
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
      try {
        return alive(pid) && readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(mark)
      } catch {
        return false
      }
    })
  }
}

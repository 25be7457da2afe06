// Asks the windows of a display to close, as the cross in a title bar does (WM_DELETE_WINDOW). There
// is no window manager on the display of a journey, so the few words of X11 that it takes are spoken
// here, over the display's own socket.
import { connect } from 'node:net'

const INTERN_ATOM = 16
const GET_WINDOW_ATTRIBUTES = 3
const QUERY_TREE = 15
const GET_PROPERTY = 20
const SEND_EVENT = 25
const CLIENT_MESSAGE = 33
const VIEWABLE = 2
const ATOM = 4
const WM_NAME = 39

/** Asks every window of the display that can be asked, or those of a name; gives back how many there
 * are. A window manager puts each window into one of its own. */
export async function askToClose(display, name) {
  const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`)
  try {
    const server = new Server(socket)
    const root = await server.greet()
    const protocols = await server.atom('WM_PROTOCOLS')
    const leave = await server.atom('WM_DELETE_WINDOW')
    let asked = 0
    const outer = await server.children(root)
    const inner = []
    for (const window of outer) inner.push(...(await server.children(window)))
    for (const window of [...outer, ...inner]) {
      if (!(await server.isViewable(window)) || !(await server.atoms(window, protocols)).includes(leave)) continue
      if (name !== undefined && (await server.name(window)) !== name) continue
      server.send(window, protocols, leave)
      asked += 1
    }
    // Its answer says that the events before it were taken.
    await server.children(root)
    return asked
  } finally {
    socket.destroy()
  }
}

/** Whether a window manager has taken the display over. */
export async function isManaged(display) {
  const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`)
  try {
    const server = new Server(socket)
    const root = await server.greet()
    return await server.has(root, await server.atom('_NET_SUPPORTING_WM_CHECK'))
  } finally {
    socket.destroy()
  }
}

class Server {
  #socket
  #read = Buffer.alloc(0)
  #wake = () => {}
  #broken

  constructor(socket) {
    this.#socket = socket
    socket.on('data', (part) => {
      this.#read = Buffer.concat([this.#read, part])
      this.#wake()
    })
    socket.on('error', (fault) => {
      this.#broken = fault
      this.#wake()
    })
  }

  /** Introduces itself; gives back the root window. */
  async greet() {
    const hello = Buffer.alloc(12)
    hello.write('l')
    hello.writeUInt16LE(11, 2)
    this.#socket.write(hello)
    const head = await this.#take(8)
    if (head[0] !== 1) throw new Error('the display does not let anybody in')
    const setup = await this.#take(head.readUInt16LE(6) * 4)
    const screens = 32 + padded(setup.readUInt16LE(16)) + setup[21] * 8
    return setup.readUInt32LE(screens)
  }

  async atom(name) {
    const body = Buffer.alloc(4 + padded(name.length))
    body.writeUInt16LE(name.length)
    body.write(name, 4, 'latin1')
    return (await this.#ask(INTERN_ATOM, body)).readUInt32LE(8)
  }

  async children(window) {
    const reply = await this.#ask(QUERY_TREE, words(window))
    return list(reply, reply.readUInt16LE(16))
  }

  async isViewable(window) {
    return (await this.#ask(GET_WINDOW_ATTRIBUTES, words(window)))[26] === VIEWABLE
  }

  async atoms(window, property) {
    const reply = await this.#ask(GET_PROPERTY, words(window, property, ATOM, 0, 32))
    return list(reply, reply.readUInt32LE(16))
  }

  async name(window) {
    const reply = await this.#ask(GET_PROPERTY, words(window, WM_NAME, 0, 0, 256))
    return reply.toString('utf8', 32, 32 + reply.readUInt32LE(16))
  }

  async has(window, property) {
    return (await this.#ask(GET_PROPERTY, words(window, property, 0, 0, 1))).readUInt32LE(8) !== 0
  }

  send(window, type, word) {
    const event = Buffer.alloc(32)
    event[0] = CLIENT_MESSAGE
    event[1] = 32
    words(window, type, word).copy(event, 4)
    this.#request(SEND_EVENT, Buffer.concat([words(window, 0), event]))
  }

  #request(code, body) {
    const head = Buffer.alloc(4)
    head[0] = code
    head.writeUInt16LE(1 + body.length / 4, 2)
    this.#socket.write(Buffer.concat([head, body]))
  }

  /** The answer; events that come in between are passed over. */
  async #ask(code, body) {
    this.#request(code, body)
    for (;;) {
      const head = await this.#take(32)
      if (head[0] === 0) throw new Error(`the display refuses request ${code}`)
      if (head[0] === 1) return Buffer.concat([head, await this.#take(head.readUInt32LE(4) * 4)])
    }
  }

  async #take(count) {
    while (this.#read.length < count) {
      if (this.#broken) throw this.#broken
      await new Promise((wake) => (this.#wake = wake))
    }
    const taken = this.#read.subarray(0, count)
    this.#read = this.#read.subarray(count)
    return taken
  }
}

function padded(length) {
  return length + ((4 - (length % 4)) % 4)
}

function words(...values) {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => bytes.writeUInt32LE(value, index * 4))
  return bytes
}

function list(reply, count) {
  return Array.from({ length: count }, (_, index) => reply.readUInt32LE(32 + index * 4))
}

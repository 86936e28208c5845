import { connect, type Socket } from 'node:net'

const HEAD_END = Buffer.from('\r\n\r\n')

/**
 * Posts JSON to one address over connections that stay, with next to nothing of its own: the machine that asks is not
 * the one that answers, but here both share two cores, and what asking costs would count as waiting. Knows of HTTP what
 * our API sends: a status, `content-length`, a body.
 */
export class LeanClient {
  private readonly idle: Socket[] = []
  private readonly head: string
  private readonly to: { readonly host: string; readonly port: number }

  constructor(address: string, headers: Readonly<Record<string, string>>) {
    const { hostname, port, host, pathname } = new URL(address)
    this.to = { host: hostname, port: Number(port) }
    const lines = Object.entries({ host, 'content-type': 'application/json', ...headers })
    this.head = `POST ${pathname} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}`
  }

  /** The answer's body. Rejects when it is not a 200, or the connection breaks. */
  post(body: string): Promise<string> {
    let socket = this.idle.pop()
    if (!socket || socket.destroyed) socket = connect(this.to).setNoDelay(true)
    return this.over(socket, body)
  }

  private over(socket: Socket, body: string): Promise<string> {
    return new Promise((resolve, reject) => {
      let got: Buffer = Buffer.alloc(0)
      const settle = (how: () => void) => {
        socket.off('data', take).off('error', reject).off('close', broken)
        how()
      }
      const broken = () => settle(() => reject(new Error('the connection broke')))
      const take = (chunk: Buffer) => {
        got = got.length === 0 ? chunk : Buffer.concat([got, chunk])
        const end = got.indexOf(HEAD_END)
        if (end < 0) return
        const head = got.toString('latin1', 0, end)
        const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
        if (length === undefined) return socket.destroy(new Error(`no length: ${head}`))
        if (got.length < end + HEAD_END.length + Number(length)) return
        const text = got.toString('utf8', end + HEAD_END.length)
        this.idle.push(socket)
        settle(() =>
          head.startsWith('HTTP/1.1 200 ') ? resolve(text) : reject(new Error(`${head}\n${text}`)),
        )
      }
      socket.on('data', take).on('error', reject).on('close', broken)
      socket.write(`${this.head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    })
  }
}

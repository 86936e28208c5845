import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { OpenRequests } from './open-requests.js'

const server = () => {
  const rest = vi.fn()
  return { requests: new OpenRequests(rest), rest }
}
const [first, second] = [{}, {}]

describe('a server', () => {
  it('rests once the last request is answered', async () => {
    const { requests, rest } = server()
    requests.enter(first)
    requests.enter(second)
    requests.leave(first)
    await turn()
    expect(rest).not.toHaveBeenCalled()
    requests.leave(second)
    await turn()
    expect(rest).toHaveBeenCalledOnce()
  })

  it('does not rest when another request has come in the same turn', async () => {
    const { requests, rest } = server()
    requests.enter(first)
    requests.leave(first)
    requests.enter(second)
    await turn()
    expect(rest).not.toHaveBeenCalled()
  })

  it('takes no notice of the end of what nobody waited for', async () => {
    const { requests, rest } = server()
    requests.leave(first)
    await turn()
    expect(rest).not.toHaveBeenCalled()
  })
})

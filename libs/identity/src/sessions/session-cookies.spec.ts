import type { FastifyReply } from 'fastify'
import { describe, expect, it } from 'vitest'
import type { IdentityConfig } from '../identity-config.js'
import { SessionCookies } from './session-cookies.js'

/** What a browser would be told, at an origin. */
function cookiesAt(publicOrigin: string) {
  const told: [string, string, object][] = []
  const reply = {
    setCookie: (...cookie: [string, string, object]) => told.push(cookie),
  } as unknown as FastifyReply
  const cookies = new SessionCookies({ publicOrigin } as IdentityConfig)
  cookies.setToken(reply, 'token')
  cookies.setDevice(reply, 'mark')
  cookies.clear(reply)
  return told
}

describe('the cookies', () => {
  it('are bound to the host and to https wherever the site is https', () => {
    const told = cookiesAt('https://weibao.example')
    expect(told.map(([name]) => name)).toEqual([
      '__Host-weibao',
      '__Host-weibao_device',
      '__Host-weibao',
    ])
    for (const [, , options] of told)
      expect(options).toMatchObject({ secure: true, httpOnly: true, sameSite: 'lax', path: '/' })
  })

  it('are plain on a developer’s machine, and still closed to scripts', () => {
    for (const [, , options] of cookiesAt('http://localhost:3000'))
      expect(options).toMatchObject({ secure: false, httpOnly: true, sameSite: 'lax' })
  })
})

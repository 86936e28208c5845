import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { People } from '../people/people.service.js'
import {
  openIdentityWorld,
  type Browserless,
  type IdentityWorld,
} from '../testing/identity-world.js'

let world: IdentityWorld
let http: Browserless
const password = '山里的蜜蜂飞过河'

beforeAll(async () => {
  world = await openIdentityWorld()
  http = await world.openHttp()
  await world.get<People>(People).create({
    displayName: '李阿迪',
    contacts: ['adi@example.com', '13812345678'],
    password,
  })
})
afterAll(() => world?.close())

describe('signing in', () => {
  it('opens a session by e-mail or by mobile number, however it is written', async () => {
    for (const contact of ['Adi@Example.com ', '138 1234 5678', '+86 13812345678']) {
      const visitor = http.visit()
      const answer = await visitor.send('POST', '/session', { contact, password })
      expect(answer.status).toBe(200)
      expect(answer.body['state']).toBe('signed-in')
      const session = await visitor.send('GET', '/session')
      expect(session.body).toMatchObject({
        state: 'signed-in',
        person: { displayName: '李阿迪', email: 'adi@example.com', mobile: '+8613812345678' },
      })
    }
  })

  it('ends on the server when signing out', async () => {
    const visitor = http.visit()
    await visitor.send('POST', '/session', { contact: 'adi@example.com', password })
    const token = visitor.cookies.get('weibao_session')!
    expect((await visitor.send('DELETE', '/session')).status).toBe(204)
    expect(visitor.cookies.has('weibao_session')).toBe(false)
    visitor.cookies.set('weibao_session', token)
    expect((await visitor.send('GET', '/session')).body['state']).toBe('anonymous')
  })
})

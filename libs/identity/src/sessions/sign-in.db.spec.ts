import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePerson, PASSWORD, signIn } from '../testing/cast.js'
import {
  openIdentityWorld,
  type Answer,
  type Browserless,
  type IdentityWorld,
  type Visitor,
} from '../testing/identity-world.js'
import { People } from '../people/people.service.js'

let world: IdentityWorld
let http: Browserless

beforeAll(async () => {
  world = await openIdentityWorld()
  http = await world.openHttp()
})
afterAll(() => world?.close())

const guess = (visitor: Visitor, contact: string, headers = {}): Promise<Answer> =>
  visitor.send('POST', '/session', { contact, password: 'not the password' }, headers)
const open = (visitor: Visitor, contact: string) =>
  visitor.send('POST', '/session', { contact, password: PASSWORD })
const stateOf = async (visitor: Visitor) => (await visitor.send('GET', '/session')).body['state']

describe('signing in', () => {
  it('opens a session by e-mail or by mobile number, however it is written', async () => {
    await world.get<People>(People).create({
      displayName: '李阿迪',
      contacts: ['adi@example.com', '13812345678'],
      password: PASSWORD,
    })
    for (const contact of ['Adi@Example.com ', '138 1234 5678', '+86 13812345678']) {
      const visitor = http.visit()
      const answer = await open(visitor, contact)
      expect(answer.status).toBe(200)
      expect((await visitor.send('GET', '/session')).body).toMatchObject({
        state: 'signed-in',
        person: { displayName: '李阿迪', email: 'adi@example.com', mobile: '+8613812345678' },
      })
    }
  })

  it('sets a cookie that scripts cannot read, and no token anywhere else', async () => {
    const { contact } = await makePerson(world)
    const visitor = http.visit()
    const answer = await open(visitor, contact)
    const cookie = [answer.headers['set-cookie']]
      .flat()
      .find((text) => /session/.test(String(text)))
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.text).not.toContain(visitor.cookies.get('weibao_session'))
    const stored = await world.sql<{ text: string }>('select s::text as text from sessions s')
    expect(stored.map(({ text }) => text).join()).not.toContain(
      visitor.cookies.get('weibao_session'),
    )
  })

  it('takes no session that was planted before, and changes the token each time', async () => {
    const { contact } = await makePerson(world)
    const visitor = http.visit()
    const planted = 'A'.repeat(43)
    visitor.cookies.set('weibao_session', planted)
    await signIn(visitor, contact)
    const first = visitor.cookies.get('weibao_session')!
    await signIn(visitor, contact)
    const second = visitor.cookies.get('weibao_session')!
    expect(new Set([planted, first, second]).size).toBe(3)
    for (const old of [planted, first]) {
      const thief = http.visit()
      thief.cookies.set('weibao_session', old)
      expect((await thief.send('GET', '/account')).status).toBe(401)
    }
    expect(Buffer.from(second, 'base64url')).toHaveLength(32)
  })

  it('answers a wrong password and an unknown account alike', async () => {
    const { contact } = await makePerson(world)
    const wrong = await guess(http.visit(), contact)
    const unknown = await guess(http.visit(), `un${contact.slice(2)}`)
    const strip = ({ body }: Answer) => ({ ...body, requestId: null })
    expect(wrong.status).toBe(401)
    expect(unknown.status).toBe(401)
    expect(strip(unknown)).toEqual(strip(wrong))
    expect(Object.keys(unknown.headers).sort()).toEqual(Object.keys(wrong.headers).sort())
  })
})

describe('guessing', () => {
  it.each([
    ['a known', () => makePerson(world).then(({ contact }) => contact)],
    ['an unknown', async () => 'guessed-nobody@example.com'],
  ])('at %s account ends after ten tries, whatever the headers say', async (_, whose) => {
    const contact = await whose()
    const statuses: number[] = []
    for (let i = 0; i < 12; i++) {
      const headers = { 'x-forwarded-for': `198.51.100.${i}`, 'x-real-ip': `198.51.100.${i}` }
      statuses.push((await guess(http.visit(), contact, headers)).status)
    }
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429])
  })

  it('does not run ahead of the count when tries come all at once', async () => {
    const { contact } = await makePerson(world)
    const answers = await Promise.all(
      Array.from({ length: 25 }, () => guess(http.visit(), contact)),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
  })

  it('locks out strangers, but not the device that signed in before', async () => {
    const { contact } = await makePerson(world)
    const owner = http.visit()
    await signIn(owner, contact)
    await owner.send('DELETE', '/session')
    for (let i = 0; i < 10; i++) await guess(http.visit(), contact)
    expect((await open(http.visit(), contact)).status).toBe(429)
    expect((await open(owner, contact)).status).toBe(200)
  })

  it('takes no device mark of another person, and none that was changed', async () => {
    const [victim, attacker] = [await makePerson(world), await makePerson(world)]
    const browser = http.visit()
    await signIn(browser, attacker.contact)
    const mark = browser.cookies.get('weibao_device')!
    const forged = http.visit()
    forged.cookies.set(
      'weibao_device',
      mark.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')),
    )
    for (let i = 0; i < 10; i++) await guess(browser, victim.contact)
    expect((await guess(browser, victim.contact)).status).toBe(429)
    expect((await guess(forged, victim.contact)).status).toBe(429)
  })

  it('is not counted for those who know the password', async () => {
    const { contact } = await makePerson(world)
    for (let i = 0; i < 12; i++) expect((await open(http.visit(), contact)).status).toBe(200)
    for (let i = 0; i < 10; i++) expect((await guess(http.visit(), contact)).status).toBe(401)
    expect((await guess(http.visit(), contact)).status).toBe(429)
  })
})

describe('sessions', () => {
  it('are listed, and ended one by one or all at once', async () => {
    const { contact } = await makePerson(world)
    const [here, there, other] = [http.visit(), http.visit(), http.visit()]
    for (const visitor of [here, there, other]) await signIn(visitor, contact)
    const { body } = await here.send('GET', '/account/sessions')
    const items = body['items'] as { id: string; isCurrent: boolean }[]
    expect(items.map(({ isCurrent }) => isCurrent).filter(Boolean)).toHaveLength(1)
    expect(items).toHaveLength(3)
    const current = (await there.send('GET', '/account/sessions')).body['items'] as typeof items
    const thereId = current.find(({ isCurrent }) => isCurrent)!.id
    expect((await here.send('DELETE', `/account/sessions/${thereId}`)).status).toBe(204)
    expect(await stateOf(there)).toBe('anonymous')
    expect((await here.send('DELETE', `/account/sessions/${thereId}`)).status).toBe(404)
    expect((await here.send('DELETE', '/account/sessions')).status).toBe(204)
    expect(await stateOf(other)).toBe('anonymous')
  })

  it('of others cannot be ended', async () => {
    const [mine, theirs] = [http.visit(), http.visit()]
    await signIn(mine, (await makePerson(world)).contact)
    await signIn(theirs, (await makePerson(world)).contact)
    const { body } = await theirs.send('GET', '/account/sessions')
    const [{ id }] = body['items'] as [{ id: string }]
    expect((await mine.send('DELETE', `/account/sessions/${id}`)).status).toBe(404)
    expect(await stateOf(theirs)).toBe('signed-in')
  })

  it('end on the server when signing out', async () => {
    const visitor = http.visit()
    await signIn(visitor, (await makePerson(world)).contact)
    const token = visitor.cookies.get('weibao_session')!
    expect((await visitor.send('DELETE', '/session')).status).toBe(204)
    expect(visitor.cookies.has('weibao_session')).toBe(false)
    visitor.cookies.set('weibao_session', token)
    expect(await stateOf(visitor)).toBe('anonymous')
  })
})

describe('a password', () => {
  it('is changed with the current one; every other session ends, this one under a new token', async () => {
    const { contact } = await makePerson(world)
    const [here, there] = [http.visit(), http.visit()]
    await signIn(here, contact)
    await signIn(there, contact)
    const token = here.cookies.get('weibao_session')
    const change = (currentPassword: string) =>
      here.send('POST', '/account/password', { currentPassword, newPassword: '雪山下的新密码' + 1 })
    expect((await change('wrong one')).body['code']).toBe('password.wrong')
    expect((await change(PASSWORD)).status).toBe(204)
    expect(here.cookies.get('weibao_session')).not.toBe(token)
    expect(await stateOf(here)).toBe('signed-in')
    expect(await stateOf(there)).toBe('anonymous')
    expect((await open(http.visit(), contact)).status).toBe(401)
    expect((await world.messagesTo(contact))[0]).toContain('密码已于')
  })

  it('is reset by a code; every session ends', async () => {
    const { contact } = await makePerson(world)
    const [signedIn, forgetful] = [http.visit(), http.visit()]
    await signIn(signedIn, contact)
    const asked = await forgetful.send('POST', '/codes', { purpose: 'reset', contact })
    const reset = {
      challengeId: asked.body['challengeId'],
      code: await world.codeTo(contact),
      password: '三江并流的水 2026',
    }
    expect((await forgetful.send('POST', '/password-resets', reset)).status).toBe(204)
    expect(await stateOf(signedIn)).toBe('anonymous')
    const again = await forgetful.send('POST', '/password-resets', reset)
    expect(again.body['code']).toBe('code.refused')
    const { password } = reset
    expect((await forgetful.send('POST', '/session', { contact, password })).status).toBe(200)
  })
})

describe('a contact', () => {
  it('is changed with the password and a code to the new one; the old one is told', async () => {
    const { contact } = await makePerson(world)
    const visitor = http.visit()
    await signIn(visitor, contact)
    const begin = (password: string) =>
      visitor.send('POST', '/account/contact-changes', { contact: '13700000001', password })
    expect((await begin('wrong one')).status).toBe(403)
    const id = String((await begin(PASSWORD)).body['challengeId'])
    const code = await world.codeTo('+8613700000001')
    const stranger = http.visit()
    await signIn(stranger, (await makePerson(world)).contact)
    const path = `/account/contact-changes/${id}/confirmation`
    expect((await stranger.send('POST', path, { code })).body['code']).toBe('code.refused')
    expect((await visitor.send('POST', path, { code })).body['mobile']).toBe('+8613700000001')
    expect((await world.messagesTo(contact))[0]).toContain('137****0001')
    expect((await open(http.visit(), '13700000001')).status).toBe(200)
  })

  it('of somebody else cannot be taken, and that it is taken is not told', async () => {
    const [mine, theirs] = [await makePerson(world), await makePerson(world)]
    const visitor = http.visit()
    await signIn(visitor, mine.contact)
    const body = { contact: theirs.contact, password: PASSWORD }
    const answer = await visitor.send('POST', '/account/contact-changes', body)
    expect(answer.status).toBe(202)
    expect((await world.messagesTo(theirs.contact)).join()).not.toMatch(/\d{6}/)
  })

  it('must stay: the last one cannot be removed', async () => {
    const visitor = http.visit()
    await signIn(visitor, (await makePerson(world)).contact)
    const body = { channel: 'mail', password: PASSWORD }
    const answer = await visitor.send('POST', '/account/contact-removals', body)
    expect(answer.body['code']).toBe('contact.last')
  })
})

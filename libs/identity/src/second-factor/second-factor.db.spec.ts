import type { Authenticator } from '@weibao/platform'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Attempts, attemptLimits } from '../access/attempts.service.js'
import { Secrets } from '../access/secrets.js'
import { SessionAuthenticator } from '../sessions/session-authenticator.js'
import {
  makeMember,
  makeOrganisation,
  makePerson,
  PASSWORD,
  signIn,
  totpCode,
} from '../testing/cast.js'
import {
  openIdentityWorld,
  type Browserless,
  type IdentityWorld,
  type Visitor,
} from '../testing/identity-world.js'
import { SecondFactors } from './second-factors.service.js'

let world: IdentityWorld
let http: Browserless

beforeAll(async () => {
  world = await openIdentityWorld()
  http = await world.openHttp()
})
afterAll(() => world?.close())

async function enrol(visitor: Visitor) {
  const offer = await visitor.send('POST', '/account/second-factor', { password: PASSWORD })
  expect(offer.status).toBe(201)
  const secret = String(offer.body['secret'])
  const confirm = { code: totpCode(-1, Date.now(), secret) }
  const answer = await visitor.send('POST', '/account/second-factor/confirmation', confirm)
  expect(answer.status).toBe(200)
  return { secret, recoveryCodes: answer.body['recoveryCodes'] as string[] }
}

async function newcomer() {
  const person = await makePerson(world)
  const visitor = http.visit()
  await signIn(visitor, person.contact)
  return { ...person, visitor }
}

const prove = (visitor: Visitor, code: string) =>
  visitor.send('POST', '/session/second-factor', { code })

describe('setting up the second factor', () => {
  it('needs the password, and a first code', async () => {
    const { visitor } = await newcomer()
    const path = '/account/second-factor'
    const refused = await visitor.send('POST', path, { password: 'wrong one' })
    expect(refused.body['code']).toBe('password.wrong')
    const offer = await visitor.send('POST', path, { password: PASSWORD })
    expect(offer.body['uri']).toMatch(/^otpauth:\/\/totp\/Weibao:.*secret=[A-Z2-7]{32}/)
    expect(offer.body['qrCode']).toMatch(/^data:image\/svg\+xml;base64,/)
    const wrong = await visitor.send('POST', `${path}/confirmation`, { code: '000000' })
    expect(wrong.body['code']).toBe('second-factor.refused')
    const { body } = await visitor.send('GET', '/session')
    expect(body['secondFactor']).toMatchObject({ isEnabled: false, provedUntil: null })
  })

  it('gives ten recovery codes, changes the token, and is told to the person', async () => {
    const { visitor, contact } = await newcomer()
    const token = visitor.cookies.get('weibao_session')
    const { recoveryCodes } = await enrol(visitor)
    expect(new Set(recoveryCodes).size).toBe(10)
    expect(visitor.cookies.get('weibao_session')).not.toBe(token)
    const { body } = await visitor.send('GET', '/session')
    expect(body['secondFactor']).toMatchObject({ isEnabled: true })
    expect((await world.messagesTo(contact))[0]).toContain('两步验证')
  })

  it('keeps the secret sealed, bound to its person', async () => {
    const { visitor, id } = await newcomer()
    const { secret } = await enrol(visitor)
    const [row] = await world.sql<{ secret_sealed: Buffer }>(
      'select secret_sealed from second_factors where person_id = $1',
      [id],
    )
    const sealed = row!.secret_sealed
    expect(sealed.toString('latin1')).not.toContain(secret)
    const secrets = world.get<Secrets>(Secrets)
    expect(secrets.open(sealed, `second-factor:${id}`)).toBe(secret)
    expect(() => secrets.open(sealed, 'second-factor:somebody-else')).toThrow()
    sealed[sealed.length - 1]! ^= 1
    expect(() => secrets.open(sealed, `second-factor:${id}`)).toThrow()
  })

  it('cannot be replaced by whoever holds the session, only removed with password and code', async () => {
    const { visitor } = await newcomer()
    const { secret } = await enrol(visitor)
    const again = await visitor.send('POST', '/account/second-factor', { password: PASSWORD })
    expect(again.body['code']).toBe('second-factor.enabled')
    const remove = (password: string, code: string) =>
      visitor.send('POST', '/account/second-factor/removal', { password, code })
    expect((await remove(PASSWORD, '000000')).body['code']).toBe('second-factor.refused')
    const code = totpCode(0, Date.now(), secret)
    expect((await remove('wrong one', code)).body['code']).toBe('password.wrong')
    expect((await remove(PASSWORD, code)).status).toBe(204)
  })
})

describe('signing in with a second factor', () => {
  it('gives no rights before the code, and another token after it', async () => {
    const { visitor, contact } = await newcomer()
    const { secret } = await enrol(visitor)
    const browser = http.visit()
    await signIn(browser, contact)
    const waiting = browser.cookies.get('weibao_session')!
    const before = await browser.send('GET', '/session')
    expect(before.body).toMatchObject({ state: 'awaiting-second-factor', person: null })
    expect((await browser.send('GET', '/account')).status).toBe(401)
    const proof = await prove(browser, totpCode(0, Date.now(), secret))
    expect(proof.body['state']).toBe('signed-in')
    expect(browser.cookies.get('weibao_session')).not.toBe(waiting)
    const thief = http.visit()
    thief.cookies.set('weibao_session', waiting)
    expect((await thief.send('GET', '/account')).status).toBe(401)
  })

  it('takes a code once, and none older than one that was used', async () => {
    const { visitor, contact } = await newcomer()
    const { secret } = await enrol(visitor)
    const code = totpCode(0, Date.now(), secret)
    const [first, second] = [http.visit(), http.visit()]
    await signIn(first, contact)
    await signIn(second, contact)
    const race = await Promise.all([prove(first, code), prove(second, code)])
    expect(race.map(({ status }) => status).sort()).toEqual([200, 422])
    const loser = race[0].status === 200 ? second : first
    for (const steps of [-1, 0])
      expect((await prove(loser, totpCode(steps, Date.now(), secret))).body['code']).toBe(
        'second-factor.refused',
      )
    expect((await prove(loser, totpCode(1, Date.now(), secret))).status).toBe(200)
  })

  it('takes each recovery code once, and says how many are left', async () => {
    const { visitor, contact } = await newcomer()
    const { recoveryCodes } = await enrol(visitor)
    const [code] = recoveryCodes
    const [first, second] = [http.visit(), http.visit()]
    await signIn(first, contact)
    expect((await prove(first, code!.toUpperCase())).status).toBe(200)
    expect((await world.messagesTo(contact))[0]).toContain('还剩 9 个')
    await signIn(second, contact)
    expect((await prove(second, code!)).body['code']).toBe('second-factor.refused')
  })

  it('is guessed ten times, and then waits', async () => {
    const { visitor, contact } = await newcomer()
    await enrol(visitor)
    const browser = http.visit()
    await signIn(browser, contact)
    const statuses: number[] = []
    for (let i = 0; i < 11; i++) statuses.push((await prove(browser, '000000')).status)
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429])
  })

  it('without a session has nothing to prove', async () => {
    expect((await prove(http.visit(), '123456')).status).toBe(401)
  })
})

describe('the administration', () => {
  it('has no rights without the second factor, and cannot remove it', async () => {
    const office = await makeOrganisation(world, 'administration')
    const operator = await makeMember(world, office, 'operator')
    const visitor = http.visit()
    await signIn(visitor, operator.contact, 0)
    expect((await visitor.send('GET', '/people')).status).toBe(200)
    const removal = { password: PASSWORD, code: totpCode(1) }
    const answer = await visitor.send('POST', '/account/second-factor/removal', removal)
    expect(answer.body['code']).toBe('second-factor.required')
  })

  it('sees its roles, not in force, before it is set up', async () => {
    const office = await makeOrganisation(world, 'administration')
    const officer = await makeMember(world, office, 'officer')
    await world.sql('delete from second_factors where person_id = $1', [officer.id])
    const visitor = http.visit()
    await signIn(visitor, officer.contact)
    const { body } = await visitor.send('GET', '/session')
    expect(body['memberships']).toMatchObject([{ role: 'officer', isInForce: false }])
    expect(body['secondFactor']).toMatchObject({ isEnabled: false, isRequired: true })
    const refused = await visitor.send('GET', '/organisations')
    expect(refused.body['code']).toBe('access.second-factor-needed')
    expect((await visitor.send('GET', '/people')).body['code']).toBe('access.not-allowed')
    await enrol(visitor)
    const after = await visitor.send('GET', '/session')
    expect(after.body['memberships']).toMatchObject([{ role: 'officer', isInForce: true }])
    expect((await visitor.send('GET', '/organisations')).status).toBe(200)
  })

  it('proves it again after twelve hours', async () => {
    const office = await makeOrganisation(world, 'administration')
    const operator = await makeMember(world, office, 'operator')
    const visitor = http.visit()
    await signIn(visitor, operator.contact, 0)
    const age = (hours: number) =>
      world.sql(
        `update sessions set second_factor_at = now() - make_interval(hours => $2)
         where person_id = $1`,
        [operator.id, hours],
      )
    await age(11)
    expect((await visitor.send('GET', '/people')).status).toBe(200)
    await age(12)
    expect((await visitor.send('GET', '/people')).body['code']).toBe('access.second-factor-needed')
    expect((await prove(visitor, totpCode(1))).status).toBe(200)
    expect((await visitor.send('GET', '/people')).status).toBe(200)
  })

  it('ends its sessions after twelve hours unseen, and after a day', async () => {
    const office = await makeOrganisation(world, 'administration')
    const auditor = await makeMember(world, office, 'auditor')
    const visitor = http.visit()
    await signIn(visitor, auditor.contact, 0)
    const cookies = Object.fromEntries(visitor.cookies)
    const authenticator = world.get<Authenticator>(SessionAuthenticator)
    const callAt = (hours: number) => {
      world.clock.set(new Date(Date.now() + hours * 3_600_000))
      return authenticator.authenticate({ cookies, authorization: undefined, locale: 'zh-CN' })
    }
    expect(await callAt(11)).not.toBeNull()
    expect(await callAt(22)).not.toBeNull()
    expect(await callAt(24.1)).toBeNull()
    world.clock.set(new Date())
  })
})

describe('known secrets of demonstration accounts', () => {
  it('are refused in production', async () => {
    const { id } = await makePerson(world)
    const factors = world.get<SecondFactors>(SecondFactors)
    const config = Reflect.get(factors, 'config') as object
    Reflect.set(factors, 'config', { ...config, isProduction: true })
    await expect(factors.adopt(id, 'JBSWY3DPEHPK3PXP')).rejects.toThrow()
    Reflect.set(factors, 'config', config)
  })
})

describe('the count of tries', () => {
  it('slides: never more than the limit within any fifteen minutes', async () => {
    const attempts = world.get<Attempts>(Attempts)
    const take = () => attempts.take(attemptLimits.passwordOfAccount, 'sliding')
    const taken: number[] = []
    for (let minute = 0; minute < 60; minute++) {
      for (let i = 0; i < 3; i++) {
        const isTaken = await take().then(
          () => true,
          () => false,
        )
        if (isTaken) taken.push(minute)
      }
      world.clock.advance(60_000)
    }
    for (let start = 0; start < 60; start++)
      expect(taken.filter((minute) => minute >= start && minute < start + 15).length).toBeLessThan(
        11,
      )
    expect(taken).toHaveLength(40)
    world.clock.set(new Date())
  })
})

import { consentVersions } from '@weibao/contracts/consent'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Challenges } from '../codes/challenges.service.js'
import { makePerson, PASSWORD } from '../testing/cast.js'
import {
  openIdentityWorld,
  type Browserless,
  type IdentityWorld,
  type Visitor,
} from '../testing/identity-world.js'
import { Passwords } from './passwords.service.js'
import { Registration } from './registration.service.js'

let world: IdentityWorld
let http: Browserless

beforeAll(async () => {
  world = await openIdentityWorld()
  http = await world.openHttp()
})
afterAll(() => world?.close())

async function ask(purpose: 'register' | 'reset', contact: string, visitor = http.visit()) {
  const answer = await visitor.send('POST', '/codes', { purpose, contact })
  return { visitor, answer, challengeId: String(answer.body['challengeId']) }
}

function form(challengeId: string, code: string, changes: object = {}) {
  return {
    challengeId,
    code,
    password: PASSWORD,
    displayName: '李阿迪',
    consent: consentVersions,
    ...changes,
  }
}

async function register(contact: string): Promise<Visitor> {
  const { visitor, challengeId } = await ask('register', contact)
  const code = await world.codeTo(contact)
  const answer = await visitor.send('POST', '/registrations', form(challengeId, code))
  expect(answer.status).toBe(201)
  return visitor
}

describe('registering', () => {
  it.each([
    ['an e-mail address', 'new@example.com'],
    ['a mobile number', '+8613900000001'],
  ])('with a code to %s creates the account, records consent, and signs in', async (_, contact) => {
    const visitor = await register(contact)
    const { body } = await visitor.send('GET', '/account')
    expect([body['email'], body['mobile']]).toContain(contact)
    expect(body['consents']).toMatchObject([
      { kind: 'terms', version: consentVersions.terms, withdrawnAt: null },
      { kind: 'privacy', version: consentVersions.privacy, withdrawnAt: null },
    ])
    expect(body['isConsentOutdated']).toBe(false)
  })

  it('stores passwords by argon2id, 19 MiB, two passes', async () => {
    await register('hash@example.com')
    const [row] = await world.sql<{ password_hash: string }>(
      `select password_hash from people where email = 'hash@example.com'`,
    )
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('takes passwords of any composition as they are, to the last character', async () => {
    const passwords = world.get<Passwords>(Passwords)
    const long = '🐝'.repeat(100) + 'a'
    const hash = await passwords.hash(long)
    expect(await passwords.isRight(hash, long)).toBe(true)
    expect(await passwords.isRight(hash, '🐝'.repeat(100) + 'b')).toBe(false)
    const composed = await passwords.hash('café-é-ﬁsh')
    expect(await passwords.isRight(composed, 'café-é-ﬁsh'.normalize('NFKC'))).toBe(false)
  })

  it('refuses common, short and over-long passwords, and the contact itself', async () => {
    const contact = 'picky.person@example.com'
    const { visitor, challengeId } = await ask('register', contact)
    const code = await world.codeTo(contact)
    const cases = [
      ['password123', 'field.password-common'],
      ['woaini1314', 'field.password-common'],
      ['七个字的密码吗', 'field.text-too-short'],
      ['长'.repeat(129), 'field.text-too-long'],
      [contact, 'field.password-is-contact'],
      ['Picky.Person', 'field.password-is-contact'],
    ]
    for (const [password, reason] of cases) {
      const answer = await visitor.send(
        'POST',
        '/registrations',
        form(challengeId, code, { password }),
      )
      expect(answer.status).toBe(422)
      expect(answer.body['fields']).toMatchObject([{ path: 'password', code: reason }])
    }
  })

  it('asks for consent to the texts in force', async () => {
    const { visitor, challengeId } = await ask('register', 'old-terms@example.com')
    const code = await world.codeTo('old-terms@example.com')
    const consent = { terms: '2020-01', privacy: consentVersions.privacy }
    const body = form(challengeId, code, { consent })
    const answer = await visitor.send('POST', '/registrations', body)
    expect(answer.body['code']).toBe('consent.outdated')
  })

  it('ignores no field that it does not know', async () => {
    const { visitor, challengeId } = await ask('register', 'mass@example.com')
    const code = await world.codeTo('mass@example.com')
    const body = form(challengeId, code, { state: 'active', role: 'operator' })
    const answer = await visitor.send('POST', '/registrations', body)
    expect(answer.status).toBe(422)
    expect(answer.body['fields']).toMatchObject([
      { code: 'field.unknown' },
      { code: 'field.unknown' },
    ])
  })
})

describe('a code', () => {
  it('is good once', async () => {
    const contact = 'once@example.com'
    const { visitor, challengeId } = await ask('register', contact)
    const code = await world.codeTo(contact)
    expect((await visitor.send('POST', '/registrations', form(challengeId, code))).status).toBe(201)
    const again = await http.visit().send('POST', '/registrations', form(challengeId, code))
    expect(again.body['code']).toBe('code.refused')
  })

  it('is good once also for two who send it at the same time', async () => {
    const contact = 'race@example.com'
    const { challengeId } = await ask('register', contact)
    const code = await world.codeTo(contact)
    const answers = await Promise.all(
      [1, 2, 3].map(() => http.visit().send('POST', '/registrations', form(challengeId, code))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422])
  })

  it('is tried five times, and then the right one does not help', async () => {
    const contact = 'tries@example.com'
    const { visitor, challengeId } = await ask('register', contact)
    const code = await world.codeTo(contact)
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    for (let i = 0; i < 5; i++) {
      const answer = await visitor.send('POST', '/registrations', form(challengeId, wrong))
      expect(answer.body['code']).toBe('code.refused')
    }
    const answer = await visitor.send('POST', '/registrations', form(challengeId, code))
    expect(answer.body['code']).toBe('code.refused')
  })

  it('is late after ten minutes', async () => {
    const challenges = world.get<Challenges>(Challenges)
    const contact = 'late@example.com'
    const { challengeId } = await world
      .get<Registration>(Registration)
      .requestCode('register', contact)
    const code = await world.codeTo(contact)
    world.clock.advance(9 * 60_000)
    expect(await challenges.check(challengeId, code, 'register')).toMatchObject({ contact })
    world.clock.advance(60_000)
    await expect(challenges.check(challengeId, code, 'register')).rejects.toMatchObject({
      code: 'code.refused',
    })
  })

  it('belongs to its request and its purpose', async () => {
    const person = await makePerson(world)
    const reset = await ask('reset', person.contact)
    const resetCode = await world.codeTo(person.contact)
    const other = await ask('register', 'bound@example.com')
    for (const challengeId of [reset.challengeId, other.challengeId]) {
      const answer = await http.visit().send('POST', '/registrations', form(challengeId, resetCode))
      expect(answer.body['code']).toBe('code.refused')
    }
  })

  it('is stored as a digest only', async () => {
    const { challengeId } = await ask('register', 'digest@example.com')
    const code = await world.codeTo('digest@example.com')
    const [row] = await world.sql<{ text: string }>(
      'select c::text as text from challenges c where id = $1',
      [challengeId],
    )
    expect(row?.text).not.toContain(code)
  })

  it('goes to one contact five times an hour', async () => {
    const contact = 'flood@example.com'
    for (let i = 0; i < 5; i++) expect((await ask('register', contact)).answer.status).toBe(202)
    const { answer } = await ask('register', contact)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(3000)
  })
})

describe('whether an account exists', () => {
  const shapeOf = ({ answer }: Awaited<ReturnType<typeof ask>>) => ({
    status: answer.status,
    keys: Object.keys(answer.body),
    length: answer.text.length,
    channel: answer.body['channel'],
    type: answer.headers['content-type'],
  })

  it('is not told by asking for a code, only by the message', async () => {
    const person = await makePerson(world)
    const nobody = person.contact.replace('person-', 'nobody')
    for (const purpose of ['register', 'reset'] as const)
      expect(shapeOf(await ask(purpose, person.contact))).toEqual(
        shapeOf(await ask(purpose, nobody)),
      )
    expect((await world.messagesTo(person.contact)).join()).toContain('已有账号')
    expect((await world.messagesTo(nobody)).join()).toContain('还没有维宝账号')
  })

  it('is not told by a code either: for an existing account none is right', async () => {
    const person = await makePerson(world)
    const { challengeId } = await ask('register', person.contact)
    const [row] = await world.sql<{ code_hash: Buffer | null }>(
      'select code_hash from challenges where id = $1',
      [challengeId],
    )
    expect(row?.code_hash).toBeNull()
    const answer = await http.visit().send('POST', '/registrations', form(challengeId, '123456'))
    expect(answer.body['code']).toBe('code.refused')
  })

  it('is not told to the second who registers a contact', async () => {
    const contact = 'twice@example.com'
    const first = await ask('register', contact)
    const second = await ask('register', contact)
    const codes = (await world.messagesTo(contact)).map((text) => /\d{6}/.exec(text)![0])
    await first.visitor.send('POST', '/registrations', form(first.challengeId, codes[1]!))
    const late = await second.visitor.send(
      'POST',
      '/registrations',
      form(second.challengeId, codes[0]!),
    )
    expect(late.body['code']).toBe('code.refused')
    expect(await world.sql('select from people where email = $1', [contact])).toHaveLength(1)
  })
})

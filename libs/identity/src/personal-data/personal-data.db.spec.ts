import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Members } from '../organisations/members.service.js'
import { People } from '../people/people.service.js'
import { makeMember, makeOrganisation, PASSWORD, signIn, totpCode } from '../testing/cast.js'
import {
  openIdentityWorld,
  type Browserless,
  type IdentityWorld,
  type Visitor,
} from '../testing/identity-world.js'
import { Erasure } from './erasure.service.js'
import { PersonalData } from './personal-data.service.js'

/** Words that stand nowhere else: they are looked for in every table after the erasure. */
const canaryOf = (round: number) => ({
  name: `金丝雀灰鹊${round}`,
  email: `canary-grey-${round}@birds.example`,
  mobile: `+861377777777${round}`,
  agent: `CanaryBrowser/7.${round}`,
})

let world: IdentityWorld
let http: Browserless
let visitor: Visitor
let personId: string
let canary: ReturnType<typeof canaryOf>
let round = 0

beforeAll(async () => {
  world = await openIdentityWorld()
  http = await world.openHttp()
})
afterAll(() => world?.close())

beforeEach(async () => {
  canary = canaryOf(++round)
  const { name: displayName, email, mobile } = canary
  const person = { displayName, contacts: [email, mobile], password: PASSWORD }
  personId = await world.get<People>(People).create(person)
  visitor = http.visit()
  const body = { contact: email, password: PASSWORD }
  await visitor.send('POST', '/session', body, { 'user-agent': canary.agent })
})

/** Tables, and rows of them, that hold a text anywhere. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await world.sql<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await world.sql(`select from ${name} t where t::text like $1 limit 1`, [
      `%${text}%`,
    ])
    if (rows.length) found.push(name)
  }
  return found
}

/** Uses everything that stores something: codes, invitations, messages, factor, guesses. */
async function leaveTraces(): Promise<void> {
  const contact = canary.email
  await visitor.send('POST', '/codes', { purpose: 'reset', contact })
  await http.visit().send('POST', '/session', { contact, password: 'wrong one' })
  const cooperativeId = await makeOrganisation(world, 'cooperative')
  const owner = await makeMember(world, cooperativeId, 'owner')
  const keeper = http.visit()
  await signIn(keeper, owner.contact, 0)
  const invitation = { contact, role: 'clerk' }
  await keeper.send('POST', `/organisations/${cooperativeId}/invitations`, invitation)
  const member = { organisationId: cooperativeId, personId, role: 'clerk' } as const
  await world.get<Members>(Members).add(member)
  const offer = await visitor.send('POST', '/account/second-factor', { password: PASSWORD })
  const code = totpCode(0, Date.now(), String(offer.body['secret']))
  await visitor.send('POST', '/account/second-factor/confirmation', { code })
  await world.deliver()
}

describe('the export', () => {
  it('holds everything that is kept about the person, and no secrets', async () => {
    await leaveTraces()
    const { status, body, text } = await visitor.send('GET', '/account/personal-data')
    expect(status).toBe(200)
    const parts = body['parts'] as Record<string, Record<string, unknown>>
    expect(parts['identity']).toMatchObject({
      person: { displayName: canary.name },
      consents: [{ kind: 'terms' }, { kind: 'privacy' }],
      sessions: [{ userAgent: canary.agent }],
      memberships: [{ role: 'clerk' }],
      secondFactor: { state: 'confirmed' },
      recoveryCodesLeft: 10,
    })
    expect(parts).toHaveProperty('messages')
    expect(text).not.toMatch(/argon2|hash|sealed/i)
    const acts = await world.sql(
      `select from audit_entries where actor_id = $1 and act = 'personal-data.exported'`,
      [personId],
    )
    expect(acts).toHaveLength(1)
  })

  it('also holds what other libraries keep', async () => {
    const registry = world.get<PersonalData>(PersonalData)
    registry.register('parcels', {
      export: async () => ({ recipient: canary.name }),
      erase: async () => undefined,
    })
    const subject = { personId, contacts: [] }
    const exported = await world.unitOfWork.snapshot((reader) => registry.export(reader, subject))
    expect(exported['parcels']).toEqual({ recipient: canary.name })
  })
})

describe('the erasure', () => {
  const erase = (password = PASSWORD) => visitor.send('POST', '/account/erasure', { password })

  it('needs the password', async () => {
    expect((await erase('wrong one')).body['code']).toBe('password.wrong')
    expect(await tablesWith(canary.email)).toContain('people')
  })

  it('leaves nothing that names the person in any table; the id stays', async () => {
    await leaveTraces()
    const values = Object.values(canary)
    for (const value of values) expect(await tablesWith(value)).not.toEqual([])
    expect((await erase()).status).toBe(204)
    await world.deliver()
    for (const value of values) expect([value, await tablesWith(value)]).toEqual([value, []])
    const [person] = await world.sql('select * from people where id = $1', [personId])
    expect(person).toMatchObject({
      state: 'erased',
      email: null,
      mobile: null,
      password_hash: null,
    })
  })

  it('ends every session, and the account cannot be signed in to', async () => {
    const token = visitor.cookies.get('weibao_session')!
    await erase()
    visitor.cookies.set('weibao_session', token)
    expect((await visitor.send('GET', '/account')).status).toBe(401)
    const again = { contact: canary.email, password: PASSWORD }
    expect((await http.visit().send('POST', '/session', again)).body['code']).toBe(
      'sign-in.refused',
    )
  })

  it('is refused, whole, while a library says that something is open', async () => {
    let isOpen = true
    const asked: string[] = []
    world.get<PersonalData>(PersonalData).register('orders', {
      export: async () => null,
      erase: async (_, subject) => void asked.push(subject.personId),
      mayErase: async () => (isOpen ? { zh: '还有未完成的订单', en: 'Orders are open' } : null),
    })
    // The registry of the HTTP process is another; ask the service of this one.
    const erasure = world.get<Erasure>(Erasure)
    const actor = { personId, sessionId: personId } as never
    await expect(erasure.erase(actor, PASSWORD)).rejects.toMatchObject({
      code: 'account.erasure-blocked',
      details: { reason: '还有未完成的订单' },
    })
    expect((await visitor.send('GET', '/account')).status).toBe(200)
    expect(asked).toEqual([])
    isOpen = false
    await erasure.erase(actor, PASSWORD)
    expect(asked).toEqual([personId])
  })

  it('is refused to the last keeper of an organisation', async () => {
    const organisationId = await makeOrganisation(world, 'cooperative')
    await world.get<Members>(Members).add({ organisationId, personId, role: 'owner' })
    expect((await erase()).body['code']).toBe('member.last-keeper')
    expect((await visitor.send('GET', '/account')).status).toBe(200)
  })

  it('frees the contact for a new account', async () => {
    await erase()
    const person = { displayName: '新人', contacts: [canary.email], password: PASSWORD }
    expect(await world.get<People>(People).create(person)).not.toBe(personId)
  })
})

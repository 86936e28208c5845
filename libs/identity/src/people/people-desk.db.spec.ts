import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AffectedPeople } from '../audit/affected-people.service.js'
import {
  makeMember,
  makeOrganisation,
  makePerson,
  PASSWORD,
  signIn,
  type Somebody,
} from '../testing/cast.js'
import {
  openIdentityWorld,
  type Browserless,
  type IdentityWorld,
  type Visitor,
} from '../testing/identity-world.js'

let world: IdentityWorld
let http: Browserless
let operator: Visitor
let self: Somebody
const reason = '冒用他人手机号'

beforeAll(async () => {
  world = await openIdentityWorld()
  http = await world.openHttp()
  const office = await makeOrganisation(world, 'administration')
  self = await makeMember(world, office, 'operator')
  operator = http.visit()
  await signIn(operator, self.contact, 0)
})
afterAll(() => world?.close())

const actsOn = (id: string) =>
  world.sql<{ act: string; reason: string | null; actor_id: string }>(
    `select act, reason, actor_id from audit_entries where object_id = $1 and actor_id::text <> $1
     order by id`,
    [id],
  )

describe('an operator', () => {
  it('finds people by name, or by a whole contact, and sees contacts masked', async () => {
    const { id, contact } = await makePerson(world, '余秀兰')
    for (const query of ['秀兰', contact, contact.toUpperCase()]) {
      const answer = await operator.send('GET', `/people?query=${encodeURIComponent(query)}`)
      expect(answer.body['items']).toMatchObject([{ id, displayName: '余秀兰', state: 'active' }])
      expect(answer.text).not.toContain(contact)
    }
    const part = await operator.send('GET', '/people?query=@example.com')
    expect(part.body['items']).toEqual([])
    const wild = await operator.send('GET', `/people?query=${encodeURIComponent('%')}`)
    expect(wild.body['items']).toEqual([])
  })

  it('is recorded as having looked', async () => {
    const { id } = await makePerson(world)
    await operator.send('GET', `/people/${id}`)
    expect(await actsOn(id)).toMatchObject([{ act: 'person.viewed', actor_id: self.id }])
  })

  it('leaves a trail by which those affected can be listed', async () => {
    const affected = world.get<AffectedPeople>(AffectedPeople)
    const from = new Date()
    const [viewed, listed, visitor] = [
      await makePerson(world),
      await makePerson(world, '独一无二'),
      await makePerson(world),
    ]
    await operator.send('GET', `/people/${viewed.id}`)
    await operator.send('GET', `/people?query=${encodeURIComponent('独一无二')}`)
    await signIn(http.visit(), visitor.contact)
    const to = new Date(Date.now() + 60_000)
    const found = await affected.find({ from, to, actorId: self.id })
    expect(found).toMatchObject([
      { personId: viewed.id, acts: ['person.viewed'] },
      { personId: listed.id, acts: ['people.listed'] },
    ])
    const all = await affected.find({ from, to })
    expect(all.map(({ personId }) => personId)).toContain(visitor.id)
    expect(await affected.find({ from: to, to, actorId: self.id })).toEqual([])
  })

  it('suspends an account: sessions end at once, no new one opens, and it can be undone', async () => {
    const { id, contact } = await makePerson(world)
    const visitor = http.visit()
    await signIn(visitor, contact)
    expect((await operator.send('POST', `/people/${id}/suspension`, {})).status).toBe(422)
    const answer = await operator.send('POST', `/people/${id}/suspension`, { reason })
    expect(answer.body['state']).toBe('suspended')
    expect((await visitor.send('GET', '/account')).status).toBe(401)
    const open = (password: string) => http.visit().send('POST', '/session', { contact, password })
    expect((await open(PASSWORD)).body['code']).toBe('account.suspended')
    expect((await open('wrong one')).body['code']).toBe('sign-in.refused')
    const again = await operator.send('POST', `/people/${id}/suspension`, { reason })
    expect(again.body['code']).toBe('lifecycle.move-not-allowed')
    await operator.send('POST', `/people/${id}/reinstatement`, { reason: '核实无误' })
    expect((await open(PASSWORD)).status).toBe(200)
    expect(await actsOn(id)).toMatchObject([
      { act: 'person.suspended', reason },
      { act: 'person.reinstated', reason: '核实无误' },
    ])
  })

  it('takes a lost second factor off, with a reason; the sessions end', async () => {
    const cooperative = await makeOrganisation(world, 'cooperative')
    const member = await makeMember(world, cooperative, 'owner')
    const visitor = http.visit()
    await signIn(visitor, member.contact, 0)
    const path = `/people/${member.id}/second-factor-reset`
    const answer = await operator.send('POST', path, { reason: '手机丢失，已当面核实' })
    expect(answer.body['hasSecondFactor']).toBe(false)
    expect((await visitor.send('GET', '/account')).status).toBe(401)
    const again = await operator.send('POST', path, { reason })
    expect(again.body['code']).toBe('second-factor.not-enabled')
  })

  it('cannot act on their own account', async () => {
    for (const act of ['suspension', 'second-factor-reset']) {
      const answer = await operator.send('POST', `/people/${self.id}/${act}`, { reason })
      expect(answer.body['code']).toBe('person.is-yourself')
    }
  })

  it('makes anybody a member of anything, recorded', async () => {
    const cooperative = await makeOrganisation(world, 'cooperative')
    const { id: personId } = await makePerson(world)
    const path = `/organisations/${cooperative}/members`
    const added = await operator.send('POST', path, { personId, role: 'owner' })
    expect(added.status).toBe(201)
    const twice = await operator.send('POST', path, { personId, role: 'clerk' })
    expect(twice.body['code']).toBe('member.already')
    const [entry] = await world.sql<{ after: object }>(
      `select after from audit_entries where act = 'member.added' and object_id = $1`,
      [String(added.body['id'])],
    )
    expect(entry?.after).toEqual({ role: 'owner', personId })
  })
})

describe('whoever is no operator', () => {
  it('sees no people: not officers, not auditors, not owners, not shoppers', async () => {
    const office = await makeOrganisation(world, 'administration')
    const cooperative = await makeOrganisation(world, 'cooperative')
    const others = [
      await makeMember(world, office, 'officer'),
      await makeMember(world, office, 'auditor'),
      await makeMember(world, cooperative, 'owner'),
    ]
    for (const { contact } of others) {
      const visitor = http.visit()
      await signIn(visitor, contact, 0)
      expect((await visitor.send('GET', '/people')).status).toBe(403)
      expect((await visitor.send('GET', `/people/${self.id}`)).status).toBe(403)
    }
    expect((await http.visit().send('GET', '/people')).status).toBe(401)
  })
})

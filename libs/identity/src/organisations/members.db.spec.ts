import type { Id } from '@weibao/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeMember, makeOrganisation, makePerson, signIn } from '../testing/cast.js'
import {
  openIdentityWorld,
  type Browserless,
  type IdentityWorld,
  type Visitor,
} from '../testing/identity-world.js'
import { MemberRepository } from './member.repository.js'
import { Members } from './members.service.js'

let world: IdentityWorld
let http: Browserless
let cooperativeId: Id
let owner: Visitor
let ownerMemberId: Id

beforeAll(async () => {
  world = await openIdentityWorld()
  http = await world.openHttp()
})
afterAll(() => world?.close())
beforeEach(async () => {
  cooperativeId = await makeOrganisation(world, 'cooperative')
  const member = await makeMember(world, cooperativeId, 'owner')
  ownerMemberId = member.memberId
  owner = await signedIn(member)
})

async function signedIn({ contact }: { contact: string }, steps: number | undefined = 0) {
  const visitor = http.visit()
  await signIn(visitor, contact, steps)
  return visitor
}

async function shopper() {
  const person = await makePerson(world, '和志强')
  return { ...person, visitor: await signedInPlain(person.contact) }
}
async function signedInPlain(contact: string): Promise<Visitor> {
  const visitor = http.visit()
  await signIn(visitor, contact)
  return visitor
}

const path = (rest = '') => `/organisations/${cooperativeId}/members${rest}`

describe('members', () => {
  it('are listed with masked contacts, and only within the organisation', async () => {
    const clerk = await makeMember(world, cooperativeId, 'clerk')
    const { body, text } = await owner.send('GET', path())
    expect(body['items']).toMatchObject([{ role: 'owner' }, { role: 'clerk' }])
    expect(text).not.toContain(clerk.contact)
    const foreign = await makeOrganisation(world, 'cooperative')
    expect((await owner.send('GET', `/organisations/${foreign}/members`)).status).toBe(404)
  })

  it('are managed by keepers with a second factor, not by clerks', async () => {
    const clerk = await makeMember(world, cooperativeId, 'clerk')
    const visitor = await signedIn(clerk)
    const body = { role: 'owner' }
    expect((await visitor.send('PUT', path(`/${clerk.memberId}`), body)).status).toBe(403)
    expect((await visitor.send('DELETE', path(`/${ownerMemberId}`))).status).toBe(403)
    expect((await owner.send('PUT', path(`/${clerk.memberId}`), body)).status).toBe(200)
    const wrong = await owner.send('PUT', path(`/${clerk.memberId}`), { role: 'operator' })
    expect(wrong.body['code']).toBe('member.role-not-of-kind')
  })

  it('of another organisation are not found under one’s own', async () => {
    const foreign = await makeOrganisation(world, 'cooperative')
    const { memberId } = await makeMember(world, foreign, 'clerk')
    expect((await owner.send('DELETE', path(`/${memberId}`))).status).toBe(404)
    expect((await owner.send('PUT', path(`/${memberId}`), { role: 'owner' })).status).toBe(404)
  })

  it('lose their rights with the commit', async () => {
    const clerk = await makeMember(world, cooperativeId, 'clerk')
    const visitor = await signedIn(clerk)
    expect((await visitor.send('GET', path())).status).toBe(200)
    expect((await owner.send('DELETE', path(`/${clerk.memberId}`))).status).toBe(204)
    expect((await visitor.send('GET', path())).status).toBe(403)
  })

  it('are followed live for seconds at most after they lost the right', async () => {
    const clerk = await makeMember(world, cooperativeId, 'clerk')
    const visitor = await signedIn(clerk)
    const address = await http.app.listen(0, '127.0.0.1').then(() => http.app.getUrl())
    const cookie = `weibao_session=${visitor.cookies.get('weibao_session')}`
    const stream = await fetch(`${address}/api/events`, { headers: { cookie } })
    expect(stream.status).toBe(200)
    await owner.send('DELETE', path(`/${clerk.memberId}`))
    const removedAt = Date.now()
    const reader = stream.body!.getReader()
    // Five seconds are the rule; a busy machine may be late, a stream that goes on is not.
    const isTooLong = () => Date.now() - removedAt > 15_000
    while (!(await reader.read()).done) expect(isTooLong()).toBe(false)
    expect(isTooLong()).toBe(false)
  })

  it('leave by themselves', async () => {
    const clerk = await makeMember(world, cooperativeId, 'clerk')
    const visitor = await signedIn(clerk)
    const other = await owner.send('DELETE', `/account/memberships/${clerk.memberId}`)
    expect(other.status).toBe(404)
    const left = await visitor.send('DELETE', `/account/memberships/${clerk.memberId}`)
    expect(left.status).toBe(204)
  })
})

describe('the last keeper', () => {
  it.each([
    ['cooperative', 'owner', 'clerk'],
    ['buyer', 'approver', 'requester'],
  ] as const)('of a %s can neither go nor step down', async (kind, keeper, lesser) => {
    const id = await makeOrganisation(world, kind)
    const member = await makeMember(world, id, keeper)
    const visitor = await signedIn(member)
    const place = `/organisations/${id}/members/${member.memberId}`
    const answers = [
      await visitor.send('DELETE', place),
      await visitor.send('PUT', place, { role: lesser }),
      await visitor.send('DELETE', `/account/memberships/${member.memberId}`),
    ]
    for (const { status, body } of answers)
      expect([status, body['code']]).toEqual([409, 'member.last-keeper'])
    await makeMember(world, id, keeper)
    expect((await visitor.send('PUT', place, { role: lesser })).status).toBe(200)
  })

  it('stays when two keepers remove each other, or themselves, at the same time', async () => {
    const members = world.get<Members>(Members)
    const repository = world.get<MemberRepository>(MemberRepository)
    const by = { personId: (await makePerson(world)).id, sessionId: null }
    for (let round = 0; round < 10; round++) {
      const id = await makeOrganisation(world, 'cooperative')
      const both = [await makeMember(world, id, 'owner'), await makeMember(world, id, 'owner')]
      const remove = (memberId: Id) =>
        world.unitOfWork.run(async (tx) => {
          const member = await repository.find(tx, memberId)
          await members.remove(tx, member!, by)
        })
      const outcomes = await Promise.allSettled(both.map(({ memberId }) => remove(memberId)))
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(await world.sql('select from members where organisation_id = $1', [id])).toHaveLength(
        1,
      )
    }
  })

  it('of the administration is the last operator of all its offices', async () => {
    const [baoshan, weixi] = [
      await makeOrganisation(world, 'administration', '宝山区合作交流办'),
      await makeOrganisation(world, 'administration', '维西县工作组'),
    ]
    const one = await makeMember(world, baoshan, 'operator')
    const two = await makeMember(world, weixi, 'operator')
    const visitor = await signedIn(one)
    const removed = await visitor.send('DELETE', `/organisations/${weixi}/members/${two.memberId}`)
    expect(removed.status).toBe(204)
    const self = `/organisations/${baoshan}/members/${one.memberId}`
    expect((await visitor.send('DELETE', self)).body['code']).toBe('member.last-keeper')
    const demote = await visitor.send('PUT', self, { role: 'auditor' })
    expect(demote.body['code']).toBe('member.last-keeper')
  })
})

describe('an invitation', () => {
  async function invite(contact: string, role = 'clerk') {
    const body = { contact, role }
    const answer = await owner.send('POST', `/organisations/${cooperativeId}/invitations`, body)
    const mail = (await world.messagesTo(contact))[0] ?? ''
    const [, id = '', token = ''] = /\/invitations\/([0-9a-f-]{36})#([\w-]{43})/.exec(mail) ?? []
    return { answer, id, token }
  }

  it('is a link that makes its holder a member, once', async () => {
    const { visitor, contact } = await shopper()
    const { answer, id, token } = await invite(contact)
    expect(answer.status).toBe(201)
    expect(answer.text).not.toContain(token)
    const preview = await http.visit().send('POST', `/invitations/${id}/preview`, { token })
    expect(preview.body).toMatchObject({
      organisationName: { zh: '百花蜂业合作社' },
      role: 'clerk',
    })
    const accept = (who: Visitor) => who.send('POST', `/invitations/${id}/acceptance`, { token })
    expect((await accept(http.visit())).status).toBe(401)
    expect((await accept(visitor)).status).toBe(201)
    expect((await visitor.send('GET', path())).status).toBe(200)
    expect((await accept((await shopper()).visitor)).body['code']).toBe('invitation.ended')
  })

  it('is not opened by another token, nor when taken back, nor after seven days', async () => {
    const { visitor, contact } = await shopper()
    const first = await invite(contact)
    const accept = (id: string, token: string) =>
      visitor.send('POST', `/invitations/${id}/acceptance`, { token })
    expect((await accept(first.id, 'x'.repeat(43))).status).toBe(404)
    const second = await invite(contact)
    expect((await accept(first.id, first.token)).status).toBe(404)
    await world.sql(
      `update invitations set expires_at = now() - interval '1 second' where id = $1`,
      [second.id],
    )
    expect((await accept(second.id, second.token)).status).toBe(404)
    const third = await invite(contact)
    const place = `/organisations/${cooperativeId}/invitations/${third.id}`
    expect((await owner.send('DELETE', place)).status).toBe(204)
    expect((await accept(third.id, third.token)).status).toBe(404)
  })

  it('does not tell whether the contact has an account, and hides the contact', async () => {
    const { contact } = await shopper()
    const known = await invite(contact)
    const unknown = await invite(contact.replace('person-', 'nobody'))
    expect(Object.keys(unknown.answer.body)).toEqual(Object.keys(known.answer.body))
    expect(known.answer.text).not.toContain(contact)
  })

  it('comes from keepers only, and for roles of the kind', async () => {
    const clerk = await signedIn(await makeMember(world, cooperativeId, 'clerk'))
    const place = `/organisations/${cooperativeId}/invitations`
    const body = { contact: 'x@example.com', role: 'clerk' }
    expect((await clerk.send('POST', place, body)).status).toBe(403)
    const answer = await owner.send('POST', place, { ...body, role: 'operator' })
    expect(answer.body['code']).toBe('member.role-not-of-kind')
  })
})

describe('a machine key', () => {
  const place = () => `/organisations/${cooperativeId}/machine-keys`
  const create = (scopes: string[], daysValid = 30) =>
    owner.send('POST', place(), { name: '仓库系统', scopes, daysValid })
  const call = (token: string, where: string) =>
    http.visit().send('GET', where, undefined, { authorization: `Bearer ${token}` })

  it('reaches what its scopes allow within its organisation, and nothing personal', async () => {
    const { body } = await create(['member:read'])
    const token = String(body['token'])
    expect(token).toMatch(/^wbk_[\w-]{43}$/)
    expect((await call(token, path())).status).toBe(200)
    const foreign = await makeOrganisation(world, 'cooperative')
    expect((await call(token, `/organisations/${foreign}/members`)).status).toBe(404)
    expect((await call(token, '/organisations')).status).toBe(403)
    expect((await call(token, '/account')).status).toBe(403)
    expect((await call(token, place())).status).toBe(403)
    expect((await call(`${token.slice(0, -1)}x`, path())).status).toBe(401)
    const listed = await owner.send('GET', place())
    expect(listed.text).not.toContain(token)
    expect(listed.body['items']).toMatchObject([{ hint: token.slice(-4) }])
  })

  it('ends when revoked, when late, and while its organisation is suspended', async () => {
    const { body } = await create(['member:read'])
    const token = String(body['token'])
    const { id } = body['key'] as { id: string }
    const setStatus = (status: string) =>
      world.sql('update organisations set status = $2 where id = $1', [cooperativeId, status])
    await setStatus('suspended')
    expect((await call(token, path())).status).toBe(401)
    await setStatus('approved')
    expect((await call(token, path())).status).toBe(200)
    expect((await owner.send('POST', `${place()}/${id}/revocation`)).status).toBe(200)
    expect((await call(token, path())).status).toBe(401)
    const late = String((await create(['member:read'])).body['token'])
    await world.sql(
      `update machine_keys set created_at = now() - interval '2 days',
         expires_at = now() - interval '1 second' where organisation_id = $1`,
      [cooperativeId],
    )
    expect((await call(late, path())).status).toBe(401)
  })

  it('cannot be given what asks for a second factor', async () => {
    const { body } = await create(['member:read', 'payout-account:manage'])
    expect(body['code']).toBe('machine-key.scope-not-allowed')
  })
})

import type { Id } from '@weibao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide, makeMember, makeOrganisation, makePerson, signIn } from '../testing/cast.js'
import {
  openIdentityWorld,
  type Browserless,
  type IdentityWorld,
  type Visitor,
} from '../testing/identity-world.js'

let world: IdentityWorld
let http: Browserless
let liaison: Visitor
let officer: Visitor
let operator: Visitor

beforeAll(async () => {
  world = await openIdentityWorld()
  http = await world.openHttp()
  const office = await makeOrganisation(world, 'administration')
  liaison = await signedIn(await makeMember(world, office, 'liaison'))
  officer = await signedIn(await makeMember(world, office, 'officer'))
  operator = await signedIn(await makeMember(world, office, 'operator'))
})
afterAll(() => world?.close())

async function signedIn({ contact }: { contact: string }, steps: number | undefined = 0) {
  const visitor = http.visit()
  await signIn(visitor, contact, steps)
  return visitor
}

async function shopper(): Promise<Visitor> {
  const visitor = http.visit()
  await signIn(visitor, (await makePerson(world)).contact)
  return visitor
}

function application(changes: object = {}) {
  return {
    kind: 'cooperative',
    name: { zh: '维西高山蜂业专业合作社', en: 'Weixi Highland Bees' },
    shortName: { zh: '高山蜂业', en: 'Highland Bees' },
    region: 'weixi',
    placeCode: 'yezhi',
    address: null,
    licence: {
      registrationNumber: null,
      licenceNumber: null,
      licenceIssuer: null,
      licenceExpiresOn: null,
      legalRepresentative: null,
    },
    ...changes,
  }
}

async function apply(visitor: Visitor, changes: object = {}): Promise<Id> {
  const answer = await visitor.send('POST', '/organisations', application(changes))
  expect(answer.status).toBe(201)
  expect(answer.body['status']).toBe('applied')
  return String(answer.body['id'])
}

/** Hands in the certificate: without it nothing is approved. */
async function handIn(visitor: Visitor, id: Id, name = '法人证书.pdf'): Promise<string> {
  const path = `/organisations/${id}/registration-papers`
  const answer = await visitor.upload(path, name, Buffer.from('%PDF-1.7 certificate'))
  expect(answer.status).toBe(201)
  return String(answer.body['fileId'])
}

const membershipsOf = async (visitor: Visitor) =>
  (await visitor.send('GET', '/session')).body['memberships']

describe('an application', () => {
  it('gives its rights with the approval, by Weixi’s liaison', async () => {
    const visitor = await shopper()
    const id = await apply(visitor)
    expect(await membershipsOf(visitor)).toMatchObject([
      { organisationId: id, role: 'owner', organisationStatus: 'applied', isInForce: false },
    ])
    expect((await visitor.send('GET', `/organisations/${id}/members`)).status).toBe(403)
    expect((await decide(officer, id, 'approval')).status).toBe(404)
    expect((await decide(visitor, id, 'approval')).status).toBe(403)
    const bare = await decide(liaison, id, 'approval')
    expect(bare.body['code']).toBe('organisation.papers-missing')
    await handIn(visitor, id)
    const approved = await decide(liaison, id, 'approval')
    expect(approved.body['status']).toBe('approved')
    expect(await membershipsOf(visitor)).toMatchObject([{ isInForce: true }])
    expect((await visitor.send('GET', `/organisations/${id}/members`)).status).toBe(200)
    const again = await decide(liaison, id, 'approval')
    expect(again.body['code']).toBe('lifecycle.move-not-allowed')
  })

  it('of a buyer is decided by Baoshan’s officer, and is handed in again after a refusal', async () => {
    const visitor = await shopper()
    const id = await apply(visitor, { kind: 'buyer', region: 'baoshan', placeCode: '310113003' })
    const reason = '缺少统一社会信用代码'
    expect((await decide(liaison, id, 'approval')).status).toBe(404)
    const refused = await decide(officer, id, 'refusal', { reason })
    expect(refused.body['status']).toBe('refused')
    const { kind: _, ...form } = application({ region: 'baoshan', placeCode: '310113003' })
    const bare = await visitor.send('PUT', `/organisations/${id}`, form)
    expect(bare.body['code']).toBe('organisation.papers-missing')
    await handIn(visitor, id)
    const edited = await visitor.send('PUT', `/organisations/${id}`, form)
    expect(edited.body['status']).toBe('applied')
    expect((await decide(officer, id, 'approval')).status).toBe(200)
  })

  it('is decided on as it was read, not as it or its papers were changed meanwhile', async () => {
    const visitor = await shopper()
    const id = await apply(visitor)
    await handIn(visitor, id)
    const { version } = (await liaison.send('GET', `/organisations/${id}`)).body
    const { kind: _, ...form } = application({ shortName: { zh: '别的蜂业', en: 'Other Bees' } })
    expect((await visitor.send('PUT', `/organisations/${id}`, form)).status).toBe(200)
    const late = await decide(liaison, id, 'approval', { version })
    expect([late.status, late.body['code']]).toEqual([409, 'organisation.edited-meanwhile'])
    const { version: read } = (await liaison.send('GET', `/organisations/${id}`)).body
    await handIn(visitor, id, '另一份证书.pdf')
    const refusal = { version: read, reason: '证照与名称不符' }
    expect((await decide(liaison, id, 'refusal', refusal)).body['code']).toBe(
      'organisation.edited-meanwhile',
    )
    expect((await decide(liaison, id, 'approval')).body).toMatchObject({
      status: 'approved',
      shortName: { zh: '别的蜂业' },
    })
  })

  it('is nobody else’s to see or change', async () => {
    const id = await apply(await shopper())
    const stranger = await shopper()
    const { kind: _, ...form } = application()
    expect((await stranger.send('GET', `/organisations/${id}`)).status).toBe(404)
    expect((await stranger.send('PUT', `/organisations/${id}`, form)).status).toBe(404)
    expect((await http.visit().send('GET', `/organisations/${id}`)).status).toBe(404)
    expect((await liaison.send('GET', `/organisations/${id}`)).status).toBe(200)
  })

  it('cannot use a registration number twice, and no more than three wait', async () => {
    const visitor = await shopper()
    const licence = { ...application().licence, registrationNumber: '91533423MA6K1X2Y3W' }
    await apply(visitor, { licence })
    const twin = await visitor.send('POST', '/organisations', application({ licence }))
    expect(twin.body['code']).toBe('organisation.registered-already')
    await apply(visitor)
    await apply(visitor)
    const fourth = await visitor.send('POST', '/organisations', application())
    expect(fourth.body['code']).toBe('organisation.too-many')
  })

  it('of an approved cooperative keeps name and region; an operator may change them', async () => {
    const id = await makeOrganisation(world, 'cooperative')
    const owner = await signedIn(await makeMember(world, id, 'owner'))
    const { kind: _, ...form } = application()
    const answer = await owner.send('PUT', `/organisations/${id}`, form)
    expect(answer.body['code']).toBe('organisation.identity-fixed')
    const current = { ...form, name: { zh: '百花蜂业合作社', en: 'Baihua Honey' } }
    expect((await owner.send('PUT', `/organisations/${id}`, current)).status).toBe(200)
    expect((await operator.send('PUT', `/organisations/${id}`, form)).status).toBe(200)
  })
})

describe('a suspension', () => {
  it('takes the rights of members at once, and gives them back', async () => {
    const id = await makeOrganisation(world, 'cooperative')
    const owner = await signedIn(await makeMember(world, id, 'owner'))
    const clerk = await signedIn(await makeMember(world, id, 'clerk'))
    const members = `/organisations/${id}/members`
    expect((await clerk.send('GET', members)).status).toBe(200)
    const reason = '食品安全抽检不合格'
    await liaison.send('POST', `/organisations/${id}/suspension`, { reason })
    expect((await clerk.send('GET', members)).status).toBe(403)
    expect((await owner.send('GET', members)).status).toBe(403)
    expect(await membershipsOf(clerk)).toMatchObject([{ organisationStatus: 'suspended' }])
    const licence = await http.visit().send('GET', `/organisations/${id}`)
    expect(licence.body).toMatchObject({ status: 'suspended', licence: {} })
    await liaison.send('POST', `/organisations/${id}/reinstatement`, { reason: '整改完成' })
    expect((await clerk.send('GET', members)).status).toBe(200)
  })
})

describe('the list of organisations', () => {
  it('shows a member their own, and the administration all, filtered and in pages', async () => {
    const id = await makeOrganisation(world, 'buyer', '友谊路小学')
    const approver = await signedIn(await makeMember(world, id, 'approver'))
    const own = await approver.send('GET', '/organisations')
    expect(own.body['items']).toMatchObject([{ id }])
    const found = await officer.send('GET', '/organisations?query=友谊路&kind=buyer')
    expect(found.body['items']).toMatchObject([{ id }])
    const seen: string[] = []
    let cursor = ''
    do {
      const page = await operator.send('GET', `/organisations?limit=2${cursor}`)
      seen.push(...(page.body['items'] as { id: string }[]).map((item) => item.id))
      cursor = page.body['nextCursor'] ? `&cursor=${String(page.body['nextCursor'])}` : ''
    } while (cursor)
    const [{ count }] = (await world.sql<{ count: string }>(
      'select count(*) from organisations',
    )) as [{ count: string }]
    expect(new Set(seen).size).toBe(Number(count))
    expect(seen).toHaveLength(Number(count))
    expect((await (await shopper()).send('GET', '/organisations')).status).toBe(403)
  })
})

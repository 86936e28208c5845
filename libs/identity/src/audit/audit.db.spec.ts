import type { AuditAct } from '@weibao/contracts/audit'
import { newId } from '@weibao/kernel'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeMember, makeOrganisation, signIn } from '../testing/cast.js'
import {
  openIdentityWorld,
  type Browserless,
  type IdentityWorld,
} from '../testing/identity-world.js'
import { Audit } from './audit.service.js'

let world: IdentityWorld
let http: Browserless

beforeAll(async () => {
  world = await openIdentityWorld()
  http = await world.openHttp()
})
afterAll(() => world?.close())

async function record(act: AuditAct, id = newId()) {
  const audit = world.get<Audit>(Audit)
  const object = { kind: 'lot', id } as const
  const after = { state: 'open' }
  await world.unitOfWork.run((tx) => audit.record(tx, { act, actor: null, object, after }))
  return id
}

describe('the audit log', () => {
  const changes = [
    `update audit_entries set act = 'forged'`,
    'delete from audit_entries',
    'truncate audit_entries',
  ]

  it.each(changes)('refuses the application: %s', async (text) => {
    await record('lot.opened')
    const client = new pg.Client(world.appUrl)
    await client.connect()
    await expect(client.query(text)).rejects.toMatchObject({ code: '42501' })
    await client.end()
  })

  it.each(changes)('refuses the owner of the schema too: %s', async (text) => {
    await record('lot.opened')
    await expect(world.sql(text)).rejects.toMatchObject({ code: 'WB001' })
  })

  it('has no line of what was rolled back', async () => {
    const audit = world.get<Audit>(Audit)
    const id = newId()
    const work = world.unitOfWork.run(async (tx) => {
      await audit.record(tx, { act: 'lot.opened', actor: null, object: { kind: 'lot', id } })
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await world.sql('select from audit_entries where object_id = $1', [id])).toEqual([])
  })

  it('is read by auditors and operators with a second factor, filtered and in pages', async () => {
    const office = await makeOrganisation(world, 'administration')
    const auditor = http.visit()
    await signIn(auditor, (await makeMember(world, office, 'auditor')).contact, 0)
    const id = await record('lot.opened')
    for (const act of ['lot.withdrawn', 'lot.opened', 'lot.recalled'] as const)
      await record(act, id)
    const first = await auditor.send('GET', `/audit-entries?objectId=${id}&limit=3`)
    const items = first.body['items'] as { act: string; actorKind: string }[]
    expect(items.map(({ act }) => act)).toEqual(['lot.recalled', 'lot.opened', 'lot.withdrawn'])
    expect(items[0]).toMatchObject({ actorKind: 'system', after: { state: 'open' } })
    const cursor = String(first.body['nextCursor'])
    const rest = await auditor.send('GET', `/audit-entries?objectId=${id}&cursor=${cursor}`)
    expect(rest.body).toMatchObject({ items: [{ act: 'lot.opened' }], nextCursor: null })
    const opened = await auditor.send('GET', `/audit-entries?objectId=${id}&act=lot.opened`)
    expect(opened.body['items']).toHaveLength(2)
    const later = `/audit-entries?objectId=${id}&from=2126-01-01T00:00:00Z`
    expect((await auditor.send('GET', later)).body['items']).toEqual([])
    const bad = await auditor.send('GET', '/audit-entries?cursor=nonsense')
    expect(bad.body['code']).toBe('request.cursor-invalid')
  })

  it('is closed to officers and members', async () => {
    const office = await makeOrganisation(world, 'administration')
    const cooperative = await makeOrganisation(world, 'cooperative')
    for (const member of [
      await makeMember(world, office, 'officer'),
      await makeMember(world, cooperative, 'owner'),
    ]) {
      const visitor = http.visit()
      await signIn(visitor, member.contact, 0)
      expect((await visitor.send('GET', '/audit-entries')).status).toBe(403)
    }
  })

  it('knows the network of the socket, not the one a header claims', async () => {
    const visitor = http.visit()
    const cooperative = await makeOrganisation(world, 'cooperative')
    const { id, contact } = await makeMember(world, cooperative, 'owner')
    const body = { contact, password: '山里的蜜蜂飞过河' }
    await visitor.send('POST', '/session', body, { 'x-forwarded-for': '198.51.100.7' })
    const [entry] = await world.sql<{ network: string; act: string }>(
      `select act, network from audit_entries where actor_id = $1 and act = 'session.opened'`,
      [id],
    )
    expect(entry?.network).toMatch(/^10\.\d+\.\d+\.0\/24$/)
  })
})

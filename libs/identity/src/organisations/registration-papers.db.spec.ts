import type { Id } from '@weibao/kernel'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  openIdentityWorld,
  type Browserless,
  type IdentityWorld,
  type Visitor,
} from '../testing/identity-world.js'
import {
  decide,
  makeMember,
  makeOrganisation,
  makePerson,
  PASSWORD,
  signIn,
} from '../testing/cast.js'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let world: IdentityWorld
let http: Browserless
let officer: Visitor
let liaison: Visitor
let operator: Visitor

const PDF = Buffer.from('%PDF-1.7 certificate')

beforeAll(async () => {
  world = await openIdentityWorld()
  http = await world.openHttp()
  const office = await makeOrganisation(world, 'administration')
  officer = await signedIn((await makeMember(world, office, 'officer')).contact, 0)
  liaison = await signedIn((await makeMember(world, office, 'liaison')).contact, 0)
  operator = await signedIn((await makeMember(world, office, 'operator')).contact, 0)
})
afterAll(() => world?.close())

async function signedIn(contact: string, steps?: number): Promise<Visitor> {
  const visitor = http.visit()
  await signIn(visitor, contact, steps)
  return visitor
}

const pathOf = (id: Id) => `/organisations/${id}/registration-papers`
const namesOf = async (visitor: Visitor, id: Id) => {
  const { body } = await visitor.send('GET', pathOf(id))
  return (body['items'] as { name: string }[]).map(({ name }) => name)
}

/** Somebody who has applied for a buyer organisation, and its id. */
async function applicant(kind: 'buyer' | 'cooperative' = 'buyer') {
  const visitor = await signedIn((await makePerson(world)).contact)
  const licence = {
    registrationNumber: null,
    licenceNumber: null,
    licenceIssuer: null,
    licenceExpiresOn: null,
    legalRepresentative: null,
  }
  const form = {
    name: { zh: '庙行实验小学', en: 'Miaohang School' },
    shortName: { zh: '庙行小学', en: 'Miaohang' },
    ...(kind === 'buyer'
      ? { region: 'baoshan', placeCode: '310113111' }
      : { region: 'weixi', placeCode: 'yezhi' }),
    address: '庙行镇长临路 1 号',
    licence,
  }
  const { body } = await visitor.send('POST', '/organisations', { ...form, kind })
  return { visitor, form, id: String(body['id']) as Id }
}

describe('a registration paper', () => {
  it('is opened by who handed it in and by the officer who decides, and by nobody else', async () => {
    const { visitor, id } = await applicant()
    const added = await visitor.upload(pathOf(id), '事业单位法人证书.pdf', PDF)
    expect(added).toMatchObject({ status: 201, body: { type: 'application/pdf' } })
    const file = `/files/${String(added.body['fileId'])}`
    for (const reader of [visitor, officer]) {
      expect(await namesOf(reader, id)).toEqual(['事业单位法人证书.pdf'])
      expect(await reader.send('GET', file)).toMatchObject({ status: 200, text: PDF.toString() })
    }
    const stranger = await signedIn((await makePerson(world)).contact)
    for (const other of [stranger, liaison, operator]) {
      expect((await other.send('GET', pathOf(id))).status).toBe(404)
      expect((await other.send('GET', file)).status).toBe(404)
      expect((await other.upload(pathOf(id), 'a.pdf', PDF)).status).toBe(404)
    }
    expect((await http.visit().send('GET', file)).status).toBe(401)
  })

  it('of a cooperative is opened by Weixi’s liaison, not by Baoshan’s officer', async () => {
    const { visitor, id } = await applicant('cooperative')
    await visitor.upload(pathOf(id), '营业执照.pdf', PDF)
    expect(await namesOf(liaison, id)).toEqual(['营业执照.pdf'])
    expect((await officer.send('GET', pathOf(id))).status).toBe(404)
  })

  it('is a PDF or a photograph by its content, and a photograph loses what the camera wrote', async () => {
    const { visitor, id } = await applicant()
    const photo = await sharp({
      create: { width: 40, height: 30, channels: 3, background: '#fff' },
    })
      .withExif({ IFD0: { Copyright: 'secret-place' } })
      .jpeg()
      .toBuffer()
    const added = await visitor.upload(pathOf(id), '执照.png', photo)
    expect(added.body).toMatchObject({ type: 'image/webp', name: '执照.png' })
    const kept = await visitor.send('GET', `/files/${String(added.body['fileId'])}`)
    expect(kept.text).not.toContain('secret-place')
    const script = await visitor.upload(pathOf(id), '执照.pdf', Buffer.from('<script>1</script>'))
    expect(script.body['code']).toBe('file.type-not-allowed')
    const large = Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)])
    expect((await visitor.upload(pathOf(id), '执照.pdf', large)).body['code']).toBe(
      'file.too-large',
    )
  })

  it('is renewed after a refusal; once approved it stays, and a newer one stands beside it', async () => {
    const { visitor, id, form } = await applicant()
    const { body } = await visitor.upload(pathOf(id), '过期的执照.pdf', PDF)
    const reason = '营业执照已过期，请上传新证'
    await decide(officer, id, 'refusal', { reason })
    const paper = `${pathOf(id)}/${String(body['id'])}`
    expect((await officer.send('DELETE', paper)).status).toBe(404)
    expect((await visitor.send('DELETE', paper)).status).toBe(204)
    expect((await visitor.send('GET', `/files/${String(body['fileId'])}`)).status).toBe(404)
    const renewed = await visitor.upload(pathOf(id), '新执照.pdf', PDF)
    expect((await visitor.send('PUT', `/organisations/${id}`, form)).body['status']).toBe('applied')
    await decide(officer, id, 'approval')
    const fixed = await visitor.send('DELETE', `${pathOf(id)}/${String(renewed.body['id'])}`)
    expect(fixed.body['code']).toBe('organisation.paper-fixed')
    await visitor.upload(pathOf(id), '三年后的执照.pdf', PDF)
    expect(await namesOf(officer, id)).toEqual(['新执照.pdf', '三年后的执照.pdf'])
  })

  it('is one of ten at most, also when two come at once', async () => {
    const { visitor, id } = await applicant()
    for (let n = 1; n <= 9; n++) await visitor.upload(pathOf(id), `第${n}页.pdf`, PDF)
    const both = await Promise.all([
      visitor.upload(pathOf(id), '甲.pdf', PDF),
      visitor.upload(pathOf(id), '乙.pdf', PDF),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await namesOf(visitor, id)).toHaveLength(10)
  })

  it('goes with the account of an applicant who was not approved, and is in their data before', async () => {
    const { visitor, id } = await applicant()
    const { body } = await visitor.upload(pathOf(id), '法人证书.pdf', PDF)
    const data = await visitor.send('GET', '/account/personal-data')
    expect(data.text).toContain('法人证书.pdf')
    await visitor.send('POST', '/account/erasure', { password: PASSWORD })
    const left = await world.sql<{ count: string }>(
      `select count(*) from files where id = '${String(body['fileId'])}'`,
    )
    expect(Number(left[0]?.count)).toBe(0)
  })
})

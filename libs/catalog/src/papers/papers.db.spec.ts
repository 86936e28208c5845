import { addDays, localDay, newId } from '@weibao/kernel'
import { Files } from '@weibao/documents'
import { makeActor } from '@weibao/platform/testing'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PaperAlerts } from './paper-alerts.service.js'
import { Papers } from './papers.service.js'
import { PapersInForce } from './papers-in-force.service.js'
import { Pictures } from '../pictures/pictures.service.js'
import { RecognitionDesk } from '../recognitions/recognition-desk.service.js'
import { openDesk, type Desk } from '../testing/desk.js'
import { makeProduct } from '../testing/index.js'

let desk: Desk
let world: Desk['world']
let owner: ReturnType<typeof makeActor>

beforeAll(async () => {
  desk = await openDesk()
  world = desk.world
  owner = makeActor({ role: 'owner', organisationId: desk.shop.tongle })
})
afterAll(() => world.close())

const today = () => localDay(world.clock.now())
const file = (given: object = {}) =>
  world.get(Papers).add(owner, desk.shop.tongle, {
    kind: 'food-production-licence',
    number: newId(),
    issuedOn: addDays(today(), -100),
    expiresOn: addDays(today(), 95),
    productId: null,
    ...given,
  })
const alertsOf = async (number: string) =>
  (await desk.told('paper-expiring')).filter((told) => told['number'] === number)
/** So many days on, the job runs twice, as after a crash. */
const after = async (days: number) => {
  world.clock.advance(days * 86_400_000)
  await world.get(PaperAlerts).giveDue()
  await world.get(PaperAlerts).giveDue()
}

describe('the alerts of a paper', () => {
  it('come once at 90, 30 and 7 days and on expiry, whatever runs twice', async () => {
    const { number } = await file()
    const left = async () => (await alertsOf(number)).map((told) => told['daysLeft'])
    await after(0)
    expect(await left()).toEqual([])
    await after(6)
    expect(await left()).toEqual([89])
    await after(10)
    expect(await left()).toEqual([89])
    await after(50)
    await after(22)
    await after(7)
    expect(await left()).toEqual([89, 29, 7, 0])
    await after(3)
    expect(await left()).toHaveLength(4)
    world.clock.advance(-98 * 86_400_000)
  })

  it('begin where a paper filed late stands, and end with the paper that replaces it', async () => {
    const late = await file({ kind: 'workshop-registration', expiresOn: addDays(today(), 20) })
    await after(0)
    expect(await alertsOf(late.number)).toHaveLength(1)
    await file({ kind: 'workshop-registration', expiresOn: addDays(today(), 900) })
    await after(19)
    expect(await alertsOf(late.number)).toHaveLength(1)
    world.clock.advance(-19 * 86_400_000)
  })
})

describe('a paper', () => {
  it('is filed once, with dates in order, for goods of its own', async () => {
    const { number } = await file({ kind: 'test-report' })
    const refused = (code: string) => ({ code })
    await expect(file({ kind: 'test-report', number })).rejects.toMatchObject(
      refused('paper.filed-already'),
    )
    await expect(file({ expiresOn: addDays(today(), -200) })).rejects.toMatchObject(
      refused('paper.dates-wrong'),
    )
    const foreign = await makeProduct(world, desk.shop.tacheng)
    await expect(file({ productId: foreign.productId })).rejects.toMatchObject(
      refused('object.not-found'),
    )
  })

  it('keeps a scan that its cooperative and the liaison read, and nobody else', async () => {
    const { id } = await file({ kind: 'business-licence', expiresOn: null })
    const bytes = Buffer.from('%PDF-1.7\n%%EOF')
    const scan = { name: 'licence.pdf', bytes }
    const { fileId } = await world.get(Papers).addScan(owner, desk.shop.tongle, id, scan)
    const files = world.get(Files)
    for (const reader of [owner, makeActor({ role: 'liaison' })])
      expect((await files.open(reader, fileId!)).file.type).toBe('application/pdf')
    const stranger = makeActor({ role: 'owner', organisationId: desk.shop.tacheng })
    await expect(files.open(stranger, fileId!)).rejects.toMatchObject({ code: 'object.not-found' })
    const svg = { name: 'x.pdf', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') }
    await expect(world.get(Papers).addScan(owner, desk.shop.tongle, id, svg)).rejects.toMatchObject(
      { code: 'file.type-not-allowed' },
    )
  })

  it('that has expired stops recognition and new lots, until another is in force', async () => {
    const { productId } = await makeProduct(world, desk.shop.tongle)
    const expired = { issuedOn: addDays(today(), -400), expiresOn: addDays(today(), -1), productId }
    await file({ ...expired, kind: 'test-report' })
    const covered = { id: productId, cooperativeId: desk.shop.tongle }
    const check = () => world.get(PapersInForce).mustBeInForce(world.unitOfWork.reader, covered)
    await expect(check()).resolves.toBeUndefined()
    await file({ ...expired, kind: 'liquor-licence' })
    const refused = { code: 'product.papers-expired', details: { missing: '酒类许可' } }
    await expect(check()).rejects.toMatchObject(refused)
    await expect(
      world.get(RecognitionDesk).applyFor(owner, desk.shop.tongle, productId),
    ).rejects.toMatchObject(refused)
    await file({ kind: 'liquor-licence', productId })
    await expect(check()).resolves.toBeUndefined()
  })
})

describe('a photograph', () => {
  const photograph = (width = 900) =>
    sharp({ create: { width, height: 700, channels: 3, background: '#b5651d' } })
      .withExif({ IFD0: { Copyright: 'somebody' } })
      .jpeg()
      .toBuffer()
  const add = async (productId: string, bytes: Buffer) =>
    world.get(Pictures).add(owner, desk.shop.tongle, productId, bytes)

  it('is cut to every size as WebP, without what the camera wrote', async () => {
    const { productId } = await makeProduct(world, desk.shop.tongle)
    const { pictures } = await add(productId, await photograph())
    for (const [variant, width, height] of [
      ['square-320', 320, 320],
      ['wide-960', 960, 720],
    ] as const) {
      const { bytes } = await world.get(Pictures).open(pictures[0]!.id, variant)
      const found = await sharp(Buffer.concat(await bytes.toArray())).metadata()
      expect(found).toMatchObject({ format: 'webp', width, height })
      expect(found.exif).toBeUndefined()
    }
  })

  it('is refused when it is no photograph, too small, or one too many', async () => {
    const { productId } = await makeProduct(world, desk.shop.tongle)
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
    await expect(add(productId, svg)).rejects.toMatchObject({ code: 'file.type-not-allowed' })
    await expect(add(productId, await photograph(300))).rejects.toMatchObject({
      code: 'picture.too-small',
    })
    const good = await photograph()
    for (let n = 0; n < 8; n++) await add(productId, good)
    await expect(add(productId, good)).rejects.toMatchObject({ code: 'picture.too-many' })
  })

  it('is put in order and taken away; a foreign one is refused', async () => {
    const { productId } = await makeProduct(world, desk.shop.tongle)
    await add(productId, await photograph())
    const { pictures } = await add(productId, await photograph(1000))
    const alt = { zh: '蜂箱', en: 'Hives' }
    const arrange = (ids: string[]) =>
      world.get(Pictures).arrange(
        owner,
        desk.shop.tongle,
        productId,
        ids.map((id) => ({ id, alt })),
      )
    const [first, second] = pictures.map(({ id }) => id)
    const turned = await arrange([second!, first!])
    expect(turned.pictures.map(({ id }) => id)).toEqual([second, first])
    expect(turned.picture).toMatchObject({ base: `/api/pictures/${second}`, alt })
    await expect(arrange([newId()])).rejects.toMatchObject({ code: 'product.edited-meanwhile' })
    expect((await arrange([first!])).pictures).toHaveLength(1)
    expect((await arrange([])).picture.base).toMatch(/^\/pictures\//)
  })
})

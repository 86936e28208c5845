import { addDays, localDay } from '@weibao/kernel'
import { makeActor } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Browse } from '../browse/browse.service.js'
import { RecognitionDesk } from './recognition-desk.service.js'
import { openDesk, type Desk } from '../testing/desk.js'
import { makeProduct, type Shop } from '../testing/index.js'

let desk: Desk
let world: Desk['world']
let shop: Shop

beforeAll(async () => {
  desk = await openDesk()
  ;({ world, shop } = desk)
})
afterAll(() => world.close())

const ownerOf = (organisationId: string) => makeActor({ role: 'owner', organisationId })

describe('an application for recognition', () => {
  const owner = () => ownerOf(shop.tongle)
  const liaison = makeActor({ role: 'liaison' })
  const dates = { validFrom: '2026-01-01', validTo: '2099-12-31' }

  it('is made by the cooperative, once, and decided by the liaison', async () => {
    const recognitions = world.get(RecognitionDesk)
    const { productId, slug } = await makeProduct(world, shop.tongle)
    const applied = await recognitions.applyFor(owner(), shop.tongle, productId)
    expect(applied).toMatchObject({ state: 'applied', productSlug: slug, validFrom: null })
    await expect(recognitions.applyFor(owner(), shop.tongle, productId)).rejects.toMatchObject({
      code: 'recognition.pending',
    })
    const { items } = await recognitions.list({ limit: 10 })
    expect(items[0]!.id).toBe(applied.id)
    await expect(
      recognitions.decideBy(liaison, applied.id, {
        state: 'recognised',
        validFrom: null,
        validTo: null,
        reason: '材料齐',
      }),
    ).rejects.toMatchObject({ code: 'recognition.dates-wrong' })
    const decided = await recognitions.decideBy(liaison, applied.id, {
      state: 'recognised',
      ...dates,
      reason: '材料齐',
    })
    expect(decided).toMatchObject({ state: 'recognised', ...dates })
    expect((await world.get(Browse).get(slug)).isRecognised).toBe(true)
    const audited = await world.sql('select act, reason from audit_entries where object_id = $1', [
      applied.id,
    ])
    expect(audited).toEqual([{ act: 'recognition.decided', reason: '材料齐' }])
    expect((await desk.told('recognition-decided')).at(-1)).toMatchObject({
      productId,
      state: 'recognised',
      validTo: dates.validTo,
    })
  })

  it('is not decided by whoever made it', async () => {
    const recognitions = world.get(RecognitionDesk)
    const { productId } = await makeProduct(world, shop.tongle)
    const applicant = owner()
    const { id } = await recognitions.applyFor(applicant, shop.tongle, productId)
    await expect(
      recognitions.decideBy(applicant, id, { state: 'recognised', ...dates, reason: '自己批' }),
    ).rejects.toMatchObject({ code: 'recognition.decided-by-applicant' })
  })

  it('cannot be made for a product of another', async () => {
    const { productId } = await makeProduct(world, shop.tacheng)
    await expect(
      world.get(RecognitionDesk).applyFor(owner(), shop.tongle, productId),
    ).rejects.toMatchObject({ code: 'object.not-found' })
  })

  it('lapses the day after its last', async () => {
    const recognitions = world.get(RecognitionDesk)
    const { productId } = await makeProduct(world, shop.tongle)
    const { id } = await recognitions.applyFor(owner(), shop.tongle, productId)
    const today = localDay(world.clock.now())
    await recognitions.decideBy(liaison, id, {
      state: 'recognised',
      validFrom: addDays(today, -9),
      validTo: today,
      reason: '材料齐',
    })
    const stateOf = async () =>
      (await world.sql('select state from recognitions where id = $1', [id]))[0]
    await recognitions.lapseDue()
    expect(await stateOf()).toEqual({ state: 'recognised' })
    world.clock.advance(86_400_000)
    await recognitions.lapseDue()
    expect(await stateOf()).toEqual({ state: 'lapsed' })
    world.clock.advance(-86_400_000)
  })
})

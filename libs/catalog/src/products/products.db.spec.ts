import { addDays, localDay, newId } from '@weibao/kernel'
import { makeActor, openWorld, type World } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Browse } from '../browse/browse.service.js'
import { CatalogModule } from '../catalog.module.js'
import { Products } from './products.service.js'
import { recognitionLifecycle } from '../recognitions/recognition.lifecycle.js'
import { Recognitions } from '../recognitions/recognitions.service.js'
import { Skus } from '../skus/skus.service.js'
import { makeProduct, openShop, type Shop } from '../testing/index.js'

let world: World
let shop: Shop
let products: Products

beforeAll(async () => {
  world = await openWorld({ modules: [CatalogModule] })
  shop = await openShop(world)
  products = world.get(Products)
})
afterAll(() => world.close())

const ownerOf = (organisationId: string) => makeActor({ role: 'owner', organisationId })

describe('a cooperative', () => {
  it('sees its own products, page by page, and no others', async () => {
    const owner = ownerOf(shop.tacheng)
    const made = []
    for (let i = 0; i < 3; i++) made.push((await makeProduct(world, shop.tacheng)).productId)
    const first = await products.list(owner, shop.tacheng, { limit: 2 })
    const second = await products.list(owner, shop.tacheng, { limit: 2, cursor: first.nextCursor! })
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made)
    const notFound = { code: 'object.not-found' }
    await expect(products.list(owner, shop.tongle, { limit: 2 })).rejects.toMatchObject(notFound)
    const foreign = await makeProduct(world, shop.tongle)
    await expect(products.get(owner, shop.tacheng, foreign.productId)).rejects.toMatchObject(
      notFound,
    )
  })
})

describe('a recognition', () => {
  it('counts from its first to its last day, and not when revoked', async () => {
    const { productId, skuId, slug } = await makeProduct(world, shop.tongle)
    const today = localDay(world.clock.now())
    const recognitions = world.get(Recognitions)
    const id = await world.unitOfWork.run((tx) =>
      recognitions.apply(tx, {
        productId,
        cooperativeId: shop.tongle,
        number: newId(),
        appliedOn: today,
        appliedBy: null,
        isDemonstration: true,
      }),
    )
    const decide = (state: 'recognised' | 'revoked') =>
      world.unitOfWork.run((tx) =>
        recognitions.decide(
          tx,
          id,
          {
            state,
            validFrom: state === 'recognised' ? today : null,
            validTo: state === 'recognised' ? addDays(today, 30) : null,
            decidedOn: today,
            decidedBy: null,
            reason: '',
          },
          null,
        ),
      )
    const on = async (day: string) =>
      (await world.get(Skus).getForSale(world.unitOfWork.reader, [skuId], day))[0]!.isRecognised
    expect(await on(today)).toBe(false)
    await decide('recognised')
    expect([await on(addDays(today, -1)), await on(today)]).toEqual([false, true])
    expect([await on(addDays(today, 30)), await on(addDays(today, 31))]).toEqual([true, false])
    expect(await world.get(Browse).get(slug)).toMatchObject({ isRecognised: true })
    await decide('revoked')
    expect(await on(today)).toBe(false)
    expect((await world.get(Browse).get(slug)).isRecognised).toBe(false)
    await expect(decide('recognised')).rejects.toMatchObject({ code: 'lifecycle.move-not-allowed' })
  })
})

describe('the states of a recognition', () => {
  it('are the same in the table of moves and in the database', async () => {
    const [found] = await world.sql<{ text: string }>(
      `select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'recognitions_state_known'`,
    )
    const known = [...found!.text.matchAll(/'([a-z]+)'::text/g)].map((match) => match[1])
    expect(known.sort()).toEqual(recognitionLifecycle.states.sort())
  })
})

describe('skus for sale', () => {
  it('come in the order asked for, each once; one that is not there is refused', async () => {
    const a = await makeProduct(world, shop.tongle)
    const b = await makeProduct(world, shop.tacheng)
    const { reader } = world.unitOfWork
    const found = await world.get(Skus).getForSale(reader, [b.skuId, a.skuId, b.skuId])
    expect(found.map(({ skuId, cooperativeId }) => [skuId, cooperativeId])).toEqual([
      [b.skuId, shop.tacheng],
      [a.skuId, shop.tongle],
    ])
    await expect(world.get(Skus).getForSale(reader, [newId()])).rejects.toMatchObject({
      code: 'object.not-found',
    })
  })
})

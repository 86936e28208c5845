import { Skus } from '@weibao/catalog'
import { addDays, localDay, type Id } from '@weibao/kernel'
import type { World } from '@weibao/platform/testing'
import { Lots, type NewLot } from '../lots.service.js'

/** An open lot of a sku: a hundred packages harvested last week, unless said otherwise. */
export async function openLot(world: World, skuId: Id, given: Partial<NewLot> = {}): Promise<Id> {
  const today = localDay(world.clock.now())
  const [id] = await world.unitOfWork.run(async (tx) => {
    const [sku] = await world.get(Skus).getForSale(tx, [skuId])
    return world.get(Lots).declare(
      tx,
      [
        {
          cooperativeId: sku!.cooperativeId,
          productId: sku!.productId,
          skuId,
          packGrams: sku!.packGrams,
          temperatureMode: sku!.temperatureMode,
          quantity: 100,
          harvestFrom: addDays(today, -10),
          harvestTo: addDays(today, -3),
          dispatchFrom: addDays(today, -2),
          dispatchTo: addDays(today, 60),
          bestBefore: addDays(today, 300),
          townshipCode: 'yezhi',
          village: '同乐村',
          grade: 'first',
          labels: [],
          offeredPriceFen: 8000,
          priceBreaks: [],
          minimumOrder: 1,
          note: '',
          state: 'open',
          ...given,
        },
      ],
      null,
    )
  })
  return id!
}

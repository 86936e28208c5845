import type { INestApplicationContext } from '@nestjs/common'
import { addDays, weekOf, type Id, type LocalDay } from '@weibao/kernel'
import type { Tx } from '@weibao/platform'
import { HarvestForecasts } from '@weibao/supply'

interface Harvested {
  readonly cooperativeId: Id
  readonly productId: Id
  readonly harvestMonths: readonly number[]
}

const WEEKS = 6
const STEP_GRAMS = 10_000

/** What of every third product will come in the next six weeks, where they are weeks of its harvest. */
export async function seedForecasts(
  app: INestApplicationContext,
  tx: Tx,
  goods: readonly Harvested[],
  today: LocalDay,
): Promise<void> {
  const forecasts = app.get(HarvestForecasts, { strict: false })
  for (const [index, { cooperativeId, productId, harvestMonths }] of goods.entries()) {
    if (index % 3 !== 0) continue
    for (let n = 1; n <= WEEKS; n += 1) {
      const week = addDays(weekOf(today), 7 * n)
      if (!harvestMonths.includes(Number(week.slice(5, 7)))) continue
      const likelyGrams = STEP_GRAMS * (4 + ((index * 7 + n * 3) % 17))
      await forecasts.put(
        tx,
        cooperativeId,
        {
          productId,
          week,
          lowGrams: likelyGrams - STEP_GRAMS * 2,
          likelyGrams,
          // The further ahead, the less is known.
          highGrams: likelyGrams + STEP_GRAMS * (1 + n),
          note: '',
          version: 0,
        },
        null,
      )
    }
  }
}

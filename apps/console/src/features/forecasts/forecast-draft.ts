import type { HarvestForecast, StateForecast } from '@weibao/contracts/harvest-forecast'
import { addDays, weekOf } from '@weibao/kernel'
import type { FieldErrors } from '../../lib/form'

/** A forecast as it stands in the form: text, until it is checked. */
export interface ForecastDraft {
  readonly productId: string
  readonly week: string
  readonly low: string
  readonly likely: string
  readonly high: string
  readonly note: string
  readonly version: number
}

const MAX_KG = 1_000_000

/** The Mondays of the weeks that can be forecast: a quarter of a year, as far as is often known. */
export function weeksAhead(today: string, count = 13): string[] {
  const first = addDays(weekOf(today), 7)
  return Array.from({ length: count }, (_, n) => addDays(first, 7 * n))
}

export function emptyForecast(today: string): ForecastDraft {
  const [week = ''] = weeksAhead(today, 1)
  return { productId: '', week, low: '', likely: '', high: '', note: '', version: 0 }
}

export function draftOfForecast(forecast: HarvestForecast): ForecastDraft {
  const kg = (grams: number) => String(grams / 1000)
  return {
    productId: forecast.productId,
    week: forecast.week,
    low: kg(forecast.lowGrams),
    likely: kg(forecast.likelyGrams),
    high: kg(forecast.highGrams),
    note: forecast.note,
    version: forecast.version,
  }
}

interface Words {
  readonly needChoice: string
  readonly needKg: string
  readonly needOrder: string
}

/** What is stated, and what is wrong with it by the names of the form's fields. */
export function checkForecast(
  draft: ForecastDraft,
  say: Words,
): { body: StateForecast; found: FieldErrors } {
  const grams = {
    low: gramsOf(draft.low),
    likely: gramsOf(draft.likely),
    high: gramsOf(draft.high),
  }
  const found: Record<string, string> = {}
  if (!draft.productId) found['productId'] = say.needChoice
  for (const name of ['low', 'likely', 'high'] as const)
    if (Number.isNaN(grams[name])) found[name] = say.needKg
  if (grams.likely < grams.low) found['likely'] = say.needOrder
  if (grams.high < grams.likely) found['high'] = say.needOrder
  return {
    body: {
      productId: draft.productId,
      week: draft.week,
      lowGrams: grams.low,
      likelyGrams: grams.likely,
      highGrams: grams.high,
      note: draft.note,
      version: draft.version,
    },
    found,
  }
}

function gramsOf(text: string): number {
  const plain = text.normalize('NFKC').trim()
  const kg = /^\d{1,7}(\.\d{1,3})?$/.test(plain) ? Number(plain) : Number.NaN
  return kg <= MAX_KG ? Math.round(kg * 1000) : Number.NaN
}

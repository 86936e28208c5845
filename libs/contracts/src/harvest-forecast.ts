import { z } from 'zod'
import {
  bilingualSchema,
  countSchema,
  idSchema,
  instantSchema,
  localDaySchema,
  pageQuerySchema,
  pageSchema,
  textSchema,
} from './basics.js'
import { categoryCodeSchema } from './category.js'
import { route } from './route.js'

/** What cooperatives expect to harvest, by week; a week is named by its Monday. */

const massSchema = z.int().min(0).max(1_000_000_000)

const figures = {
  lowGrams: countSchema,
  likelyGrams: countSchema,
  highGrams: countSchema,
}

const harvestForecastSchema = z
  .object({
    id: idSchema,
    productId: idSchema,
    productName: bilingualSchema,
    week: localDaySchema,
    ...figures,
    note: z.string(),
    /** Counts changes: whoever edits names what was read. */
    version: countSchema,
    statedAt: instantSchema,
    /** Of the lots offered whose harvest began that week; null: the week has not ended. */
    arrivedGrams: countSchema.nullable(),
  })
  .meta({ id: 'HarvestForecast' })
export type HarvestForecast = z.infer<typeof harvestForecastSchema>

export const stateForecastSchema = z
  .strictObject({
    productId: idSchema,
    week: localDaySchema,
    lowGrams: massSchema,
    likelyGrams: massSchema,
    highGrams: massSchema,
    note: textSchema(100, 0).default(''),
    /** The version that was read; 0: none was there. */
    version: countSchema,
  })
  .meta({ id: 'StateForecast' })
export type StateForecast = z.output<typeof stateForecastSchema>

const forecastChangeSchema = z
  .object({
    id: idSchema,
    version: countSchema,
    ...figures,
    note: z.string(),
    changedAt: instantSchema,
    /** Name of who did; null: the demonstration, or somebody who is gone. */
    changedBy: z.string().nullable(),
  })
  .meta({ id: 'HarvestForecastChange' })
export type ForecastChange = z.infer<typeof forecastChangeSchema>

const forecastAccuracySchema = z
  .object({
    weeks: countSchema,
    /** Forecasts of the weeks that have ended, and how many of them had what came between low and high. */
    forecasts: countSchema,
    withinRange: countSchema,
    likelyGrams: countSchema,
    arrivedGrams: countSchema,
    /** The sum of how far each was from what came. */
    missedGrams: countSchema,
  })
  .meta({ id: 'ForecastAccuracy' })
export type ForecastAccuracy = z.infer<typeof forecastAccuracySchema>

const comingSchema = z
  .object({
    week: localDaySchema,
    categoryCode: z.string(),
    categoryName: bilingualSchema,
    ...figures,
    cooperatives: countSchema,
    /** The largest first. */
    products: z.array(
      z.object({
        slug: z.string(),
        name: bilingualSchema,
        cooperativeName: bilingualSchema,
        ...figures,
      }),
    ),
  })
  .meta({ id: 'ComingHarvest' })
export type ComingHarvest = z.infer<typeof comingSchema>

const cooperativeParamsSchema = z.strictObject({ cooperativeId: idSchema })

export const harvestForecastRoutes = {
  coming: route({
    method: 'GET',
    path: '/harvest-forecasts',
    summary: 'What cooperatives expect to harvest, by week and category, from this week on',
    access: 'public',
    query: pageQuerySchema.extend({ category: categoryCodeSchema.optional() }),
    response: pageSchema(comingSchema),
    cacheSeconds: 5,
    readySeconds: 3,
    problems: ['request.cursor-invalid'],
  }),
  listOwn: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/harvest-forecasts',
    summary: 'A cooperative’s forecasts: those to come, soonest first, or those past, latest first',
    access: 'lot:manage',
    params: cooperativeParamsSchema,
    query: pageQuerySchema.extend({ when: z.enum(['coming', 'past']).default('coming') }),
    response: pageSchema(harvestForecastSchema),
  }),
  state: route({
    method: 'PUT',
    path: '/cooperatives/:cooperativeId/harvest-forecasts',
    summary: 'States or changes what of a product will come in a week that has not begun',
    access: 'lot:manage',
    params: cooperativeParamsSchema,
    body: stateForecastSchema,
    response: harvestForecastSchema,
    problems: [
      'object.not-found',
      'forecast.week-begun',
      'forecast.range-wrong',
      'forecast.changed-meanwhile',
    ],
  }),
  listChanges: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/harvest-forecasts/:id/changes',
    summary: 'How a forecast came to be what it is, latest first',
    access: 'lot:manage',
    params: z.strictObject({ cooperativeId: idSchema, id: idSchema }),
    query: pageQuerySchema,
    response: pageSchema(forecastChangeSchema),
    problems: ['object.not-found'],
  }),
  accuracy: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/harvest-forecasts/accuracy',
    summary: 'How close a cooperative’s forecasts of the last half year came to what it offered',
    access: 'lot:manage',
    params: cooperativeParamsSchema,
    response: forecastAccuracySchema,
  }),
}

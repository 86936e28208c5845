import { z } from 'zod'
import {
  bilingualSchema,
  fenSchema,
  flagSchema,
  idSchema,
  localDaySchema,
  pageQuerySchema,
  slugSchema,
  textSchema,
} from './basics.js'
import { categoryCodeSchema } from './category.js'
import { paperKinds } from './paper-kinds.js'
import { skuSchema } from './sku.js'
import { townshipCodeSchema } from './township.js'

/** The catalogue: what shoppers see, and what a cooperative edits. */

export const temperatureModeSchema = z
  .enum(['none', 'chilled', 'frozen'])
  .meta({ id: 'TemperatureMode', description: 'How it travels: ambient, chilled by air, frozen' })
export type TemperatureMode = z.infer<typeof temperatureModeSchema>

/**
 * A picture by convention: `${base}-square-640.webp`, `${base}-wide-960.webp` and so on below the
 * origin; `alt` says what is seen.
 */
export const pictureSchema = z
  .object({ base: z.string(), alt: bilingualSchema })
  .meta({ id: 'Picture' })
export type Picture = z.infer<typeof pictureSchema>

/** `low`: few left. `upcoming`: a harvest is announced. `off-season`: nothing is offered now. */
export const availabilitySchema = z
  .enum(['on-sale', 'low', 'upcoming', 'sold-out', 'off-season'])
  .meta({ id: 'Availability' })
export type Availability = z.infer<typeof availabilitySchema>

export const seasonSchema = z
  .object({
    harvestMonths: z.array(z.int().min(1).max(12)),
    isNow: z.boolean(),
    /** Season of the lots on sale: first harvest day to the last day it can be sent. */
    from: localDaySchema.nullable(),
    to: localDaySchema.nullable(),
    /** First harvest day of what is announced and not on sale yet. */
    nextFrom: localDaySchema.nullable(),
  })
  .meta({ id: 'Season' })
export type Season = z.infer<typeof seasonSchema>

export const productRatingSchema = z
  .object({
    count: z.int(),
    /** Tenths of a star. */
    averageTenths: z.int(),
  })
  .nullable()

export const productCardSchema = z
  .object({
    id: idSchema,
    slug: z.string(),
    name: bilingualSchema,
    categoryCode: z.string(),
    townshipCode: z.string(),
    townshipName: bilingualSchema,
    cooperativeSlug: z.string(),
    cooperativeName: bilingualSchema,
    picture: pictureSchema,
    /** The cheapest sku: its id (for "into the cart"), pack, price and price of 500 g. */
    skuId: idSchema,
    pack: bilingualSchema,
    priceFen: fenSchema,
    pricePer500gFen: fenSchema.nullable(),
    skuCount: z.int(),
    availability: availabilitySchema,
    /** Packages left over all skus; exact when few, a recent figure otherwise. */
    left: z.int(),
    season: seasonSchema,
    temperatureMode: temperatureModeSchema,
    isRecognised: z.boolean(),
    /** What those who received it gave; null without reviews. */
    rating: productRatingSchema,
    isGift: z.boolean(),
    isCanteen: z.boolean(),
    isBusinessOnly: z.boolean(),
    isAdultOnly: z.boolean(),
  })
  .meta({ id: 'ProductCard' })
export type ProductCard = z.infer<typeof productCardSchema>

const facetValueSchema = z.object({ value: z.string(), name: bilingualSchema, count: z.int() })
/** What a further choice would leave, each counted with all other filters as they stand. */
export const facetsSchema = z
  .object({
    category: z.array(facetValueSchema),
    township: z.array(facetValueSchema),
    temperature: z.array(facetValueSchema),
    season: z.int(),
    gift: z.int(),
    canteen: z.int(),
    recognised: z.int(),
    minPriceFen: fenSchema.nullable(),
    maxPriceFen: fenSchema.nullable(),
  })
  .meta({ id: 'ProductFacets' })
export type ProductFacets = z.infer<typeof facetsSchema>

/** Several codes in one parameter: by comma, or the parameter several times. */
function codesOf(code: z.ZodString) {
  return z
    .union([z.string().max(400), z.array(z.string().max(400)).max(20)])
    .transform((given) => [given].flat().flatMap((text) => text.split(',')))
    .pipe(z.array(code).min(1).max(20))
}

export const productSortSchema = z.enum(['recommended', 'price-asc', 'price-desc', 'newest'])
export type ProductSort = z.infer<typeof productSortSchema>

export const productListQuerySchema = pageQuerySchema.extend({
  /** Chinese of any length, pinyin, initials, English; words apart by space must all be found. */
  q: textSchema(40).optional(),
  category: codesOf(categoryCodeSchema).optional(),
  township: codesOf(townshipCodeSchema).optional(),
  cooperative: slugSchema.optional(),
  temperature: codesOf(z.string().regex(/^(none|chilled|frozen)$/)).optional(),
  /** In season today. */
  season: flagSchema.optional(),
  gift: flagSchema.optional(),
  canteen: flagSchema.optional(),
  recognised: flagSchema.optional(),
  /** Whether only what can be bought now. */
  onSale: flagSchema.optional(),
  minPriceFen: z.coerce.number().int().min(0).max(100_000_000).optional(),
  maxPriceFen: z.coerce.number().int().min(0).max(100_000_000).optional(),
  sort: productSortSchema.default('recommended'),
})
export type ProductListQuery = z.output<typeof productListQuerySchema>

export const productListSchema = z
  .object({
    items: z.array(productCardSchema),
    nextCursor: z.string().nullable(),
    /** With the first page only. */
    total: z.int().nullable(),
    facets: facetsSchema.nullable(),
    /** Nothing holds the words as written: these hold all their characters, in any order. */
    isRelaxed: z.boolean(),
  })
  .meta({ id: 'ProductList' })
export type ProductList = z.infer<typeof productListSchema>

export const suggestionSchema = z
  .object({
    kind: z.enum(['product', 'bundle', 'category', 'township', 'cooperative']),
    /** Slug of a product, gift box or cooperative, code of a category or township. */
    value: z.string(),
    name: bilingualSchema,
  })
  .meta({ id: 'Suggestion' })
export type Suggestion = z.infer<typeof suggestionSchema>

/** The label on a jar: what is known of a lot that is on sale or announced. */
export const lotLabelSchema = z
  .object({
    code: z.string(),
    skuId: idSchema,
    harvestFrom: localDaySchema,
    harvestTo: localDaySchema,
    dispatchFrom: localDaySchema,
    dispatchTo: localDaySchema,
    bestBefore: localDaySchema.nullable(),
    townshipCode: z.string(),
    village: bilingualSchema.nullable(),
    grade: bilingualSchema,
    labels: z.array(z.string()),
    left: z.int(),
    isUpcoming: z.boolean(),
  })
  .meta({ id: 'LotLabel' })
export type LotLabel = z.infer<typeof lotLabelSchema>

export const recognitionSchema = z
  .object({
    number: z.string(),
    state: z.enum(['applied', 'recognised', 'refused', 'lapsed', 'revoked']),
    validFrom: localDaySchema.nullable(),
    validTo: localDaySchema.nullable(),
    isDemonstration: z.boolean(),
  })
  .meta({ id: 'Recognition' })

export const paperSchema = z
  .object({
    kind: z.enum(paperKinds),
    number: z.string(),
    issuedOn: localDaySchema,
    expiresOn: localDaySchema.nullable(),
    isDemonstration: z.boolean(),
  })
  .meta({ id: 'Paper' })
export type Paper = z.infer<typeof paperSchema>

const factSchema = z.object({ text: bilingualSchema, year: z.int().nullable() })

export const productSchema = z
  .object({
    id: idSchema,
    slug: z.string(),
    name: bilingualSchema,
    categoryCode: z.string(),
    categoryName: bilingualSchema,
    /** Where it comes from: a township (`townshipCode` and its villages), or the county at large. */
    originScope: z.enum(['township', 'county']),
    townshipCode: z.string(),
    townshipName: bilingualSchema,
    villages: z.array(bilingualSchema),
    /** Whether a public source places this product in Weixi. */
    isVerified: z.boolean(),
    /** Which of price, pack, shelf life and harvest months are estimates of the demonstration. */
    estimatedFields: z.array(z.string()),
    picture: pictureSchema,
    /** Photographs; none where the picture is drawn. */
    pictures: z.array(pictureSchema),
    story: bilingualSchema,
    facts: z.array(factSchema),
    storage: bilingualSchema,
    use: bilingualSchema,
    shelfLifeDays: z.int().nullable(),
    compliance: z.array(bilingualSchema),
    temperatureMode: temperatureModeSchema,
    season: seasonSchema,
    availability: availabilitySchema,
    /** Its cooperative is suspended: not on sale at present. */
    isPaused: z.boolean(),
    isGift: z.boolean(),
    isCanteen: z.boolean(),
    isBusinessOnly: z.boolean(),
    isAdultOnly: z.boolean(),
    /** Fresh goods: no 7-day return without a reason, if the buyer agrees in checkout. */
    isReturnException: z.boolean(),
    skus: z.array(skuSchema),
    lots: z.array(lotLabelSchema),
    isRecognised: z.boolean(),
    rating: productRatingSchema,
    recognition: recognitionSchema.nullable(),
    papers: z.array(paperSchema),
    cooperative: z.object({
      id: idSchema,
      slug: z.string(),
      name: bilingualSchema,
      townshipName: bilingualSchema,
      memberFarmers: z.int(),
      summary: bilingualSchema,
      isDemonstration: z.boolean(),
    }),
  })
  .meta({ id: 'Product' })
export type Product = z.infer<typeof productSchema>

import { z } from 'zod'
import { bilingualSchema, countSchema, fenSchema, idSchema, localDaySchema } from './basics.js'
import { route } from './route.js'

/** Gift boxes that a trade union can give each of its people within its budget, by a wanted day. */

const giftBoxSchema = z.object({
  id: idSchema,
  slug: z.string(),
  name: bilingualSchema,
  cooperativeName: bilingualSchema,
  isAdultOnly: z.boolean(),
})

const giftLineSchema = z.object({
  skuId: idSchema,
  productId: idSchema,
  categoryCode: z.string(),
  name: bilingualSchema,
  skuName: bilingualSchema,
  townshipName: bilingualSchema,
  packGrams: countSchema,
  /** Packages for each head, and for all of them. */
  packsPerHead: countSchema,
  packs: countSchema,
  massGrams: countSchema,
  /** Price and freight of a kilogram at the door in Baoshan. */
  landedFenPerKg: fenSchema,
  amountFen: fenSchema,
  /** On the wanted day. */
  isRecognised: z.boolean(),
})
export type GiftLine = z.infer<typeof giftLineSchema>

const giftProposalSchema = z
  .object({
    /** Its boxes' ids, joined by a plus. */
    key: z.string(),
    /** Each head gets one of each. */
    boxes: z.array(giftBoxSchema).min(1).max(2),
    /** At the door, freight included; never more than the budget. */
    perHeadFen: fenSchema,
    totalFen: fenSchema,
    recognisedBasisPoints: z.int().min(0).max(10_000),
    /** For how many heads the packs that are left now are enough. */
    enoughFor: countSchema,
    lines: z.array(giftLineSchema),
  })
  .meta({ id: 'GiftProposal' })
export type GiftProposal = z.infer<typeof giftProposalSchema>

const giftProposalsSchema = z
  .object({
    items: z.array(giftProposalSchema),
    /** Boxes that fit not even alone, by the first thing that stood against them. */
    leftOut: z.object({
      season: countSchema,
      stock: countSchema,
      mass: countSchema,
      budget: countSchema,
    }),
  })
  .meta({ id: 'GiftProposals' })
export type GiftProposals = z.infer<typeof giftProposalsSchema>

const giftWishSchema = z.strictObject({
  perHeadFen: z.coerce.number().int().min(1000).max(10_000_000),
  headcount: z.coerce.number().int().min(1).max(100_000),
  deliverOn: localDaySchema,
})
export type GiftWish = z.output<typeof giftWishSchema>

export const giftProposalRoutes = {
  propose: route({
    method: 'GET',
    path: '/buyers/:buyerId/gift-proposals',
    summary: 'Gift boxes for so many heads within a budget each, nearest to the budget first',
    access: 'demand:read',
    params: z.strictObject({ buyerId: idSchema }),
    query: giftWishSchema,
    response: giftProposalsSchema,
    rate: 'search',
    problems: ['demand.window-past'],
  }),
}

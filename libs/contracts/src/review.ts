import { z } from 'zod'
import {
  bilingualSchema,
  flagSchema,
  idParamsSchema,
  idSchema,
  instantSchema,
  pageQuerySchema,
  pageSchema,
  slugSchema,
  textSchema,
} from './basics.js'
import { route } from './route.js'

/** What those who received the goods say of them, and what the cooperative answers. */

const ratingSchema = z.int().min(1).max(5).meta({ id: 'Rating', description: 'Stars, 1 to 5' })
export const MAX_REVIEW_TEXT = 500
export const MAX_REVIEW_PHOTOS = 6

const photosSchema = z.array(z.object({ id: idSchema, width: z.int(), height: z.int() }))

const answerSchema = z.object({ text: z.string(), at: instantSchema }).nullable()

export const reviewSchema = z
  .object({
    id: idSchema,
    rating: ratingSchema,
    text: z.string(),
    /** Masked: `陈**`. */
    author: z.string(),
    skuName: bilingualSchema,
    writtenAt: instantSchema,
    /** When its author last changed it; null when never. */
    editedAt: instantSchema.nullable(),
    answer: answerSchema,
    photos: photosSchema,
    /** What its author added later. */
    addition: z.object({ text: z.string(), at: instantSchema, photos: photosSchema }).nullable(),
    /** How many find it useful. */
    usefulCount: z.int(),
  })
  .meta({ id: 'Review' })
export type Review = z.infer<typeof reviewSchema>

export const ratingSummarySchema = z
  .object({
    count: z.int(),
    /** Tenths of a star, rounded; null without reviews. */
    averageTenths: z.int().nullable(),
    /** How many gave one star, two …, five. */
    byStars: z.array(z.int()).length(5),
  })
  .meta({ id: 'RatingSummary' })
export type RatingSummary = z.infer<typeof ratingSummarySchema>

/** A line of the buyer's order with the review of it, if any. */
export const reviewableLineSchema = z
  .object({
    orderLineId: idSchema,
    productSlug: z.string(),
    name: bilingualSchema,
    skuName: bilingualSchema,
    review: reviewSchema.extend({ isHidden: z.boolean() }).nullable(),
    /** Received, and either not reviewed yet or still within the days for changes. */
    canWrite: z.boolean(),
    /** Reviewed, nothing added yet, and still within the days for it. */
    canAdd: z.boolean(),
  })
  .meta({ id: 'ReviewableLine' })
export type ReviewableLine = z.infer<typeof reviewableLineSchema>

/** As its cooperative and the administration see it. */
export const managedReviewSchema = reviewSchema
  .extend({
    productSlug: z.string(),
    productName: bilingualSchema,
    orderId: idSchema,
    orderNumber: z.string(),
    isHidden: z.boolean(),
    hiddenReason: z.string(),
    reports: z.int(),
  })
  .meta({ id: 'ManagedReview' })
export type ManagedReview = z.infer<typeof managedReviewSchema>

const photoIdsSchema = z
  .array(idSchema)
  .max(MAX_REVIEW_PHOTOS)
  .refine((ids) => new Set(ids).size === ids.length)
const writeSchema = z.strictObject({
  rating: ratingSchema,
  text: textSchema(MAX_REVIEW_TEXT, 0),
  /** All that it shall show, also those that it shows already. */
  photoIds: photoIdsSchema.default([]),
})
const additionSchema = z.strictObject({
  text: textSchema(MAX_REVIEW_TEXT, 2),
  photoIds: photoIdsSchema.default([]),
})
const answerBodySchema = z.strictObject({ text: textSchema(300, 2) })
const reasonBodySchema = z.strictObject({ reason: textSchema(200, 4) })
const lineParamsSchema = z.strictObject({ orderLineId: idSchema })

export const reviewRoutes = {
  listOfProduct: route({
    method: 'GET',
    path: '/products/:slug/reviews',
    summary: 'Reviews of a product by those who received it, newest or most useful first',
    access: 'public',
    params: z.strictObject({ slug: slugSchema }),
    query: pageQuerySchema.extend({
      stars: z.coerce.number().int().min(1).max(5).optional(),
      withPhotos: flagSchema.optional(),
      sort: z.enum(['newest', 'useful']).default('newest'),
    }),
    response: pageSchema(reviewSchema).extend({
      summary: ratingSummarySchema,
      /** How many show photographs. */
      withPhotos: z.int(),
    }),
    cacheSeconds: 5,
    problems: ['object.not-found', 'request.cursor-invalid'],
  }),
  ofOrder: route({
    method: 'GET',
    path: '/orders/:id/reviews',
    summary: 'The lines of the visitor’s own order with their reviews',
    access: 'public',
    params: idParamsSchema,
    response: z.object({ items: z.array(reviewableLineSchema) }),
    problems: ['object.not-found'],
  }),
  write: route({
    method: 'PUT',
    path: '/order-lines/:orderLineId/review',
    summary: 'Reviews what was received, or changes the review within the set days',
    access: 'public',
    params: lineParamsSchema,
    body: writeSchema,
    response: reviewableLineSchema,
    problems: [
      'object.not-found',
      'review.not-received',
      'review.edit-over',
      'review.photos-unknown',
    ],
  }),
  add: route({
    method: 'POST',
    path: '/reviews/:id/addition',
    summary: 'Its author adds to a review, once, within the set days',
    access: 'public',
    params: idParamsSchema,
    body: additionSchema,
    response: reviewableLineSchema,
    problems: [
      'object.not-found',
      'review.added-already',
      'review.addition-over',
      'review.photos-unknown',
    ],
  }),
  uploadPhoto: route({
    method: 'POST',
    path: '/order-lines/:orderLineId/review-photos',
    summary: 'Uploads a photograph for a review of what was received',
    access: 'public',
    rate: 'heavy',
    status: 201,
    consumes: 'multipart',
    params: lineParamsSchema,
    response: z.object({ id: idSchema, width: z.int(), height: z.int() }),
    problems: [
      'object.not-found',
      'review.not-received',
      'review.photos-full',
      'file.missing',
      'file.too-large',
      'file.too-many-pixels',
      'file.type-not-allowed',
      'file.damaged',
    ],
  }),
  photo: route({
    method: 'GET',
    path: '/review-photos/:id',
    summary:
      'A photograph of a review that is shown; before that, and hidden, for its author and moderators',
    access: 'public',
    params: idParamsSchema,
    produces: 'file',
    problems: ['object.not-found'],
  }),
  vote: route({
    method: 'PUT',
    path: '/reviews/:id/vote',
    summary: 'Somebody finds a review useful; once a person, not one’s own',
    access: 'account:manage',
    params: idParamsSchema,
    response: z.object({ usefulCount: z.int() }),
    problems: ['object.not-found', 'review.own-vote'],
  }),
  unvote: route({
    method: 'DELETE',
    path: '/reviews/:id/vote',
    summary: 'Takes a vote back',
    access: 'account:manage',
    params: idParamsSchema,
    response: z.object({ usefulCount: z.int() }),
    problems: ['object.not-found'],
  }),
  myVotes: route({
    method: 'GET',
    path: '/products/:slug/review-votes',
    summary: 'Which reviews of a product the caller finds useful',
    access: 'account:manage',
    params: z.strictObject({ slug: slugSchema }),
    response: z.object({ reviewIds: z.array(idSchema) }),
  }),
  report: route({
    method: 'POST',
    path: '/reviews/:id/reports',
    summary: 'Tells the administration that a review breaks the rules; once a person',
    access: 'account:manage',
    params: idParamsSchema,
    body: reasonBodySchema,
    problems: ['object.not-found'],
  }),
  listOfCooperative: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/reviews',
    summary: 'Reviews of a cooperative’s goods; those to answer first when asked for',
    access: 'review:answer',
    params: z.strictObject({ cooperativeId: idSchema }),
    query: pageQuerySchema.extend({ answered: z.enum(['yes', 'no']).optional() }),
    response: pageSchema(managedReviewSchema).extend({ toAnswer: z.int() }),
  }),
  answer: route({
    method: 'POST',
    path: '/reviews/:id/answer',
    summary: 'The cooperative answers a review, once',
    access: 'review:answer',
    params: idParamsSchema,
    body: answerBodySchema,
    response: managedReviewSchema,
    problems: ['object.not-found', 'review.answered'],
  }),
  listAll: route({
    method: 'GET',
    path: '/administration/reviews',
    summary: 'Reviews for moderation: reported, hidden or all, newest first',
    access: 'review:moderate',
    query: pageQuerySchema.extend({ state: z.enum(['reported', 'hidden']).optional() }),
    response: pageSchema(managedReviewSchema),
  }),
  hide: route({
    method: 'POST',
    path: '/reviews/:id/hiding',
    summary: 'Takes a review out of sight, with a reason; its rating no longer counts',
    access: 'review:moderate',
    params: idParamsSchema,
    body: reasonBodySchema,
    response: managedReviewSchema,
    problems: ['object.not-found'],
  }),
  restore: route({
    method: 'POST',
    path: '/reviews/:id/restoration',
    summary: 'Shows a hidden review again, with a reason',
    access: 'review:moderate',
    params: idParamsSchema,
    body: reasonBodySchema,
    response: managedReviewSchema,
    problems: ['object.not-found'],
  }),
}

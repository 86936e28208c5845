import { z } from 'zod'
import {
  bilingualSchema,
  idParamsSchema,
  idSchema,
  longTextSchema,
  pageQuerySchema,
  pageSchema,
} from './basics.js'
import { managedPaperSchema } from './paper.js'
import {
  approvedFactsSchema,
  managedProductSchema,
  reviewSummarySchema,
} from './product-management.js'
import { route } from './route.js'

/** What cooperatives hand in and the liaison decides. */

export const productReviewRowSchema = reviewSummarySchema
  .omit({ facts: true })
  .extend({
    productId: idSchema,
    productName: bilingualSchema,
    cooperativeId: idSchema,
    cooperativeName: bilingualSchema,
    /** Names of the sensitive facts that differ from what was approved last; all, at first. */
    changed: z.array(z.string()),
  })
  .meta({ id: 'ProductReviewRow' })
export type ProductReviewRow = z.infer<typeof productReviewRowSchema>

export const productReviewSchema = productReviewRowSchema
  .extend({
    /** What was approved last; null when the product was never listed. */
    before: approvedFactsSchema.nullable(),
    facts: approvedFactsSchema,
    product: managedProductSchema,
    papers: z.array(managedPaperSchema),
    /** Whether the caller handed it in, and so must leave the decision to somebody else. */
    isOwn: z.boolean(),
  })
  .meta({ id: 'ProductReview' })
export type ProductReview = z.infer<typeof productReviewSchema>

export const decideReviewSchema = z
  .strictObject({
    state: z.enum(['approved', 'returned']),
    /** Needed to return: the cooperative reads it. */
    reason: longTextSchema(500).default(''),
  })
  .meta({ id: 'DecideReview' })
export type DecideReview = z.output<typeof decideReviewSchema>

export const productReviewRoutes = {
  list: route({
    method: 'GET',
    path: '/administration/product-reviews',
    summary: 'What cooperatives handed in, the longest waiting first; decided ones newest first',
    access: 'product:approve',
    query: pageQuerySchema.extend({
      state: z.enum(['waiting', 'approved', 'returned']).default('waiting'),
    }),
    response: pageSchema(productReviewRowSchema),
  }),
  get: route({
    method: 'GET',
    path: '/administration/product-reviews/:id',
    summary: 'One of them: the product, its papers, and what changed since it was approved',
    access: 'product:approve',
    params: idParamsSchema,
    response: productReviewSchema,
  }),
  decide: route({
    method: 'POST',
    path: '/administration/product-reviews/:id/decision',
    summary: 'Approves it, or returns it with a reason',
    access: 'product:approve',
    params: idParamsSchema,
    body: decideReviewSchema,
    response: productReviewSchema,
    problems: [
      'review.decided-already',
      'review.decided-by-submitter',
      'review.reason-needed',
      'product.papers-missing',
    ],
  }),
}

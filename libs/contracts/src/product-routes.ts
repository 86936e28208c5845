import { z } from 'zod'
import { slugSchema, textSchema } from './basics.js'
import {
  productCardSchema,
  productListQuerySchema,
  productListSchema,
  suggestionSchema,
  productSchema,
} from './product.js'
import { route } from './route.js'

/** What is asked of the catalogue (product.ts) by whoever visits, and at which address. */

const slugParamsSchema = z.strictObject({ slug: slugSchema })

export const productRoutes = {
  list: route({
    method: 'GET',
    path: '/products',
    summary: 'Lists and searches the goods on offer, with facets',
    access: 'public',
    query: productListQuerySchema,
    response: productListSchema,
    rate: 'search',
    cacheSeconds: 5,
    readySeconds: 3,
    problems: ['request.cursor-invalid'],
  }),
  suggest: route({
    method: 'GET',
    path: '/product-suggestions',
    summary:
      'What the visitor may be typing: goods, gift boxes, categories, townships, cooperatives',
    access: 'public',
    query: z.strictObject({ q: textSchema(40) }),
    response: z.object({ items: z.array(suggestionSchema) }),
    rate: 'search',
    cacheSeconds: 60,
  }),
  get: route({
    method: 'GET',
    path: '/products/:slug',
    summary: 'A product with its skus, lots, cooperative, recognition and papers',
    access: 'public',
    params: slugParamsSchema,
    response: productSchema,
    cacheSeconds: 5,
    readySeconds: 3,
  }),
  related: route({
    method: 'GET',
    path: '/products/:slug/related',
    summary: 'The same cooperative’s other goods, then others of the category',
    access: 'public',
    params: slugParamsSchema,
    response: z.object({ items: z.array(productCardSchema) }),
    cacheSeconds: 30,
  }),
}

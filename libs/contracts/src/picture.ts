import { z } from 'zod'
import { idSchema, slugSchema, textSchema } from './basics.js'
import { managedProductSchema } from './product-management.js'
import { route } from './route.js'

/** Photographs of products: uploaded by their cooperative, served to everybody. */

/** The files made of each photograph; pictures that are drawn have the same. */
export const pictureVariants = ['square-320', 'square-640', 'wide-960'] as const
export type PictureVariant = (typeof pictureVariants)[number]

const variantPattern = pictureVariants.join('|')
const altSchema = z.strictObject({ zh: textSchema(120, 0), en: textSchema(200, 0) })

const ownProductSchema = z.strictObject({ cooperativeId: idSchema, id: idSchema })

export const pictureRoutes = {
  serve: route({
    method: 'GET',
    path: '/pictures/:name',
    summary: 'A photograph at one of its sizes; its content never changes',
    access: 'public',
    params: z.strictObject({
      name: z.string().regex(new RegExp(`^[0-9a-f-]{36}-(${variantPattern})\\.webp$`)),
    }),
    produces: 'file',
    rate: 'unlimited',
  }),
  serveFirst: route({
    method: 'GET',
    path: '/product-pictures/:slug/:variant',
    summary: 'The first photograph of a product by its slug: for what knows no more of it',
    access: 'public',
    params: z.strictObject({ slug: slugSchema, variant: z.enum(pictureVariants) }),
    produces: 'file',
    rate: 'unlimited',
  }),
  add: route({
    method: 'POST',
    path: '/cooperatives/:cooperativeId/products/:id/pictures',
    summary: 'Adds a photograph (JPEG, PNG or WebP) to a product; metadata is taken out',
    access: 'product:manage',
    params: ownProductSchema,
    consumes: 'multipart',
    response: managedProductSchema,
    status: 201,
    rate: 'heavy',
    problems: [
      'file.missing',
      'file.too-large',
      'file.type-not-allowed',
      'file.damaged',
      'file.too-many-pixels',
      'picture.too-many',
      'picture.too-small',
    ],
  }),
  arrange: route({
    method: 'PUT',
    path: '/cooperatives/:cooperativeId/products/:id/pictures',
    summary: 'Orders the photographs, says what is seen on each, removes those left out',
    access: 'product:manage',
    params: ownProductSchema,
    body: z.strictObject({
      pictures: z.array(z.strictObject({ id: idSchema, alt: altSchema })).max(8),
    }),
    response: managedProductSchema,
    problems: ['product.edited-meanwhile', 'picture.last-of-listed'],
  }),
}

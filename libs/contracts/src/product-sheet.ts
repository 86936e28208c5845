import { z } from 'zod'
import { idSchema } from './basics.js'
import { sheetImportRoutes } from './sheet.js'

export const productSheetRoutes = sheetImportRoutes(
  'products',
  '/cooperatives/:cooperativeId/product-imports',
  'product:manage',
  z.strictObject({ cooperativeId: idSchema }),
)

import { z } from 'zod'
import { idSchema } from './basics.js'
import { sheetImportRoutes } from './sheet.js'

export const lotSheetRoutes = sheetImportRoutes(
  'lots',
  '/cooperatives/:cooperativeId/lot-imports',
  'lot:manage',
  z.strictObject({ cooperativeId: idSchema }),
)

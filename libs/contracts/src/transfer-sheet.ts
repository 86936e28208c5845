import { z } from 'zod'
import { sheetImportRoutes } from './sheet.js'

/** The bank's statement as a sheet: what came in, proposed against the payments that wait for it. */
export const transferSheetRoutes = sheetImportRoutes(
  'transfers that came in',
  '/administration/transfer-imports',
  'transfer:record',
  z.strictObject({}),
)

import type { demandSheetRoutes } from '@weibao/contracts/demand-sheet'
import { fileEndpoint, uploadEndpoint, uploadForFile } from './upload.js'

type Routes = typeof demandSheetRoutes

export const demandSheets = {
  template: fileEndpoint<Routes['template']>('GET', '/buyers/:buyerId/demand-sheets/template'),
  check: uploadEndpoint<Routes['check']>('POST', '/buyers/:buyerId/demand-sheets/check'),
  marked: uploadForFile<Routes['marked']>('POST', '/buyers/:buyerId/demand-sheets/marked'),
  import: uploadEndpoint<Routes['import']>('POST', '/buyers/:buyerId/demand-sheets'),
}

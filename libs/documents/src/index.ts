export { DocumentsConfig } from './documents-config.js'
export { DocumentsModule } from './documents.module.js'
export { acceptFile, acceptImage } from './files/accepted-file.js'
export { downloadHeaders } from './files/file-download.js'
export { Files } from './files/file.service.js'
export { readUpload } from './files/upload.js'
export { Contacts, type Contact } from './messages/contacts.js'
export { Notifier } from './messages/notifier.service.js'
export { NumberSeries } from './numbers/number-series.js'
export { startWorker, workerModule } from './offload/worker-lane.js'
export type { PdfDocument } from './pdf/pdf-document.js'
export { renderPdf } from './pdf/pdf-renderer.js'
export { yuanText } from './sheets/cell-parsing.js'
export { writeBankFile, type BankFileLine } from './sheets/bank-file.js'
export {
  sheetColumns,
  type SheetColumn,
  type SheetColumns,
  type SheetValues,
} from './sheets/sheet-columns.js'
export type { SheetError } from './sheets/sheet-errors.js'
export { sheetCheckOf } from './sheets/sheet-check.js'
export {
  markSheet,
  readSheet,
  templateSheet,
  writeSheet,
  type SheetReading,
} from './sheets/sheet-files.js'
export { SheetImports, type SheetAct, type SheetRows } from './sheets/sheet-imports.js'
export { Webhooks } from './webhooks/webhooks.service.js'

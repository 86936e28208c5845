import { serveLane } from '../offload/worker-port.js'
import { writeCsv } from './csv-writer.js'
import type { SheetColumns } from './sheet-columns.js'
import { completeMeta, contentDigest, type SheetContent } from './sheet-content.js'
import { markedContent, type SheetMarking } from './sheet-marking.js'
import { readWholeSheet, type PlainReading } from './sheet-reading.js'
import { writeXlsx } from './xlsx-writer.js'

export type SheetFormat = 'xlsx' | 'csv'
export type SheetJob =
  | {
      readonly kind: 'read'
      readonly bytes: Uint8Array
      readonly columns: SheetColumns
      readonly ignoresOthers: boolean
    }
  | { readonly kind: 'mark'; readonly bytes: Uint8Array; readonly marking: SheetMarking }
  | { readonly kind: 'write'; readonly format: SheetFormat; readonly content: SheetContent }

export type SheetResult =
  | { readonly kind: 'read'; readonly reading: PlainReading }
  | { readonly kind: 'write'; readonly bytes: Uint8Array; readonly digest: string }

serveLane<SheetJob, SheetResult>((job) => {
  switch (job.kind) {
    case 'read':
      return {
        kind: 'read',
        reading: readWholeSheet(bufferOf(job.bytes), job.columns, job.ignoresOthers),
      }
    case 'mark':
      return written('xlsx', markedContent(bufferOf(job.bytes), job.marking))
    case 'write':
      return written(job.format, job.content)
  }
})

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

function written(format: SheetFormat, content: SheetContent): SheetResult {
  const digest = contentDigest(content)
  const meta = completeMeta(content, digest)
  const bytes = format === 'csv' ? writeCsv(content, meta) : writeXlsx(content, meta)
  return { kind: 'write', bytes: new Uint8Array(bytes), digest }
}

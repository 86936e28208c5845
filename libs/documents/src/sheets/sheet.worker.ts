import { serveLane } from '../offload/worker-port.js'
import { writeCsv } from './csv-writer.js'
import type { SheetColumns } from './sheet-columns.js'
import { completeMeta, contentDigest, type SheetContent } from './sheet-content.js'
import { readWholeSheet, type PlainReading } from './sheet-reading.js'
import { writeXlsx } from './xlsx-writer.js'

export type SheetFormat = 'xlsx' | 'csv'
export type SheetJob =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly columns: SheetColumns }
  | { readonly kind: 'write'; readonly format: SheetFormat; readonly content: SheetContent }

export type SheetResult =
  | { readonly kind: 'read'; readonly reading: PlainReading }
  | { readonly kind: 'write'; readonly bytes: Uint8Array; readonly digest: string }

serveLane<SheetJob, SheetResult>((job) => {
  if (job.kind === 'read') {
    const { buffer, byteOffset, byteLength } = job.bytes
    const bytes = Buffer.from(buffer, byteOffset, byteLength)
    return { kind: 'read', reading: readWholeSheet(bytes, job.columns) }
  }
  const digest = contentDigest(job.content)
  const meta = completeMeta(job.content, digest)
  const bytes = job.format === 'csv' ? writeCsv(job.content, meta) : writeXlsx(job.content, meta)
  return { kind: 'write', bytes: new Uint8Array(bytes), digest }
})

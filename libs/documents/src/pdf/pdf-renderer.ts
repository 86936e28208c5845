import { refusal } from '@weibao/platform'
import { WorkerLane, workerModule } from '../offload/worker-lane.js'
import { PDF_LIMITS, type PdfDocument } from './pdf-document.js'

const lane = new WorkerLane<PdfDocument, Uint8Array>(workerModule('pdf.worker', import.meta.url), {
  seconds: 60,
  memoryMegabytes: 512,
  queue: 50,
})

/**
 * Renders a paper as PDF (A4, fonts embedded as subsets) off the event loop. The same document
 * always gives the same bytes. Refuses with `document.too-large` beyond `PDF_LIMITS`.
 */
export async function renderPdf(document: PdfDocument): Promise<Uint8Array> {
  const tooLarge =
    document.blocks.length > PDF_LIMITS.blocks ||
    document.blocks.some(
      (block) =>
        (block.kind === 'table' && block.rows.length > PDF_LIMITS.tableRows) ||
        (block.kind === 'paragraph' && block.text.length > PDF_LIMITS.textLength),
    )
  if (tooLarge) throw refusal('document.too-large')
  return lane.run(document)
}

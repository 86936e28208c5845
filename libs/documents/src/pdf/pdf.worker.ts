import { serveLane } from '../offload/worker-port.js'
import type { PdfDocument } from './pdf-document.js'
import { drawPdf } from './pdf-drawing.js'

serveLane<PdfDocument, Uint8Array>(
  async (document) => new Uint8Array(await drawPdf(document)),
  (bytes) => bytes,
)

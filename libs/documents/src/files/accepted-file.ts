import { createHash } from 'node:crypto'
import { refusal } from '@weibao/platform'
import sharp from 'sharp'
import { detectType, FILE_TYPES, type FileType } from './file-types.js'

export const FILE_LIMITS = {
  bytes: 10 * 1024 * 1024,
  /** Width × height of a picture that is still decoded. */
  megapixels: 40,
  /** Longer side of what is kept. */
  longestSide: 2_400,
} as const

export interface AcceptedFile {
  readonly bytes: Buffer
  readonly mime: string
  readonly extension: string
  readonly sha256: string
}
export interface AcceptedImage extends AcceptedFile {
  readonly width: number
  readonly height: number
}

/**
 * Takes an upload whose content is of one of the allowed types, whatever its name says. Pictures
 * are to be taken by `acceptImage`. Refuses with `file.too-large` or `file.type-not-allowed`.
 */
export function acceptFile(bytes: Uint8Array, allowed: readonly FileType[]): AcceptedFile {
  const buffer = toBuffer(bytes)
  const type = detectType(buffer)
  if (!type || !allowed.includes(type)) {
    const names = allowed.map((each) => FILE_TYPES[each].extension).join(', ')
    throw refusal('file.type-not-allowed', { allowed: names })
  }
  return { bytes: buffer, sha256: sha256Of(buffer), ...FILE_TYPES[type] }
}

/**
 * Takes a photograph (JPEG, PNG or WebP; never SVG) and encodes it anew as WebP: turned upright, at
 * most 2,400 pixels long, without metadata (places, devices) and without anything hidden behind it.
 */
export async function acceptImage(bytes: Uint8Array): Promise<AcceptedImage> {
  acceptFile(bytes, ['jpeg', 'png', 'webp'])
  const limits = { limitInputPixels: FILE_LIMITS.megapixels * 1_000_000, failOn: 'error' as const }
  const picture = sharp(toBuffer(bytes), limits)
  const size = await picture.metadata().catch((error: unknown) => refuseImage(error))
  if (size.width * size.height > limits.limitInputPixels) {
    throw refusal('file.too-many-pixels', { megapixels: FILE_LIMITS.megapixels })
  }
  const { longestSide } = FILE_LIMITS
  const { data, info } = await picture
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .timeout({ seconds: 10 })
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown) => refuseImage(error))
  const { mime, extension } = FILE_TYPES.webp
  return {
    bytes: data,
    mime,
    extension,
    sha256: sha256Of(data),
    width: info.width,
    height: info.height,
  }
}

function refuseImage(error: unknown): never {
  const message = error instanceof Error ? error.message : ''
  if (message.includes('pixel limit')) {
    throw refusal('file.too-many-pixels', { megapixels: FILE_LIMITS.megapixels })
  }
  throw refusal('file.damaged')
}

function toBuffer(bytes: Uint8Array): Buffer {
  if (bytes.byteLength > FILE_LIMITS.bytes) {
    throw refusal('file.too-large', { max: FILE_LIMITS.bytes / 1024 / 1024 })
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

import { refusal } from '@weibao/platform'
import type { PictureVariant } from '@weibao/contracts/picture'
import { acceptImage } from '@weibao/documents'
import sharp from 'sharp'

/** Shorter side of a photograph, in pixels, under which the cards would be blurred. */
const SHORTEST_SIDE = 480

const sizes: Readonly<Record<PictureVariant, readonly [width: number, height: number]>> = {
  'square-320': [320, 320],
  'square-640': [640, 640],
  'wide-960': [960, 720],
}

/**
 * The files of a photograph, each cut around what draws the eye. Takes JPEG, PNG and WebP by
 * content; turned upright, without metadata.
 */
export async function makePictureFiles(bytes: Uint8Array): Promise<Map<PictureVariant, Buffer>> {
  const photograph = await acceptImage(bytes)
  if (Math.min(photograph.width, photograph.height) < SHORTEST_SIDE)
    throw refusal('picture.too-small', { min: SHORTEST_SIDE })
  const files = new Map<PictureVariant, Buffer>()
  for (const [name, [width, height]] of Object.entries(sizes))
    files.set(
      name as PictureVariant,
      await sharp(photograph.bytes)
        .resize({ width, height, fit: 'cover', position: sharp.strategy.attention })
        .webp({ quality: 80 })
        .timeout({ seconds: 10 })
        .toBuffer(),
    )
  return files
}

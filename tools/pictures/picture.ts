import sharp, { type Sharp } from 'sharp'
import { HEIGHT, Sketch, WIDTH } from './draw.js'
import { scenes } from './scenes.js'

/** `wide` is the whole 4:3 sheet, `square` its middle. */
export type Crop = 'square' | 'wide'

const windows: Record<Crop, readonly [x: number, width: number]> = {
  square: [(WIDTH - HEIGHT) / 2, HEIGHT],
  wide: [0, WIDTH],
}

/** One product's picture as SVG. Throws for a slug without a scene. */
export function drawPicture(slug: string, crop: Crop = 'wide'): string {
  const scene = scenes[slug]
  if (!scene) throw new Error(`no scene for ${slug}`)
  const sketch = new Sketch(slug)
  const [x, width] = windows[crop]
  return sketch.finish(scene.draw(sketch), `${x} 0 ${width} ${HEIGHT}`)
}

/** The picture as pixels, 720 high, with the grain of paper on it. */
export async function renderSheet(slug: string, crop: Crop): Promise<Sharp> {
  const [x, width] = windows[crop]
  const drawn = await sharp(Buffer.from(drawPicture(slug)), { density: 72 })
    .resize(WIDTH, HEIGHT)
    .composite([{ input: await paperGrain(), blend: 'soft-light' }])
    .removeAlpha()
    .png({ compressionLevel: 0 })
    .toBuffer()
  return sharp(drawn).extract({ left: x, top: 0, width, height: HEIGHT })
}

let grain: Promise<Buffer> | undefined

/** Grey noise around the middle: makes flat colour look like paint on paper. The same every time. */
function paperGrain(): Promise<Buffer> {
  grain ??= makeGrain()
  return grain
}

function makeGrain(): Promise<Buffer> {
  const noise = new Sketch('paper')
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 4)
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    const value = 128 + (noise.chance() + noise.chance() - 1) * 62
    pixels.fill(value, i * 4, i * 4 + 3)
    pixels[i * 4 + 3] = 150
  }
  const raw = { width: WIDTH, height: HEIGHT, channels: 4 as const }
  return sharp(pixels, { raw }).blur(0.6).png().toBuffer()
}

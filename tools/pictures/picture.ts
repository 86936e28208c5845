import sharp, { type OutputInfo, type Sharp } from 'sharp'
import { at } from './draw.js'
import { drawHero } from './hero.js'
import { scenes } from './scenes.js'
import { HEIGHT, Sketch, WIDTH } from './sketch.js'

/** One file of a picture: a square or the whole 4:3 sheet, at a width in pixels. */
export interface Variant {
  readonly name: string
  readonly crop: 'square' | 'wide'
  readonly width: number
}

/** The files made of every picture. */
export const variants: readonly Variant[] = [
  { name: 'square-320', crop: 'square', width: 320 },
  { name: 'square-640', crop: 'square', width: 640 },
  { name: 'wide-960', crop: 'wide', width: 960 },
]

/** A rendered sheet: bare pixels and their size. */
export interface Sheet {
  readonly data: Buffer
  readonly info: OutputInfo
}

/** One product's picture as SVG, 960×720. Throws for a slug without a scene. */
export function drawPicture(slug: string): string {
  const scene = scenes[slug]
  if (!scene) throw new Error(`no scene for ${slug}`)
  const sketch = new Sketch(slug)
  const drawn = scene.draw(sketch)
  const { nearer = 1 } = scene
  // NOTE what is drawn around x = 440 comes to the middle, its foot stays on the ground.
  const left = WIDTH / 2 - 440 * nearer
  const seen = nearer === 1 ? drawn : at(left, 640 * (1 - nearer), drawn, { scale: nearer })
  return sketch.finish(seen)
}

/** The drawn sheet as pixels with the grain of paper on it, 960×720. */
export async function renderSheet(slug: string): Promise<Sheet> {
  return withGrain(Buffer.from(drawPicture(slug)), WIDTH, HEIGHT)
}

/** A sheet cut and scaled to a variant. The square is the sheet's middle. */
export function cutVariant(sheet: Sheet, { crop, width }: Variant): Sharp {
  const image = openSheet(sheet)
  if (crop === 'wide') return image.resize(width)
  return image
    .extract({ left: (WIDTH - HEIGHT) / 2, top: 0, width: HEIGHT, height: HEIGHT })
    .resize(width)
}

/** A sheet ready to be encoded. */
export function openSheet({ data, info }: Sheet): Sharp {
  const { width, height, channels } = info
  return sharp(data, { raw: { width, height, channels } })
}

/** The storefront's first picture, for wide screens and for phones (twice as many pixels). */
export const heroes = [
  { name: 'hero-1440', width: 1440, height: 560 },
  { name: 'hero-390', width: 780, height: 840 },
] as const

/** One crop of the hero as pixels. */
export function renderHero({ width, height }: { width: number; height: number }): Promise<Sheet> {
  return withGrain(Buffer.from(drawHero(width, height)), width, height)
}

async function withGrain(svg: Buffer, width: number, height: number): Promise<Sheet> {
  return sharp(svg, { density: 72 })
    .resize(width, height)
    .composite([{ input: await paperGrain(), blend: 'soft-light', tile: true }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
}

const TILE = 256
let grain: Promise<Buffer> | undefined

/** Grey noise around the middle: makes flat colour look like paint on paper. The same every time. */
function paperGrain(): Promise<Buffer> {
  grain ??= makeGrain()
  return grain
}

function makeGrain(): Promise<Buffer> {
  const noise = new Sketch('paper')
  const pixels = Buffer.alloc(TILE * TILE * 4)
  for (let i = 0; i < TILE * TILE; i++) {
    const value = 128 + (noise.chance() + noise.chance() - 1) * 40
    pixels.fill(value, i * 4, i * 4 + 3)
    pixels[i * 4 + 3] = 150
  }
  const raw = { width: TILE, height: TILE, channels: 4 as const }
  return sharp(pixels, { raw }).png().toBuffer()
}

import sharp from 'sharp'
import { renderSheet } from './picture.js'
import { scenes } from './scenes.js'

/**
 * Draws all pictures (or those named after the file) on one sheet, to look at them together:
 * `npx tsx tools/pictures/contact-sheet.ts var/sheet.png [slug …]`.
 */
const [target = 'var/pictures-sheet.png', ...wanted] = process.argv.slice(2)
const slugs = Object.keys(scenes).filter((slug) => !wanted.length || wanted.some((w) => slug.includes(w)))
const columns = Math.min(slugs.length, 6)
const cell = 360
const tiles = await Promise.all(
  slugs.map(async (slug, index) => ({
    input: await (await renderSheet(slug, 'square')).resize(cell - 8).png().toBuffer(),
    left: (index % columns) * cell + 4,
    top: Math.floor(index / columns) * cell + 4,
  })),
)
await sharp({
  create: { width: columns * cell, height: Math.ceil(slugs.length / columns) * cell, channels: 3, background: '#ffffff' },
})
  .composite(tiles)
  .png()
  .toFile(target)

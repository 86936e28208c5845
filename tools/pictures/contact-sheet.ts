import sharp from 'sharp'
import { cutVariant, renderSheet, variants } from './picture.js'
import { scenes } from './scenes.js'

/**
 * Draws all pictures, or those whose slug contains a given word, on one sheet, to look at them
 * together: `npx tsx tools/pictures/contact-sheet.ts var/sheet.png [word …]`.
 */
const [target = 'var/pictures-sheet.png', ...words] = process.argv.slice(2)
const slugs = Object.keys(scenes).filter(
  (slug) => words.length === 0 || words.some((word) => slug.includes(word)),
)
const columns = Math.min(slugs.length, 6)
const cell = 328
const tiles = await Promise.all(
  slugs.map(async (slug, index) => ({
    input: await cutVariant(await renderSheet(slug), variants[0]!)
      .png()
      .toBuffer(),
    left: (index % columns) * cell + 4,
    top: Math.floor(index / columns) * cell + 4,
  })),
)
const height = Math.ceil(slugs.length / columns) * cell
await sharp({ create: { width: columns * cell, height, channels: 3, background: '#ffffff' } })
  .composite(tiles)
  .png()
  .toFile(target)

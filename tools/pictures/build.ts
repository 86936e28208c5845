import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp, { type Sharp } from 'sharp'
import { cutVariant, heroes, openSheet, renderHero, renderSheet, variants } from './picture.js'
import { scenes } from './scenes.js'

const STAMP = 'pictures.json'
const AT_ONCE = 2

/**
 * Draws every product's picture and the hero as WebP files `<slug>-<variant>.webp` into a folder.
 * Does nothing when the folder was made from the same drawings. Gives the number of files made.
 */
export async function buildPictures(folder: string): Promise<number> {
  const drawings = digestOfDrawings()
  const stampFile = join(folder, STAMP)
  const names = fileNames()
  if (isFresh(stampFile, drawings) && names.every((name) => existsSync(join(folder, name))))
    return 0
  mkdirSync(folder, { recursive: true })
  rmSync(stampFile, { force: true })
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.webp') && !names.includes(name)) rmSync(join(folder, name))
  }
  sharp.concurrency(1)
  const slugs = Object.keys(scenes)
  const painters = Array.from({ length: AT_ONCE }, async () => {
    for (let slug = slugs.shift(); slug; slug = slugs.shift()) await buildPicture(folder, slug)
  })
  await Promise.all(painters)
  for (const hero of heroes) {
    await writeWebp(openSheet(await renderHero(hero)), join(folder, `${hero.name}.webp`))
  }
  writeFileSync(stampFile, JSON.stringify({ drawings, files: names.length }))
  return names.length
}

async function buildPicture(folder: string, slug: string): Promise<void> {
  const sheet = await renderSheet(slug)
  for (const variant of variants) {
    await writeWebp(cutVariant(sheet, variant), join(folder, `${slug}-${variant.name}.webp`))
  }
}

async function writeWebp(image: Sharp, path: string): Promise<void> {
  await image.webp({ quality: 82, effort: 2 }).toFile(path)
}

function fileNames(): string[] {
  const pictures = Object.keys(scenes).flatMap((slug) =>
    variants.map(({ name }) => `${slug}-${name}.webp`),
  )
  return [...pictures, ...heroes.map(({ name }) => `${name}.webp`)]
}

function isFresh(stampFile: string, drawings: string): boolean {
  if (!existsSync(stampFile)) return false
  const stamp = JSON.parse(readFileSync(stampFile, 'utf8')) as { drawings?: string }
  return stamp.drawings === drawings
}

/** Everything that decides what the files look like: the drawings' source and the renderer. */
function digestOfDrawings(): string {
  const source = fileURLToPath(new URL('.', import.meta.url))
  const hash = createHash('sha256').update(JSON.stringify(sharp.versions))
  for (const path of readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()) {
    if (path.endsWith('.ts')) hash.update(path).update(readFileSync(join(source, path)))
  }
  return hash.digest('hex')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = Date.now()
  const folder = process.argv[2] ?? process.env.PICTURES_DIR ?? 'var/pictures'
  const made = await buildPictures(folder)
  if (made) console.log(`drew ${made} pictures in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

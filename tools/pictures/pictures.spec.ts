import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { drawHero } from './hero.js'
import { drawPicture } from './picture.js'
import { scenes } from './scenes.js'

const slugs = Object.keys(scenes)
const drawn = new Map(slugs.map((slug) => [slug, drawPicture(slug)]))
const repositoryFile = (path: string) =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const digest = (text: string) => createHash('sha256').update(text).digest('hex')

describe('the pictures of the catalogue', () => {
  it('are seventy-one, each its own', () => {
    expect(slugs).toHaveLength(71)
    expect(new Set([...drawn.values()].map(digest)).size).toBe(71)
  })

  it('are of the very products in the catalogue', () => {
    const catalogue = repositoryFile('apps/api/src/data/weixi-products.ts')
    const sold = [...catalogue.matchAll(/slug: '([a-z-]+)'/g)].map((match) => match[1])
    expect(sold.sort()).toEqual([...slugs].sort())
  })

  it('are described by the seed as they are drawn', () => {
    const seed = repositoryFile('apps/api/src/seed/picture-alts.ts')
    expect(slugs.filter((slug) => !seed.includes(scenes[slug]!.alt.zh))).toEqual([])
  })

  it('differ in what is drawn, not only in chance', () => {
    const shapes = [...drawn.values()].map((svg) => digest(svg.replace(/[\d.-]+/g, '')))
    expect(new Set(shapes).size).toBe(71)
  })

  it('come out the same every time', () => {
    for (const slug of slugs.slice(0, 5)) expect(drawPicture(slug)).toBe(drawn.get(slug))
  })

  it.each(slugs)('%s is sound SVG of reasonable size', (slug) => {
    const svg = drawn.get(slug)!
    expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/)
    expect(svg.length).toBeGreaterThan(15_000)
    expect(svg.length).toBeLessThan(900_000)
  })

  it('say what is seen in both languages', () => {
    for (const slug of slugs) {
      const { zh, en } = scenes[slug]!.alt
      expect(zh).toMatch(/^[\p{Script=Han}，、“”]+$/u)
      expect(en).toMatch(/^[A-Z][^\p{Script=Han}]{20,180}$/u)
    }
    expect(new Set(slugs.map((slug) => scenes[slug]!.alt.zh)).size).toBe(71)
  })

  it('have their descriptions as data beside them', () => {
    const file = readFileSync(new URL('./alt-texts.json', import.meta.url), 'utf8')
    const alts = Object.fromEntries(slugs.map((slug) => [slug, scenes[slug]!.alt]))
    expect(JSON.parse(file)).toEqual(alts)
  })
})

describe('the hero', () => {
  it('is composed anew for each size', () => {
    const [wide, narrow] = [drawHero(1440, 560), drawHero(780, 840)]
    expect(wide).toContain('viewBox="0 0 1440 560"')
    expect(narrow).toContain('viewBox="0 0 780 840"')
    expect(wide + narrow).not.toMatch(/NaN|undefined/)
  })
})

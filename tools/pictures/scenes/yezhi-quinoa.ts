import { airs, valley } from '../backdrops.js'
import { shade, tint } from '../colour.js'
import { at, fill, oval, stroke, times } from '../draw.js'
import { cloth, madderCloth } from '../grounds.js'
import { sack } from '../motifs/containers.js'
import { heap, spill } from '../motifs/grain.js'
import { leaf } from '../motifs/plants.js'
import type { Scene } from '../scene.js'

export const yezhiQuinoa: Scene = {
  alt: {
    zh: '红、黄两色的藜麦穗，前面麻袋口堆着细小的藜麦粒',
    en: 'Red and yellow plumes of quinoa, tiny quinoa grains heaped in a sack in front',
  },
  draw: (s) => {
    const dot = (x: number, y: number, lit = 0.8) =>
      fill(
        oval(x, y, 5.4),
        shade(s.pick(['#f0dfb2', '#e9cf95', '#f6ecd0', '#c9785b']), 0.4 * (1 - lit)),
      )
    const plume = (x: number, high: number, lean: number, colour: string) =>
      at(
        x,
        600,
        stroke(`M0 0Q${lean * 0.2} ${-high * 0.6} ${lean} ${-high}`, '#8a9a52', 9) +
          times(170, (i) => {
            const t = i / 170
            const y = -high * (0.34 + t * 0.7)
            const w = 54 * Math.sin(Math.PI * (0.12 + t * 0.86))
            return fill(
              oval(lean * t * 0.9 + s.between(-w, w), y + s.between(-8, 8), s.between(6, 11)),
              s.pick([colour, tint(colour, 0.28), shade(colour, 0.2)]),
            )
          }) +
          at(6, -high * 0.24, leaf(s, 96, 34, '#7fa05a'), { turn: -24 }) +
          at(-4, -high * 0.18, leaf(s, 90, 34, '#6d914e'), { turn: 206 }),
      )
    return (
      valley(s, airs.dusk) +
      cloth(s, '#e7dcc6', madderCloth) +
      plume(250, 400, -30, '#d9a33b') +
      plume(690, 430, 40, '#b23a48') +
      plume(600, 360, 10, '#c95f6b') +
      plume(760, 330, 60, '#dfae4b') +
      s.shadow(450, 606, 210) +
      at(
        450,
        612,
        sack(
          s,
          { width: 350, height: 260, colour: '#c9b083', mark: '#2f6b4f' },
          heap(s, { rx: 154, ry: 46, height: 92, count: 1100, base: '#b59759' }, dot),
        ),
      ) +
      spill(s, 660, 626, 70, 60, dot)
    )
  },
}

import { airs, valley } from '../backdrops.js'
import { shade, tint } from '../colour.js'
import { at, fill, oval, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { heap, spill } from '../motifs/grain.js'
import { leaf } from '../motifs/plants.js'
import { bowl } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const weixiSichuanPepper: Scene = {
  alt: {
    zh: '一枝红艳艳的花椒挂着，前面木碗里是开口的干花椒',
    en: 'A spray of bright red Sichuan pepper, a wooden bowl of split dried husks in front',
  },
  nearer: 1.08,
  draw: (s) => {
    const husk = (x: number, y: number, lit = 0.8) => {
      const c = shade(s.pick(['#a8352a', '#8f2d25', '#bb4a35']), 0.4 * (1 - lit))
      return at(
        x,
        y,
        fill('M-10 -2C-12 -12 12 -14 12 -1C12 10 -10 12 -10 -2Z', c) +
          (s.chance() > 0.5
            ? fill('M-4 -3C0 -8 8 -6 8 0C6 5 -2 4 -4 -3Z', '#f1dfc0')
            : stroke('M-6 -5q6 -4 12 0', tint(c, 0.5), 2, 0.7)) +
          (s.chance() > 0.75 ? fill(oval(2, -1, 4), '#2b2220') : ''),
        { turn: s.between(0, 360) },
      )
    }
    const cluster = (x: number, y: number) =>
      at(
        x,
        y,
        times(22, () => {
          const a = s.between(0, 6.28)
          const r = 46 * Math.sqrt(s.chance())
          return s.volume(
            oval(Math.cos(a) * r, Math.sin(a) * r * 0.8, 13),
            s.pick(['#c8372b', '#d9493a', '#b52c24']),
            { light: 0.45 },
          )
        }),
      )
    return (
      valley(s, airs.honey) +
      table(s, '#8c5f3a') +
      at(
        860,
        130,
        stroke('M60 -20Q-160 20 -420 150', '#6d4c2e', 11) +
          times(7, (i) => stroke(`M${-30 - i * 54} ${0 + i * 20}l-12 -24`, '#5a3c22', 6)) +
          times(12, (i) =>
            at(-20 - i * 34, 6 + i * 11, leaf(s, 100, 22, s.pick(['#5f9146', '#74a354']), 4), {
              turn: i % 2 ? 70 : -130,
            }),
          ) +
          cluster(-120, 110) +
          cluster(-230, 160) +
          cluster(-340, 200) +
          cluster(-60, 60),
      ) +
      s.shadow(430, 640, 240) +
      at(
        420,
        650,
        bowl(
          s,
          { width: 430, height: 160, colour: '#7a4b2b', pattern: 'wood' },
          heap(s, { rx: 200, ry: 50, height: 106, count: 360, base: '#55201a' }, husk),
        ),
      ) +
      spill(s, 690, 664, 70, 24, husk)
    )
  },
}

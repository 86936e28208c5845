import { airs, valley } from '../backdrops.js'
import { at, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { heap, spill, threeEdged } from '../motifs/grain.js'
import { flower, leaf } from '../motifs/plants.js'
import { bowl } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const tongleSweetBuckwheat: Scene = {
  alt: {
    zh: '粉白的荞麦花簇，红茎绿叶，前面一只木碗装着甜荞粒',
    en: 'Clusters of pink-white buckwheat flowers on red stems, a wooden bowl of common buckwheat in front',
  },
  draw: (s) => {
    const seed = threeEdged(s, ['#a07a52', '#8a6743', '#b98f62', '#77563a'])
    const plant = (x: number, high: number, lean: number) =>
      at(
        x,
        610,
        stroke(`M0 0Q${lean * 0.3} ${-high * 0.6} ${lean} ${-high}`, '#b0503f', 8) +
          [0.35, 0.6]
            .map((t, i) =>
              at(lean * t * t, -high * t, leaf(s, 92, 40, '#6f9a52'), {
                turn: i % 2 ? -30 : 205,
              }),
            )
            .join('') +
          times(16, () =>
            at(
              lean + s.between(-62, 62),
              -high + s.between(-52, 34),
              flower(s, s.between(15, 22), 5, s.pick(['#fdf3f0', '#f6d3d3', '#f9e4df']), '#c9626a'),
            ),
          ),
      )
    return (
      valley(s, airs.dawn) +
      table(s, '#b07d4c') +
      plant(600, 420, 40) +
      plant(690, 330, 60) +
      plant(530, 360, -70) +
      plant(760, 250, 40) +
      s.shadow(400, 640, 220) +
      at(
        390,
        650,
        bowl(
          s,
          { width: 410, height: 165, colour: '#7b4b2b', pattern: 'wood' },
          heap(s, { rx: 192, ry: 50, height: 100, count: 520, base: '#4a3421' }, seed),
        ),
      ) +
      spill(s, 640, 668, 80, 18, seed)
    )
  },
}

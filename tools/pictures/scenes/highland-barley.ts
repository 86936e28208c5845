import { airs, valley } from '../backdrops.js'
import { at, fill, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { barleyEar, heap, kernels, spill } from '../motifs/grain.js'
import { bowl } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const highlandBarley: Scene = {
  alt: {
    zh: '一束金黄的青稞麦穗靠着木碗，碗里是青稞粒，远处是雪山',
    en: 'A sheaf of golden highland barley leaning by a wooden bowl of its grain, snow mountains far off',
  },
  draw: (s) => {
    const grain = kernels(s, '#b99a5b', 14, 6.5, '#8f9a86')
    const ears = times(11, (i) =>
      at(
        610 + i * 9,
        600,
        barleyEar(s, s.pick(['#cfa242', '#dcb659', '#b98d33']), 400 + (i % 3) * 30, -70 + i * 17),
      ),
    )
    return (
      valley(s, airs.cold, { snow: true }) +
      table(s, '#a8794b') +
      ears +
      stroke('M600 560q55 26 110 0', '#b3372b', 16) +
      stroke('M600 576q55 26 110 0', '#24386e', 8) +
      fill('M604 590h104l34 60h-170Z', '#b98d33') +
      times(12, (i) =>
        stroke(
          `M${612 + i * 8} 590L${580 + i * 14} 652`,
          s.pick(['#cfa242', '#9a7428', '#dcb659']),
          6,
        ),
      ) +
      s.shadow(370, 640, 220) +
      at(
        360,
        648,
        bowl(
          s,
          { width: 400, height: 160, colour: '#8a5a34', pattern: 'wood' },
          heap(s, { rx: 188, ry: 48, height: 104, count: 560, base: '#5f4a25' }, grain),
        ),
      ) +
      spill(s, 560, 680, 60, 16, grain)
    )
  },
}

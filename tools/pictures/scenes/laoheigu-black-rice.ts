import { airs, valley } from '../backdrops.js'
import { at } from '../draw.js'
import { table } from '../grounds.js'
import { heap, kernels, riceEar, scoop, spill } from '../motifs/grain.js'
import { bowl } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const laoheiguBlackRice: Scene = {
  alt: {
    zh: '深色木桌上一只粗陶碗盛满紫黑色的米，旁边横着木勺和一穗稻谷，后面是梯田',
    en: 'An earthen bowl heaped with purple-black rice on a dark wooden table, with a wooden scoop and a rice ear, terraces behind',
  },
  nearer: 1.08,
  draw: (s) => {
    const rice = kernels(s, '#35233a', 13, 5.5, '#5a3a58')
    return (
      valley(s, airs.honey, { terraces: true }) +
      table(s, '#7f5436') +
      at(700, 560, riceEar(s, '#d6a63f', 330, -130)) +
      at(745, 565, riceEar(s, '#c8952f', 280, -90)) +
      s.shadow(450, 632, 250) +
      at(
        440,
        640,
        bowl(
          s,
          { width: 460, height: 190, colour: '#a4653f', pattern: 'rings', ink: '#f1ddbb' },
          heap(s, { rx: 216, ry: 56, height: 130, count: 900, base: '#1d1220' }, rice),
        ),
      ) +
      s.shadow(690, 662, 90, 20) +
      at(
        690,
        650,
        scoop(
          s,
          '#c28e55',
          heap(s, { rx: 74, ry: 20, height: 34, count: 130, base: '#1d1220' }, rice),
        ),
        { scale: 0.86, turn: -4 },
      ) +
      spill(s, 560, 672, 60, 22, rice)
    )
  },
}

import { airs, valley } from '../backdrops.js'
import { at } from '../draw.js'
import { cloth, lisu } from '../grounds.js'
import { sack } from '../motifs/containers.js'
import { heap, kernels, riceEar, spill } from '../motifs/grain.js'
import type { Scene } from '../scene.js'

export const tachengRedRice: Scene = {
  alt: {
    zh: '敞口麻布袋里装满红米，米粒撒在蓝布上，袋旁立着稻穗',
    en: 'An open linen sack full of red rice, grains spilled on an indigo cloth, rice ears beside it',
  },
  draw: (s) => {
    const rice = kernels(s, '#a8432f', 12.5, 5, '#c9694a')
    return (
      valley(s, airs.day, { terraces: true }) +
      cloth(s, '#4b659c', lisu) +
      at(650, 520, riceEar(s, '#d9a944', 330, 120)) +
      at(620, 530, riceEar(s, '#c99a38', 270, 150)) +
      s.shadow(450, 606, 230) +
      at(
        440,
        612,
        sack(
          s,
          { width: 390, height: 310, colour: '#dcc7a0', mark: '#b3372b' },
          heap(s, { rx: 172, ry: 50, height: 96, count: 720, base: '#6a2317' }, rice),
        ),
      ) +
      spill(s, 640, 626, 100, 60, rice)
    )
  },
}

import { airs, valley } from '../backdrops.js'
import { at, fill, pebble, stroke, times } from '../draw.js'
import { stones } from '../grounds.js'
import { fish } from '../motifs/animals.js'
import { leaf } from '../motifs/plants.js'
import type { Scene } from '../scene.js'

export const tachengRainbowTrout: Scene = {
  alt: {
    zh: '一条带粉红侧线和黑点的虹鳟躺在溪边石上，身下铺着碎冰',
    en: 'A rainbow trout with its pink band and dark spots on stones by a stream, with crushed ice',
  },
  draw: (s) =>
    valley(s, airs.day) +
    stones(s) +
    fill(
      'M0 452H960V500Q720 470 520 498T0 486Z',
      s.linear(
        [
          [0, '#b9dcda'],
          [1, '#6fa9b3'],
        ],
        [0, 0, 1, 0],
      ),
    ) +
    times(8, (i) =>
      stroke(`M${i * 130 - 20} ${466 + (i % 2) * 12}q40 -8 90 0`, '#ffffff', 3.5, 0.7),
    ) +
    s.shadow(450, 620, 310, 40) +
    times(34, () => {
      const x = s.between(160, 740)
      const y = s.between(590, 660)
      return s.volume(pebble(s, x, y, s.between(16, 30), s.between(10, 18), 0.25), '#e3eef2', {
        light: 0.7,
        dark: 0.25,
      })
    }) +
    at(
      450,
      560,
      fish(s, 640, {
        back: '#6f8a7c',
        belly: '#eef0ea',
        stripe: '#e0828a',
        spots: true,
        fins: '#9a9a86',
      }),
      { turn: -4 },
    ) +
    times(14, () => {
      const x = s.between(200, 700)
      const y = s.between(620, 676)
      return s.volume(pebble(s, x, y, s.between(14, 26), s.between(9, 15), 0.25), '#eaf3f6', {
        light: 0.7,
        dark: 0.25,
      })
    }) +
    at(660, 640, leaf(s, 110, 28, '#5f9146'), { turn: -10 }),
}

import { airs, valley } from '../backdrops.js'
import { at, pebble, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { plate } from '../motifs/pottery.js'
import { root, slice } from '../motifs/roots.js'
import type { Scene } from '../scene.js'

export const weixiAngelica: Scene = {
  alt: {
    zh: '竹竿上挂晾着带长须的当归根，前面碟里是切好的归头片',
    en: 'Angelica roots with long tails hung from a bamboo pole to dry, a dish of cut slices in front',
  },
  draw: (s) => {
    const angelica = (x: number, y: number, turn: number) =>
      at(
        x,
        y,
        root(s, 290, 26, '#b58e5c', 9) +
          s.volume(pebble(s, 0, 4, 66, 58, 0.08), '#c09a68', { dark: 0.45 }) +
          times(4, (i) => stroke(`M-54 ${-22 + i * 16}q54 14 108 0`, '#7d5c34', 3, 0.5)) +
          stroke('M-10 -52q-6 -26 -16 -34M8 -54q4 -30 14 -40', '#8fa85c', 9),
        { turn },
      )
    return (
      valley(s, airs.earth) +
      table(s, '#94683f') +
      s.shadow(450, 600, 300, 40) +
      stroke('M60 92H900', '#b58b42', 20) +
      stroke('M60 86H900', '#e6cf90', 5, 0.8) +
      stroke('M268 96L282 210M622 96L612 216M450 96V170', '#8a6a3c', 5) +
      angelica(290, 258, 6) +
      angelica(612, 264, -6) +
      angelica(450, 218, 0) +
      s.shadow(450, 660, 210, 26) +
      at(450, 640, plate(s, { rx: 220, ry: 58, colour: '#f1efe6', ring: '#36508f' })) +
      [
        [-110, 0],
        [-40, -10],
        [36, -8],
        [108, 2],
        [-76, 18],
        [0, 20],
        [74, 20],
      ]
        .map(([x, y]) => at(450 + x!, 632 + y!, slice(s, 48, 20, '#f2e2bd', '#a9814f')))
        .join('')
    )
  },
}

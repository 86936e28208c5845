import { wall } from '../backdrops.js'
import { at, fill, oval, pebble, smooth, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { board } from '../motifs/containers.js'
import { steam } from '../motifs/plants.js'
import { turned } from '../motifs/pottery.js'
import { erkuai } from '../motifs/sweets.js'
import type { Scene } from '../scene.js'

export const baoheErkuai: Scene = {
  alt: {
    zh: '雪白的饵块整条放在木板上，切下几片，炭火架上烤得微黄鼓起',
    en: 'Snow-white erkuai rice cake on a board with slices cut, others puffing golden over charcoal',
  },
  nearer: 1.04,
  draw: (s) =>
    wall(s, '#d2bb96') +
    table(s, '#8a5c38') +
    steam(640, 262, 130) +
    s.shadow(640, 494, 190, 26) +
    at(
      640,
      486,
      turned(s, 'M-160 -70H160L120 0H-120Z', '#4f4844') +
        fill(oval(0, -72, 160, 34), '#2b2422') +
        times(26, () =>
          s.volume(
            pebble(s, s.between(-130, 130), s.between(-86, -58), 24, 15, 0.2),
            s.pick(['#c8502c', '#8f3420', '#4b3a34', '#e0803c']),
            { light: 0.3 },
          ),
        ) +
        stroke('M-164 -92H164M-160 -80H160M-164 -104H164', '#75706b', 5) +
        [-90, 10, 96]
          .map((x) =>
            at(
              x,
              -104,
              s.volume(oval(0, 0, 56, 21), '#f0ddb2', { light: 0.5, dark: 0.2 }) +
                fill(oval(8, -2, 26, 9), '#c98a3c', 0.6) +
                fill(oval(-24, 4, 10, 4), '#b5702a', 0.6),
            ),
          )
          .join(''),
    ) +
    s.shadow(400, 656, 300, 34) +
    at(440, 630, board(s, 560, 100, '#c2935a')) +
    at(370, 556, erkuai(s, 190, 60)) +
    times(4, (i) =>
      at(
        596 + i * 40,
        596 + i * 5,
        s.volume(
          smooth([
            [0, -54],
            [30, -46],
            [40, 0],
            [28, 44],
            [0, 50],
            [-28, 44],
            [-36, 0],
            [-28, -46],
          ]),
          '#f9f3e6',
          { light: 0.6, dark: 0.16, line: 0.45 },
        ),
        { turn: 14 },
      ),
    ) +
    at(310, 640, erkuai(s, 150, 42)),
}

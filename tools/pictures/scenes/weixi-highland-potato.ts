import { airs, valley } from '../backdrops.js'
import { at, fill, oval, pebble, stroke, times } from '../draw.js'
import { basket } from '../motifs/containers.js'
import { potato } from '../motifs/vegetables.js'
import type { Scene } from '../scene.js'

export const weixiHighlandPotato: Scene = {
  alt: {
    zh: '竹篮里满满一篮高山土豆，沾着红土，一个切开露出淡黄的瓤',
    en: 'A bamboo basket full of highland potatoes with red earth on them, one cut to show pale yellow flesh',
  },
  draw: (s) => {
    const pile = [
      [-120, -16, 70],
      [-20, -30, 78],
      [90, -22, 72],
      [-70, -72, 66],
      [34, -86, 70],
      [130, -60, 54],
      [-20, -130, 58],
    ]
      .map(([x, y, r]) =>
        at(x!, y!, potato(s, r!, r! * 0.8, s.pick(['#c69b5d', '#b98a4c', '#cfa86c'])), {
          turn: s.between(-30, 30),
        }),
      )
      .join('')
    const half = at(
      690,
      634,
      s.volume(pebble(s, 0, 6, 72, 52, 0.05), '#b98a4c') +
        s.volume(pebble(s, -6, 0, 64, 45, 0.04), '#f3df9c', { light: 0.5, dark: 0.15 }) +
        stroke(oval(-6, 0, 48, 32), '#e3c977', 3, 0.7),
    )
    return (
      valley(s, airs.green, { terraces: true }) +
      fill(
        'M0 452H960V720H0Z',
        s.linear(
          [
            [0, '#b5704a'],
            [0.5, '#93502f'],
            [1, '#5d2f1c'],
          ],
          [0, 0, 1, 0.5],
        ),
      ) +
      times(70, () =>
        fill(
          pebble(s, s.between(0, 960), s.between(470, 712), s.between(5, 20), s.between(3, 9)),
          s.pick(['#7a3f25', '#a9633f', '#653220']),
          0.6,
        ),
      ) +
      s.shadow(430, 632, 260) +
      at(430, 640, basket(s, { width: 430, height: 200 }, pile)) +
      s.shadow(695, 672, 76, 20) +
      half +
      s.shadow(240, 684, 60, 16) +
      at(226, 664, potato(s, 60, 46)) +
      at(800, 660, potato(s, 44, 36, '#b98a4c'))
    )
  },
}

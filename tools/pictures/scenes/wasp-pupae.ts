import { airs, valley } from '../backdrops.js'
import { shade } from '../colour.js'
import { at, fill, oval, pebble, poly, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { bowl } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const waspPupae: Scene = {
  alt: {
    zh: '青花小碗里乳白的蜂蛹，旁边一片纸质蜂巢，几根香茅',
    en: 'Milk-white wasp pupae in a small blue-and-white bowl, a piece of paper comb and lemongrass beside it',
  },
  draw: (s) => {
    const pupa = (x: number, y: number, lit = 0.9) =>
      at(
        x,
        y,
        s.volume(
          'M-26 0C-22 -14 14 -16 26 -4C30 4 26 12 14 12C-4 16 -24 12 -26 0Z',
          shade('#f3e5c4', 0.25 * (1 - lit)),
          { light: 0.6, dark: 0.25, line: 0.45 },
        ) +
          stroke('M-12 -10q4 10 0 22M0 -12q4 12 0 24M12 -10q4 10 0 22', '#b99a6a', 1.8, 0.6) +
          fill(oval(21, -1, 2.4), '#6b4a24'),
        { turn: s.between(-60, 60) },
      )
    const cells = times(7, (row) =>
      times(7 - Math.abs(3 - row), (i) => {
        const x = (i - (6 - Math.abs(3 - row)) / 2) * 46
        const y = (row - 3) * 38
        return (
          s.volume(
            poly([
              [x, y - 26],
              [x + 23, y - 13],
              [x + 23, y + 13],
              [x, y + 26],
              [x - 23, y + 13],
              [x - 23, y - 13],
            ]),
            '#bda583',
            { light: 0.3 },
          ) + fill(oval(x, y, 15, 14), (row + i) % 3 ? '#efe4cf' : '#4f3d29')
        )
      }),
    )
    return (
      valley(s, airs.earth) +
      table(s, '#86593a') +
      s.shadow(620, 500, 170, 30) +
      at(610, 360, s.volume(pebble(s, 0, 6, 190, 160, 0.05), '#a58a66') + cells) +
      s.shadow(380, 640, 210) +
      at(
        370,
        650,
        bowl(
          s,
          { width: 400, height: 160, colour: '#f1efe6', inner: '#ddd8c8', pattern: 'waves' },
          times(46, (i) => {
            const u = s.between(-0.86, 0.86)
            return pupa(
              u * 180,
              24 - (i / 46) * 0 - s.chance() * 96 * (1 - u * u),
              1 - s.chance() * 0.5,
            )
          }),
        ),
      ) +
      times(4, (i) =>
        stroke(
          `M620 ${650 + i * 9}Q730 ${630 + i * 9} 860 ${600 + i * 18}`,
          s.pick(['#8fa858', '#a6ba6a', '#7a9448']),
          9,
        ),
      )
    )
  },
}

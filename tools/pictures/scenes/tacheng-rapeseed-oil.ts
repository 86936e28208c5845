import { airs, valley } from '../backdrops.js'
import { at, fill, oval, poly, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { paper } from '../motifs/bottles.js'
import { flower } from '../motifs/plants.js'
import { turned } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const tachengRapeseedOil: Scene = {
  alt: {
    zh: '一桶金黄的菜籽油，背后是开满油菜花的河谷梯田',
    en: 'A jug of golden rapeseed oil before valley terraces in full yellow rape flower',
  },
  draw: (s) => {
    const rape = (x: number, y: number, high: number, lean: number) =>
      at(
        x,
        y,
        stroke(`M0 0Q${lean * 0.2} ${-high * 0.6} ${lean} ${-high}`, '#7a9a45', 6) +
          times(
            22,
            () =>
              flower(s, 0, 0, '#fff', '#ffd23c').replace(/<path.*/s, '') +
              at(
                lean + s.between(-34, 34),
                -high + s.between(-40, 50),
                times(4, (k) =>
                  fill(
                    oval(Math.cos(k * 1.57) * 8, Math.sin(k * 1.57) * 8, 8, 7),
                    s.pick(['#f4c92b', '#f7d755', '#e8b81c']),
                  ),
                ) + fill(oval(0, 0, 3.5), '#9a8a1c'),
              ),
          ),
      )
    const jug =
      'M-60 -400C-60 -430 60 -430 60 -400V-372C120 -352 150 -330 150 -280V-30Q150 0 120 0H-120Q-150 0 -150 -30V-280C-150 -330 -120 -352 -60 -372Z'
    return (
      valley(s, airs.day, { terraces: true }) +
      fill(
        'M0 400Q240 350 480 390T960 372V720H0Z',
        s.linear([
          [0, '#f2cf45'],
          [0.5, '#dcb02a'],
          [1, '#8f8a34'],
        ]),
      ) +
      times(240, () =>
        fill(
          oval(s.between(0, 960), s.between(386, 520), s.between(3, 7), s.between(2, 5)),
          s.pick(['#f7dc5c', '#e3b523', '#a8a83c']),
          0.9,
        ),
      ) +
      table(s, '#a8774a') +
      rape(690, 610, 330, 30) +
      rape(760, 620, 270, 50) +
      rape(640, 616, 250, 10) +
      rape(190, 600, 240, -20) +
      s.shadow(440, 642, 190) +
      at(
        430,
        650,
        fill(
          jug,
          s.linear(
            [
              [0, '#b97f14'],
              [0.22, '#f6cf63'],
              [0.55, '#e2a41f'],
              [1, '#8f5d0e'],
            ],
            [0, 0, 1, 0.06],
          ),
        ) +
          s.inside(
            jug,
            fill('M-160 -372H160V-330Q0 -318 -160 -330Z', '#fff6d8', 0.5) +
              stroke('M-122 -260V-40', '#fff3c9', 16, 0.55) +
              stroke('M126 -260V-40', '#fff3c9', 6, 0.3),
          ) +
          stroke('M60 -396C150 -396 150 -300 96 -296', '#d8a02a', 22) +
          stroke(jug, '#7a4f0c', 3, 0.4) +
          turned(s, 'M-52 -440q52 -12 104 0v46q-52 12 -104 0Z', '#b3372b') +
          at(
            0,
            -250,
            fill('M-96 0H96V170H-96Z', paper) +
              fill('M-96 8H96v7H-96ZM-96 155H96v7H-96Z', '#2f6b4f') +
              fill(
                poly([
                  [0, 34],
                  [50, 84],
                  [0, 134],
                  [-50, 84],
                ]),
                '#2f6b4f',
              ) +
              fill(
                poly([
                  [0, 52],
                  [32, 84],
                  [0, 116],
                  [-32, 84],
                ]),
                paper,
              ) +
              fill(
                poly([
                  [0, 68],
                  [16, 84],
                  [0, 100],
                  [-16, 84],
                ]),
                '#c98a1e',
              ),
          ),
      )
    )
  },
}

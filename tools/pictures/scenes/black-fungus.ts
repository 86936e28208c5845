import { airs, valley } from '../backdrops.js'
import { at, oval, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { woodEar } from '../motifs/fungi.js'
import { bowl } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const blackFungus: Scene = {
  alt: {
    zh: '一段青冈木上长着肥厚的黑木耳，前面青花碗里泡着一碗',
    en: 'Thick black wood-ears growing on an oak log, a bowl of them soaking in front',
  },
  draw: (s) => {
    const log = 'M-320 -70C-350 -50 -350 50 -320 70H330C356 50 356 -50 330 -70Z'
    return (
      valley(s, airs.green) +
      table(s, '#84603f') +
      s.shadow(470, 480, 340, 40) +
      at(
        470,
        410,
        s.volume(log, '#7a5e45', { round: false, dark: 0.5 }) +
          times(14, () =>
            stroke(
              `M${s.between(-310, 260)} ${s.between(-60, 60)}q40 ${s.between(-8, 8)} 80 0`,
              '#43301f',
              4,
              0.5,
            ),
          ) +
          s.volume(oval(-318, 0, 32, 70), '#cda877') +
          stroke(oval(-318, 0, 20, 46), '#8a6542', 3, 0.7) +
          stroke(oval(-318, 0, 9, 22), '#8a6542', 3, 0.7),
      ) +
      [
        [250, 360, 64],
        [350, 330, 74],
        [470, 350, 84],
        [590, 326, 76],
        [700, 356, 66],
        [410, 420, 60],
        [540, 430, 66],
        [660, 430, 56],
      ]
        .map(([x, y, r]) =>
          at(x!, y!, woodEar(s, r!, s.pick(['#3a2c28', '#46342e', '#2e2422'])), {
            turn: s.between(-20, 20),
          }),
        )
        .join('') +
      s.shadow(450, 650, 200) +
      at(
        450,
        660,
        bowl(
          s,
          { width: 360, height: 140, colour: '#f1efe6', inner: '#b9c4c6', pattern: 'lozenges' },
          [
            [-110, -6, 56],
            [0, -24, 66],
            [108, -6, 58],
            [-50, 14, 50],
            [56, 16, 52],
          ]
            .map(([x, y, r]) => at(x!, y!, woodEar(s, r!, '#2e2422'), { turn: s.between(-30, 30) }))
            .join(''),
        ),
      )
    )
  },
}

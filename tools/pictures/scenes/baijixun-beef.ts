import { airs, valley } from '../backdrops.js'
import { at, fill, oval, times } from '../draw.js'
import { table } from '../grounds.js'
import { board } from '../motifs/containers.js'
import { steak } from '../motifs/meat.js'
import { sprig } from '../motifs/plants.js'
import { bowl } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const baijixunBeef: Scene = {
  alt: {
    zh: '深红带大理石纹的高原牛肉排切好码在木板上，配着迷迭香和粗盐',
    en: 'Deep red marbled highland beef steaks on a board with herbs and coarse salt',
  },
  draw: (s) =>
    valley(s, airs.cold, { snow: true }) +
    table(s, '#6f4c34') +
    s.shadow(450, 640, 320, 40) +
    at(440, 606, board(s, 600, 160, '#b8854e')) +
    at(560, 500, steak(s, 170, 96, '#a82d30'), { turn: -8 }) +
    at(330, 560, steak(s, 200, 112, '#b3343a'), { turn: 6 }) +
    at(600, 622, sprig(s, 200, 12, { leaf: '#5b8450', stem: '#5a6a3c', size: 36, slim: 0.2 }), {
      turn: -14,
    }) +
    s.shadow(716, 660, 60, 12) +
    at(
      716,
      664,
      bowl(
        s,
        { width: 130, height: 60, colour: '#e9e2d2', pattern: 'rings' },
        times(60, () =>
          fill(
            oval(s.between(-50, 50), s.between(-14, 10), 5, 4),
            s.pick(['#ffffff', '#efece2', '#dcd6c8']),
          ),
        ),
      ),
    ),
}

import { airs, valley } from '../backdrops.js'
import { at, n, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { egg } from '../motifs/animals.js'
import { basket } from '../motifs/containers.js'
import { sprig } from '../motifs/plants.js'
import type { Scene } from '../scene.js'

export const yezhiHerbChickenEggs: Scene = {
  alt: {
    zh: '竹篮里垫着干草，装满深浅不一的土鸡蛋，篮边几枝草药',
    en: 'A straw-lined basket of hen eggs in shades of brown, sprigs of herbs beside it',
  },
  draw: (s) =>
    valley(s, airs.dawn) +
    table(s, '#a97c50') +
    at(640, 560, sprig(s, 260, 9, { leaf: '#6f9a5c', stem: '#6a7a44', size: 62 }), {
      turn: -50,
    }) +
    at(700, 600, sprig(s, 220, 8, { leaf: '#87a86a', stem: '#6a7a44', size: 54 }), {
      turn: -30,
    }) +
    s.shadow(430, 632, 260) +
    at(
      430,
      640,
      basket(
        s,
        { width: 470, height: 170, handle: true },
        times(60, () =>
          stroke(
            `M${n(s.between(-220, 200))} ${n(s.between(-10, 30))}q30 ${n(s.between(-40, -6))} 70 ${n(s.between(-10, 20))}`,
            s.pick(['#d9b65c', '#c49a3e', '#ecd185']),
            4,
          ),
        ) +
          [
            [-150, -4],
            [-76, -16],
            [4, -20],
            [84, -14],
            [152, -2],
            [-110, -56],
            [-34, -66],
            [44, -66],
            [116, -52],
            [4, -110],
          ]
            .map(([x, y]) =>
              at(x!, y!, egg(s, 45, s.pick(['#d9a679', '#e6c09a', '#c98f62', '#eed5b8'])), {
                turn: s.between(-40, 40),
              }),
            )
            .join(''),
      ),
    ) +
    s.shadow(700, 676, 50, 12) +
    at(700, 644, egg(s, 42, '#d9a679'), { turn: 70 }),
}

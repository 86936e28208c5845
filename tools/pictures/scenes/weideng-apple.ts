import { airs, valley } from '../backdrops.js'
import { at } from '../draw.js'
import { table } from '../grounds.js'
import { basket } from '../motifs/containers.js'
import { apple } from '../motifs/fruits.js'
import { leaf } from '../motifs/plants.js'
import type { Scene } from '../scene.js'

export const weidengApple: Scene = {
  alt: {
    zh: '竹篮里红苹果堆得满满，叶子还青，一只苹果放在木桌上',
    en: 'A bamboo basket piled with red apples, leaves still green, one apple on the wooden table',
  },
  draw: (s) =>
    valley(s, airs.day) +
    table(s, '#b17f4d') +
    s.shadow(430, 632, 260) +
    at(
      430,
      640,
      basket(
        s,
        { width: 440, height: 180, handle: true },
        [
          [-130, -22, 66],
          [0, -34, 72],
          [128, -24, 66],
          [-66, -110, 66],
          [70, -112, 68],
          [0, -180, 60],
        ]
          .map(([x, y, r]) =>
            at(x!, y!, apple(s, r!, s.pick(['#bf3329', '#c9402f', '#b32c2a'])), {
              turn: s.between(-16, 16),
            }),
          )
          .join('') +
          at(-20, -180, leaf(s, 96, 34, '#5f9146'), { turn: -150 }) +
          at(128, -80, leaf(s, 90, 30, '#6f9f4f'), { turn: -20 }),
      ),
    ) +
    s.shadow(716, 672, 76, 18) +
    at(706, 606, apple(s, 72, '#c23b2e')) +
    at(720, 530, leaf(s, 92, 30, '#5f9146'), { turn: -24 }),
}

import { airs, valley } from '../backdrops.js'
import { at, fill, stroke } from '../draw.js'
import { snow } from '../grounds.js'
import { bottle, paper, shapes } from '../motifs/bottles.js'
import { grapes, vineLeaf } from '../motifs/fruits.js'
import type { Scene } from '../scene.js'

export const tachengIceWine: Scene = {
  alt: {
    zh: '雪地里一支细长的金色冰葡萄酒，旁边挂着霜的冰葡萄串',
    en: 'A slim bottle of golden ice wine standing in snow beside a frosted bunch of grapes',
  },
  draw: (s) =>
    valley(s, airs.cold, { snow: true }) +
    snow(s) +
    stroke('M500 70Q700 40 980 90', '#5f4630', 15) +
    at(690, 120, vineLeaf(s, 90, '#a9793c'), { turn: 190 }) +
    at(660, 130, grapes(s, '#46406e', { rows: 8, size: 33, frost: true })) +
    s.shadow(380, 646, 110, 24, 0.25) +
    at(
      370,
      656,
      bottle(s, {
        profile: shapes.slim,
        glass: '#e8dca8',
        liquid: '#e0a72c',
        level: -320,
        cap: { colour: '#24386e', height: 96 },
        label: { y: -214, height: 150, paper, ink: '#24386e', second: '#c98a1e' },
      }),
      { scale: 1.2 },
    ) +
    fill('M250 664Q370 640 500 668Q380 690 250 664Z', '#ffffff'),
}

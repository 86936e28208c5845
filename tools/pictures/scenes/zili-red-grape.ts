import { airs, valley } from '../backdrops.js'
import { at, stroke } from '../draw.js'
import { slope } from '../grounds.js'
import { grapes, vineLeaf } from '../motifs/fruits.js'
import type { Scene } from '../scene.js'

export const ziliRedGrape: Scene = {
  alt: {
    zh: '一大串紫红的红提垂在葡萄架下，叶子经霜微红，后面是河谷',
    en: 'A large bunch of wine-red grapes under the vine, leaves touched by autumn, the valley behind',
  },
  draw: (s) =>
    valley(s, airs.dawn, { terraces: true }) +
    slope(s, '#8aa05c') +
    stroke('M-20 96Q300 60 520 92T980 70', '#6d4c2e', 20) +
    stroke('M560 90q40 40 30 90q-6 30 20 40', '#8a6a3c', 5) +
    at(250, 110, vineLeaf(s, 130, '#7d9a48'), { turn: 196 }) +
    at(700, 120, vineLeaf(s, 140, '#b0723c'), { turn: 160 }) +
    at(600, 84, vineLeaf(s, 120, '#86a04c'), { turn: 20 }) +
    at(340, 84, vineLeaf(s, 110, '#a9a04a'), { turn: -30 }) +
    at(640, 170, grapes(s, '#8c2f4b', { rows: 7, size: 30 }), { scale: 0.82 }) +
    at(440, 160, grapes(s, '#a0304f', { rows: 9, size: 38 })) +
    at(470, 130, vineLeaf(s, 110, '#91a84f'), { turn: 96 }),
}

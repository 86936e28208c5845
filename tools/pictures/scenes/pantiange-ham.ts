import { wall } from '../backdrops.js'
import { at } from '../draw.js'
import { table } from '../grounds.js'
import { board } from '../motifs/containers.js'
import { ham, hamSlice } from '../motifs/meat.js'
import { sprig } from '../motifs/plants.js'
import type { Scene } from '../scene.js'

export const pantiangeHam: Scene = {
  alt: {
    zh: '一条琥珀色的整腿火腿搁在木板上，切面绯红，旁边几片薄片',
    en: 'A whole amber ham on a board, its cut face deep red, thin slices beside it',
  },
  draw: (s) =>
    wall(s, '#c9b08a') +
    table(s, '#7a5030') +
    s.shadow(450, 640, 330, 40) +
    at(440, 610, board(s, 600, 130, '#b8854e')) +
    at(450, 490, ham(s), { scale: 1.06 }) +
    at(330, 648, hamSlice(s)) +
    at(450, 660, hamSlice(s)) +
    at(570, 650, hamSlice(s)) +
    at(690, 632, sprig(s, 130, 6, { leaf: '#5f8f4c', stem: '#5a7a3c', size: 40 }), { turn: -10 }),
}

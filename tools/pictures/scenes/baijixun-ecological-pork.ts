import { airs, valley } from '../backdrops.js'
import { at, oval, times } from '../draw.js'
import { table } from '../grounds.js'
import { board } from '../motifs/containers.js'
import { ginger, scallion, slab } from '../motifs/meat.js'
import type { Scene } from '../scene.js'

export const baijixunEcologicalPork: Scene = {
  alt: {
    zh: '一方层次分明的五花肉放在木板上，旁边是葱、姜和花椒',
    en: 'A block of layered pork belly on a board with spring onion, ginger and Sichuan pepper',
  },
  draw: (s) =>
    valley(s, airs.day) +
    table(s, '#95683f') +
    s.shadow(450, 646, 330, 40) +
    at(440, 612, board(s, 600, 140, '#c4945c')) +
    at(
      200,
      600,
      slab(s, 380, 190, { skin: '#e8b98f', fat: '#f7e6d8', lean: '#d0696a', layers: 4 }),
    ) +
    at(170, 650, scallion(s, 330)) +
    at(640, 648, ginger(s, 1)) +
    times(12, () => s.volume(oval(s.between(520, 600), s.between(650, 676), 8, 7), '#a8352a')),
}

import { airs, valley } from '../backdrops.js'
import { at, fill, poly, times } from '../draw.js'
import { cloth, lisu } from '../grounds.js'
import { gastrodia, slice } from '../motifs/roots.js'
import type { Scene } from '../scene.js'

export const weixiGastrodia: Scene = {
  alt: {
    zh: '铺着蓝布的木盒里排着半透明的干天麻，旁边几片切片',
    en: 'Translucent dried gastrodia tubers in a cloth-lined wooden box, a few slices beside them',
  },
  draw: (s) =>
    valley(s, airs.green) +
    cloth(s, '#efe3cb', lisu) +
    s.shadow(450, 590, 310, 44) +
    s.volume(
      poly([
        [170, 420],
        [730, 420],
        [780, 590],
        [120, 590],
      ]),
      '#8a5a34',
      { round: false },
    ) +
    fill(
      poly([
        [192, 434],
        [708, 434],
        [750, 572],
        [150, 572],
      ]),
      '#33487f',
    ) +
    times(3, (i) =>
      at(214 - i * 12, 424 + i * 56, s.shadow(84, 26, 84, 20) + gastrodia(s, 158), {
        turn: s.between(-6, 6),
      }),
    ) +
    times(3, (i) =>
      at(394 - i * 6, 418 + i * 57, s.shadow(84, 26, 84, 20) + gastrodia(s, 162), {
        turn: s.between(-6, 6),
      }),
    ) +
    times(3, (i) =>
      at(572 + i * 4, 422 + i * 56, s.shadow(80, 26, 80, 20) + gastrodia(s, 156), {
        turn: s.between(-6, 6),
      }),
    ) +
    s.volume(
      poly([
        [120, 590],
        [780, 590],
        [780, 618],
        [120, 618],
      ]),
      '#75492a',
      { round: false },
    ) +
    at(650, 656, slice(s, 58, 24, '#f1dcae', '#b98a50')) +
    at(726, 668, slice(s, 52, 22, '#ecd39e', '#b98a50')) +
    at(560, 672, slice(s, 50, 21, '#f1dcae', '#b98a50')),
}

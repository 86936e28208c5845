import { airs, valley } from '../backdrops.js'
import { at, times } from '../draw.js'
import { slope } from '../grounds.js'
import { morel, moss, pines } from '../motifs/fungi.js'
import { blade } from '../motifs/plants.js'
import type { Scene } from '../scene.js'

export const freshMorel: Scene = {
  alt: {
    zh: '苔藓地上长着几朵新鲜羊肚菌，背后是雾中的松林',
    en: 'Fresh morels growing in moss, misty pines behind',
  },
  draw: (s) =>
    valley(s, airs.green) +
    pines(s) +
    slope(s, '#6f8a48') +
    moss(s) +
    s.shadow(450, 640, 130) +
    s.shadow(290, 620, 90) +
    s.shadow(620, 630, 100) +
    at(610, 628, morel(s, 190, '#a9834f'), { turn: 8 }) +
    at(290, 620, morel(s, 170, '#b58d55'), { turn: -10 }) +
    at(450, 650, morel(s, 270, '#9a7544')) +
    at(720, 660, morel(s, 110, '#b08a55'), { turn: 14 }) +
    times(9, (i) =>
      at(
        180 + i * 74,
        690,
        blade(s.between(70, 140), s.between(-40, 40), 6, s.pick(['#8fae58', '#6a8a40'])),
      ),
    ),
}

import { airs, valley } from '../backdrops.js'
import { at, fill, oval, times } from '../draw.js'
import { slope } from '../grounds.js'
import { fowl } from '../motifs/animals.js'
import type { Scene } from '../scene.js'

export const namiChicken: Scene = {
  alt: {
    zh: '一只羽色金红的那米公鸡立在草坡上，背后是攀天阁的稻坝',
    en: 'A red-gold Nami cock standing on a grassy slope, the Pantiange rice basin behind',
  },
  draw: (s) =>
    valley(s, airs.honey, { terraces: true }) +
    slope(s, '#8ba055') +
    s.shadow(450, 652, 170, 28) +
    at(
      410,
      654,
      fowl(s, {
        body: '#a8502a',
        neck: '#d9952f',
        wing: '#7c3420',
        tail: ['#1f3d3a', '#2f5a50', '#17302f', '#3b2f4a'],
        comb: '#c62f28',
        legs: '#c99a3c',
        cock: true,
      }),
      { scale: 1.26 },
    ) +
    times(26, () => fill(oval(s.between(200, 640), s.between(664, 702), 5, 3.5), '#e8c45c')),
}

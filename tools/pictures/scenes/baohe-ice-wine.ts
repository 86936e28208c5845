import { wall } from '../backdrops.js'
import { at, fill, oval, times } from '../draw.js'
import { cloth } from '../grounds.js'
import { bottle, paper, shapes, wineGlass } from '../motifs/bottles.js'
import type { Scene } from '../scene.js'

export const baoheIceWine: Scene = {
  alt: {
    zh: '两杯琥珀色冰酒和一瓶深色瓶的冰酒放在红布上，窗外飘雪',
    en: 'Two glasses of amber ice wine and a dark bottle on red cloth, snow outside the window',
  },
  draw: (s) =>
    wall(s, '#b9a58b') +
    fill('M520 40H860V360H520Z', '#6d4c2e') +
    fill(
      'M540 60H680V340H540ZM700 60H840V340H700Z',
      s.linear([
        [0, '#9db4cf'],
        [1, '#e3ebf2'],
      ]),
    ) +
    fill(
      'M540 300L600 250L640 280L680 240V340H540ZM700 260L760 220L800 260L840 240V340H700Z',
      '#f7fafc',
    ) +
    times(34, () =>
      fill(oval(s.between(546, 836), s.between(66, 334), s.between(2, 5)), '#ffffff', 0.9),
    ) +
    cloth(s, '#8f2d25', { ground: '#24386e', thread: '#e0a945', light: '#f6ecd9' }) +
    s.shadow(330, 610, 100) +
    at(
      320,
      616,
      bottle(s, {
        profile: shapes.burgundy,
        glass: '#3f3a1e',
        liquid: '#6a4a12',
        level: -300,
        cap: { colour: '#b3372b', height: 110 },
        label: { y: -208, height: 150, paper, ink: '#7c2620', second: '#c98a1e' },
      }),
      { scale: 1.12 },
    ) +
    s.shadow(540, 612, 66, 14) +
    at(530, 616, wineGlass(s, '#d98e1f', 310)) +
    s.shadow(690, 620, 66, 14) +
    at(684, 624, wineGlass(s, '#e0a02c', 280)),
}

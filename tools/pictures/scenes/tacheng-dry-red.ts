import { airs, valley } from '../backdrops.js'
import { at } from '../draw.js'
import { table } from '../grounds.js'
import { bottle, paper, shapes, wineGlass } from '../motifs/bottles.js'
import { grapes } from '../motifs/fruits.js'
import type { Scene } from '../scene.js'

export const tachengDryRed: Scene = {
  alt: {
    zh: '一瓶干红和一杯深红的酒，旁边一串紫葡萄，背后是腊普河谷',
    en: 'A bottle of dry red with a glass of deep red wine and dark grapes, the Lapu valley behind',
  },
  draw: (s) =>
    valley(s, airs.dusk, { terraces: true }) +
    table(s, '#6f4a33') +
    s.shadow(360, 630, 110) +
    at(
      350,
      640,
      bottle(s, {
        profile: shapes.bordeaux,
        glass: '#1f2a1c',
        liquid: '#3b1220',
        level: -330,
        cap: { colour: '#7c2620', height: 120 },
        label: { y: -240, height: 170, paper, ink: '#7c2620', second: '#24386e' },
      }),
      { scale: 1.14 },
    ) +
    s.shadow(610, 630, 90, 18) +
    at(600, 640, wineGlass(s, '#7c1f30', 390)) +
    at(720, 590, grapes(s, '#4a2a52', { rows: 4, size: 30 }), { turn: 74 }) +
    at(590, 660, grapes(s, '#4a2a52', { rows: 3, size: 26 }), { turn: 82 }),
}

import { wall } from '../backdrops.js'
import { at } from '../draw.js'
import { cloth, lisu } from '../grounds.js'
import { strawberry } from '../motifs/fruits.js'
import { plate } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const weidengStrawberry: Scene = {
  alt: {
    zh: '青花盘里一捧鲜红的草莓，带着绿蒂',
    en: 'Bright red strawberries with green caps on a blue-and-white dish',
  },
  nearer: 1.18,
  draw: (s) =>
    wall(s, '#e2cdb9') +
    cloth(s, '#f0e6d6', lisu) +
    s.shadow(450, 596, 300, 50) +
    at(440, 570, plate(s, { rx: 300, colour: '#f4f2ea', ring: '#36508f' })) +
    [
      [270, 540, 62, -20],
      [600, 540, 64, 24],
      [380, 500, 70, -8],
      [500, 490, 72, 12],
      [330, 590, 66, -30],
      [560, 596, 66, 30],
      [446, 580, 78, 4],
      [440, 420, 68, -6],
    ]
      .map(([x, y, r, turn]) => at(x!, y!, strawberry(s, r!), { turn }))
      .join('') +
    at(740, 640, strawberry(s, 46), { turn: 70 }),
}

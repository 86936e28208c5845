import { airs, valley } from '../backdrops.js'
import { at, fill, oval, stroke, times } from '../draw.js'
import { slope } from '../grounds.js'
import { fowl } from '../motifs/animals.js'
import type { Scene } from '../scene.js'

export const lijiaBlackChicken: Scene = {
  alt: {
    zh: '一只黑羽黑冠的乌骨母鸡站在竹篱前',
    en: 'A black-boned hen with black feathers and dark comb before a bamboo fence',
  },
  draw: (s) =>
    valley(s, airs.green) +
    times(
      13,
      (i) =>
        stroke(`M${20 + i * 78} 300V480`, '#b39a5e', 20) +
        stroke(`M${14 + i * 78} 300V480`, '#dcc88e', 5, 0.8),
    ) +
    stroke('M0 350H960M0 430H960', '#9a8048', 14) +
    slope(s, '#7f9452') +
    s.shadow(450, 652, 170, 28) +
    at(
      430,
      654,
      fowl(s, {
        body: '#34323a',
        neck: '#2a2a33',
        wing: '#25242b',
        tail: ['#1f2b33', '#2b3a40', '#191a20'],
        comb: '#5a3b4c',
        legs: '#3f4650',
      }),
      { scale: 1.28 },
    ) +
    times(20, () => fill(oval(s.between(180, 420), s.between(664, 702), 5, 3.5), '#e8d08c')),
}

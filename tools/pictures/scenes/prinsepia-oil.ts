import { airs, valley } from '../backdrops.js'
import { at, fill, oval, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { bottle, paper, shapes } from '../motifs/bottles.js'
import { leaf } from '../motifs/plants.js'
import { bowl } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const prinsepiaOil: Scene = {
  alt: {
    zh: '深色小瓶青刺果油，旁边带刺的枝上结着蓝紫色果子',
    en: 'A small dark bottle of prinsepia oil beside a thorny twig with blue-purple fruits',
  },
  draw: (s) => {
    const fruit = (x: number, y: number) =>
      at(
        x,
        y,
        s.volume(oval(0, 0, 24, 30), s.pick(['#4c3f78', '#5a4a8a', '#3d3566']), { light: 0.4 }) +
          fill(oval(-8, -10, 6, 8), '#fff', 0.45),
      )
    return (
      valley(s, airs.dusk) +
      table(s, '#8c6442') +
      at(
        820,
        240,
        stroke('M60 -40Q-160 20 -330 160', '#5f7a44', 10) +
          times(8, (i) => stroke(`M${-10 - i * 40} ${-10 + i * 18}l-8 -34`, '#4f6a38', 5)) +
          times(10, (i) =>
            at(-i * 33, -14 + i * 16, leaf(s, 92, 20, '#5f8f4c', 5), { turn: i % 2 ? 60 : -120 }),
          ) +
          times(9, (i) => fruit(-40 - i * 30, 40 + i * 17 + (i % 2) * 26)),
      ) +
      s.shadow(380, 632, 140) +
      at(
        370,
        640,
        bottle(s, {
          profile: shapes.dropper,
          glass: '#5b3a1e',
          liquid: '#7a4a1c',
          level: -180,
          cap: { colour: '#2b2420', height: 22 },
          label: { y: -152, height: 120, paper, ink: '#4c3f78', second: '#5f8f4c' },
        }) +
          s.volume('M-17 -262C-22 -300 -20 -340 0 -346C20 -340 22 -300 17 -262Z', '#2f2a2a', {
            light: 0.4,
          }),
        { scale: 1.34 },
      ) +
      s.shadow(650, 664, 100, 22) +
      at(
        650,
        664,
        bowl(
          s,
          { width: 210, height: 84, colour: '#e9dfc8', pattern: 'rings', ink: '#4c3f78' },
          times(7, (i) => fruit(-66 + (i % 4) * 44 + (i > 3 ? 22 : 0), i > 3 ? -40 : -8)),
        ),
      )
    )
  },
}

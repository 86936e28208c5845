import { airs, valley } from '../backdrops.js'
import { at, fill, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { crate } from '../motifs/containers.js'
import { greens, rod, tomato } from '../motifs/vegetables.js'
import type { Scene } from '../scene.js'

export const yongfuGreenhouseVegetables: Scene = {
  alt: {
    zh: '木箱里装着青菜、番茄、黄瓜和青椒，刚从大棚摘下',
    en: 'A wooden crate of greens, tomatoes, cucumbers and green peppers fresh from the greenhouse',
  },
  draw: (s) => {
    const pepper = (x: number, y: number, turn: number) =>
      at(
        x,
        y,
        s.volume(
          'M-40 -30C-64 -10 -52 70 -20 84C0 92 24 90 36 76C60 40 58 -16 38 -32C20 -44 -20 -44 -40 -30Z',
          '#4f8a3f',
          { light: 0.4 },
        ) +
          stroke('M-10 -30q-12 50 2 104M18 -32q10 50 0 100', '#356a2c', 4, 0.5) +
          stroke('M0 -34q2 -20 14 -26', '#3c6b30', 10),
        { turn },
      )
    const inside =
      at(-150, 10, greens(s, 250, '#4f8b45')) +
      at(150, 8, greens(s, 240, '#6aa352')) +
      at(10, 6, greens(s, 270, '#5c9a4c')) +
      at(-190, -26, rod(s, 300, 30, '#3f7d3c', { taper: 0.9, rings: 9, bend: -16 }), {
        turn: 8,
      }) +
      at(-40, -40, tomato(s, 58)) +
      at(66, -28, tomato(s, 62)) +
      at(-130, -18, tomato(s, 52)) +
      pepper(166, -44, 14)
    const hoops = times(6, (i) =>
      stroke(
        `M${90 + i * 150} 460C${90 + i * 150} 210 ${330 + i * 150} 210 ${330 + i * 150} 460`,
        '#ffffff',
        5,
        0.55,
      ),
    )
    return (
      valley(s, airs.green) +
      fill('M0 300C260 180 700 180 960 300V460H0Z', '#ffffff', 0.32) +
      hoops +
      table(s, '#a9835a') +
      s.shadow(450, 640, 280) +
      at(450, 646, crate(s, { width: 500, height: 170 }, inside)) +
      at(760, 650, tomato(s, 46)) +
      at(196, 664, tomato(s, 40))
    )
  },
}

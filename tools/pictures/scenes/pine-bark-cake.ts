import { airs, valley } from '../backdrops.js'
import { at, fill, n, oval, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { leaf } from '../motifs/plants.js'
import { turned } from '../motifs/pottery.js'
import { pineCone, pineTwig } from '../motifs/sweets.js'
import type { Scene } from '../scene.js'

export const pineBarkCake: Scene = {
  alt: {
    zh: '栗红色的松皮子粑粑叠在粽叶上，旁边松枝和松果',
    en: 'Chestnut-red pine-bark rice cakes stacked on a leaf with a pine twig and cones beside them',
  },
  draw: (s) => {
    const cake = (x: number, y: number) =>
      at(
        x,
        y,
        fill(oval(8, 22, 104, 30), '#1d140c', 0.25) +
          turned(s, 'M-100 -8A100 32 0 0 0 100 -8V14A100 32 0 0 1 -100 14Z', '#7d4128') +
          s.volume(oval(0, -8, 100, 32), '#9a5636', { light: 0.36, dark: 0.28 }) +
          times(30, () => {
            const a = s.between(0, 6.28)
            const r = Math.sqrt(s.chance())
            return stroke(
              `M${n(Math.cos(a) * r * 86)} ${n(-8 + Math.sin(a) * r * 26)}l${n(s.between(4, 12))} ${n(s.between(-3, 3))}`,
              s.pick(['#5f2c1a', '#c98a63']),
              3,
              0.6,
            )
          }) +
          fill(oval(-30, -18, 34, 8), '#fff6e4', 0.2),
      )
    return (
      valley(s, airs.green) +
      table(s, '#86603f') +
      at(620, 330, pineTwig(s, 330), { turn: 18 }) +
      at(600, 260, pineTwig(s, 300), { turn: -14 }) +
      s.shadow(430, 640, 300, 40) +
      at(110, 620, leaf(s, 650, 104, '#4f8043', 10), { turn: -3 }) +
      at(180, 650, leaf(s, 600, 90, '#5f9150', 10), { turn: 3 }) +
      cake(320, 610) +
      cake(530, 600) +
      cake(420, 560) +
      cake(340, 512) +
      cake(480, 500) +
      cake(410, 450) +
      s.shadow(726, 664, 60, 14) +
      at(716, 610, pineCone(s, 64), { turn: 24 }) +
      at(790, 640, pineCone(s, 44), { turn: -30 })
    )
  },
}

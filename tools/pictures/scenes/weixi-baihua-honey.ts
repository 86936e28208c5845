import { airs, valley } from '../backdrops.js'
import { at, fill, stroke } from '../draw.js'
import { slope } from '../grounds.js'
import { bottle, paper, shapes } from '../motifs/bottles.js'
import { bee, dipper } from '../motifs/honey.js'
import { flower, leaf } from '../motifs/plants.js'
import type { Scene } from '../scene.js'

export const weixiBaihuaHoney: Scene = {
  alt: {
    zh: '一罐琥珀色百花蜜，木蜜勺滴着蜜，四周是山野花',
    en: 'A jar of amber wildflower honey, a wooden dipper dripping, mountain flowers around',
  },
  draw: (s) => {
    const wild = (
      x: number,
      y: number,
      high: number,
      lean: number,
      colour: string,
      heart: string,
      size = 34,
    ) =>
      at(
        x,
        y,
        stroke(`M0 0Q${lean * 0.2} ${-high * 0.5} ${lean} ${-high}`, '#6a8f4a', 6) +
          at(lean * 0.4, -high * 0.4, leaf(s, 80, 22, '#6f9a52'), { turn: -20 }) +
          at(lean, -high, flower(s, size, 6, colour, heart)),
      )
    return (
      valley(s, airs.honey) +
      slope(s, '#93a85c') +
      wild(690, 600, 300, 40, '#e9a0b2', '#e3b02c') +
      wild(610, 590, 370, -10, '#f5f0e6', '#e3b02c', 40) +
      wild(760, 620, 210, 40, '#8f83c4', '#f0d27a') +
      wild(240, 600, 320, -40, '#b98ad0', '#f0d27a', 38) +
      wild(180, 640, 210, -10, '#f3c84c', '#b5701c', 32) +
      s.shadow(450, 644, 170) +
      at(
        430,
        650,
        bottle(s, {
          profile: shapes.jar,
          glass: '#f2e3b8',
          liquid: '#d98e1f',
          level: -262,
          cap: { colour: '#b98148', height: 34 },
          label: { y: -200, height: 130, paper, ink: '#7a5310', second: '#c98a1e' },
        }),
        { scale: 1.22 },
      ) +
      at(640, 520, dipper(s, '#e0a02c'), { turn: 8 }) +
      fill('M590 640C590 610 700 606 710 640C720 668 590 668 590 640Z', '#e0a02c', 0.9) +
      at(220, 210, bee(s, 30)) +
      at(700, 160, bee(s, 24), { flip: true })
    )
  },
}

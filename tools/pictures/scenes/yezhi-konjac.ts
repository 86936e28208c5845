import { airs, valley } from '../backdrops.js'
import { at, fill, oval, pebble, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { board } from '../motifs/containers.js'
import { leaf } from '../motifs/plants.js'
import type { Scene } from '../scene.js'

export const yezhiKonjac: Scene = {
  alt: {
    zh: '几个圆扁的魔芋球茎，顶上粉红的芽，旁边切着灰白的魔芋块',
    en: 'Round flat konjac corms with pink buds, cut blocks of grey konjac beside them',
  },
  draw: (s) => {
    const corm = (size: number) => {
      const d = pebble(s, 0, 0, size, size * 0.66, 0.04)
      return (
        s.volume(d, '#8a6248', { light: 0.32, dark: 0.5 }) +
        s.inside(
          d,
          times(26, () =>
            fill(
              oval(
                s.between(-1, 1) * size,
                s.between(-0.6, 0.6) * size,
                s.between(3, 8),
                s.between(2, 5),
              ),
              s.pick(['#6a4632', '#a77e60']),
              0.6,
            ),
          ) +
            times(4, (i) =>
              stroke(
                oval(0, -size * 0.28, size * (0.3 + i * 0.2), size * (0.12 + i * 0.12)),
                '#5f3e2c',
                3,
                0.4,
              ),
            ),
        ) +
        fill(oval(0, -size * 0.46, size * 0.3, size * 0.12), '#5f3e2c', 0.8) +
        s.volume(
          `M${-size * 0.13} ${-size * 0.46}C${-size * 0.16} ${-size * 0.7} ${-size * 0.04} ${-size * 0.9} 0 ${-size}C${size * 0.06} ${-size * 0.9} ${size * 0.18} ${-size * 0.7} ${size * 0.13} ${-size * 0.46}Z`,
          '#d98a8f',
          { light: 0.5 },
        )
      )
    }
    const block = (x: number, y: number) =>
      at(
        x,
        y,
        fill('M-60 26L66 26L96 44L-30 46Z', '#1d140c', 0.25) +
          s.volume('M-60 -20L40 -20L62 -40L-34 -40Z', '#d5d2cc', { round: false, light: 0.5 }) +
          s.volume('M-60 -20H40V30H-60Z', '#b8b4ae', { round: false, light: 0.4 }) +
          s.volume('M40 -20L62 -40V8L40 30Z', '#8f8b86', { round: false }) +
          times(14, () => fill(oval(s.between(-54, 34), s.between(-14, 26), 2, 2), '#6f6b66', 0.7)),
      )
    return (
      valley(s, airs.earth) +
      table(s, '#94693f') +
      at(330, 470, leaf(s, 210, 62, '#55823f'), { turn: -60 }) +
      at(330, 470, leaf(s, 200, 56, '#4a7538'), { turn: -112 }) +
      at(340, 470, leaf(s, 190, 54, '#64914a'), { turn: -28 }) +
      s.shadow(590, 560, 150) +
      at(590, 500, corm(150)) +
      s.shadow(370, 628, 190) +
      at(360, 550, corm(196)) +
      at(660, 660, board(s, 330, 66, '#c79a63')) +
      block(600, 640) +
      block(716, 652)
    )
  },
}

import { airs, valley } from '../backdrops.js'
import { at, fill, n, oval, stroke, times } from '../draw.js'
import { cloth, lisu } from '../grounds.js'
import { turned } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const tachengSaffron: Scene = {
  alt: {
    zh: '盛开的紫色藏红花，三根鲜红的花柱垂下，旁边一小碟红花丝',
    en: 'Purple saffron crocuses in bloom with three red stigmas, a small dish of red threads',
  },
  draw: (s) => {
    const crocus = (x: number, y: number, k: number) =>
      at(
        x,
        y,
        times(9, (i) =>
          stroke(
            `M0 0Q${n((i - 4) * 16)} -80 ${n((i - 4) * 34)} ${n(-130 - s.between(0, 60))}`,
            s.pick(['#5f8f48', '#76a35a']),
            5,
          ),
        ) +
          fill('M-8 0L-10 -120H10L8 0Z', '#e6e0f0') +
          [-58, 58, -28, 28, 0]
            .map((a) =>
              at(
                0,
                -108,
                s.volume(
                  'M0 0C-54 -40 -52 -130 0 -186C52 -130 54 -40 0 0Z',
                  a === 0 ? '#9a7fc6' : s.pick(['#7d5fb0', '#8a6cbc']),
                  { light: 0.42, dark: 0.3 },
                ) +
                  [-12, 0, 12]
                    .map((v) => stroke(`M0 -6Q${v} -80 ${v * 1.4} -150`, '#5a3f8e', 2, 0.5))
                    .join(''),
                { turn: a },
              ),
            )
            .join('') +
          [-1, 0, 1]
            .map((k2) =>
              stroke(
                `M0 -150Q${k2 * 22} -230 ${k2 * 60} ${-248 + Math.abs(k2) * 40}`,
                '#c62f22',
                9,
              ),
            )
            .join('') +
          stroke('M-6 -150Q-10 -200 -22 -222', '#e9b52e', 8),
        { scale: k },
      )
    const thread = (x: number, y: number) =>
      stroke(
        `M${n(x)} ${n(y)}q${n(s.between(-12, 12))} ${n(s.between(-14, 4))} ${n(s.between(-34, 34))} ${n(s.between(-12, 12))}`,
        s.pick(['#b5231c', '#cf3a25', '#931a18', '#e0642e']),
        4,
      )
    return (
      valley(s, airs.dawn) +
      cloth(s, '#efe6d4', lisu) +
      crocus(316, 600, 0.9) +
      crocus(604, 560, 0.84) +
      crocus(456, 600, 1.26) +
      s.shadow(640, 650, 140, 26) +
      at(
        640,
        650,
        turned(s, 'M-116 -40Q0 -14 116 -40V0Q0 34 -116 0Z', '#d9b65c') +
          fill(oval(0, -42, 116, 30), '#f1e3b8') +
          fill(oval(0, -40, 100, 24), '#b58d36') +
          times(110, () => {
            const a = s.between(0, 6.28)
            const r = Math.sqrt(s.chance())
            return thread(Math.cos(a) * r * 80, -46 + Math.sin(a) * r * 18 - (1 - r) * 26)
          }),
      )
    )
  },
}

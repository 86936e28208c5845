import { at, fill, n, smooth, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { steam } from '../motifs/plants.js'
import type { Scene } from '../scene.js'

export const tonglePipaPork: Scene = {
  alt: {
    zh: '形如琵琶的整只腌琵琶肉挂在木楞房火塘上方，炊烟轻绕',
    en: 'A whole cured pork shaped like a pipa lute hanging in a log house above the hearth, smoke curling',
  },
  draw: (s) => {
    const logs = times(
      7,
      (i) =>
        s.volume(`M-20 ${i * 66}H980V${i * 66 + 62}H-20Z`, '#8f6a45', {
          round: false,
          light: 0.34,
        }) +
        stroke(`M0 ${i * 66 + 62}H960`, '#3b2614', 6, 0.6) +
        times(3, () =>
          stroke(
            `M${n(s.between(0, 800))} ${n(i * 66 + s.between(12, 52))}q70 8 150 0`,
            '#553820',
            3,
            0.4,
          ),
        ),
    )
    const d = smooth([
      [0, -250],
      [44, -226],
      [60, -150],
      [150, -60],
      [190, 60],
      [160, 180],
      [70, 236],
      [0, 246],
      [-70, 236],
      [-160, 180],
      [-190, 60],
      [-150, -60],
      [-60, -150],
      [-44, -226],
    ])
    return (
      logs +
      table(s, '#5f4029') +
      stroke('M0 60H960', '#4f361f', 30) +
      stroke('M450 70V130', '#c9a06a', 9) +
      at(460, 372, fill(d, '#1d140c', 0.3), { scale: 1.02 }) +
      at(
        450,
        364,
        s.volume(d, '#d79a55', { light: 0.42, dark: 0.42 }) +
          s.inside(
            d,
            fill(
              smooth([
                [0, -190],
                [50, -90],
                [96, 40],
                [70, 190],
                [0, 216],
                [-70, 190],
                [-96, 40],
                [-50, -90],
              ]),
              '#c9793c',
              0.5,
            ) +
              times(26, () =>
                stroke(
                  `M${n(s.between(-150, 130))} ${n(s.between(-150, 210))}q20 ${n(s.between(-6, 6))} 44 0`,
                  s.pick(['#9a5a28', '#f0c68a']),
                  4,
                  0.4,
                ),
              ),
          ) +
          stroke('M0 -220Q10 0 0 226', '#8f5a2a', 6, 0.6) +
          times(11, (i) => stroke(`M-14 ${-180 + i * 38}L14 ${-170 + i * 38}`, '#efe0c0', 5, 0.9)) +
          s.volume('M-30 -244C-36 -280 36 -280 30 -244C16 -236 -16 -236 -30 -244Z', '#b97a40'),
      ) +
      at(
        720,
        640,
        fill('M-110 20H110L80 50H-80Z', '#2b211b') +
          times(5, (i) => stroke(`M${-80 + i * 30} 24L${-30 + i * 26} -16`, '#4b3324', 17)) +
          s.volume(
            'M-46 8C-70 -50 -20 -60 -30 -110C10 -80 0 -60 16 -50C20 -66 18 -76 14 -86C60 -50 60 -10 40 10Z',
            '#e8852c',
            { light: 0.4, dark: 0.2 },
          ) +
          s.volume('M-20 8C-34 -20 0 -30 -6 -60C20 -40 30 -10 16 8Z', '#f6cf5a'),
      ) +
      steam(720, 500, 160)
    )
  },
}

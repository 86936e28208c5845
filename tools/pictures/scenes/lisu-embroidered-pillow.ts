import { wall } from '../backdrops.js'
import { at, fill, poly, smooth, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { flower, leaf } from '../motifs/plants.js'
import { GOLD, INDIGO, MADDER, UNDYED, seam, tassel } from '../motifs/weaves.js'
import type { Scene } from '../scene.js'

export const lisuEmbroideredPillow: Scene = {
  alt: {
    zh: '一只靛蓝绣花靠枕，中间是红白菱花，四角绣叶，靠在竹椅上',
    en: 'An indigo cushion embroidered with a red and white lozenge flower, leaves in the corners, on a bamboo seat',
  },
  draw: (s) => {
    const d = smooth([
      [-230, -226],
      [-110, -206],
      [0, -200],
      [110, -206],
      [230, -226],
      [208, -110],
      [202, 0],
      [208, 110],
      [230, 226],
      [110, 206],
      [0, 200],
      [-110, 206],
      [-230, 226],
      [-208, 110],
      [-202, 0],
      [-208, -110],
    ])
    const ring = (k: number) =>
      poly([
        [0, -150 * k],
        [150 * k, 0],
        [0, 150 * k],
        [-150 * k, 0],
      ])
    return (
      wall(s, '#dcc9a8') +
      table(s, '#a67a4a') +
      times(
        9,
        (i) =>
          stroke(`M${150 + i * 76} 130V620`, '#c9a258', 22) +
          stroke(`M${143 + i * 76} 130V620`, '#ecd494', 6, 0.8),
      ) +
      stroke('M100 150H810M100 600H810', '#b58b42', 30) +
      s.shadow(470, 640, 270, 40) +
      at(
        450,
        410,
        fill(d, '#1d140c', 0.28).replace('<path', '<path transform="translate(18 18)"') +
          s.volume(d, '#2a4180', { light: 0.3, dark: 0.45 }) +
          s.inside(
            d,
            fill(ring(1.1), MADDER) +
              fill(ring(1), UNDYED) +
              fill(ring(0.86), INDIGO) +
              fill(ring(0.7), GOLD) +
              fill(ring(0.62), MADDER) +
              seam(ring(0.95), MADDER) +
              flower(s, 76, 8, UNDYED, GOLD) +
              [
                [-1, -1],
                [1, -1],
                [1, 1],
                [-1, 1],
              ]
                .map(([x, y]) =>
                  at(
                    x! * 138,
                    y! * 138,
                    flower(s, 36, 6, '#d9785c', UNDYED) +
                      at(x! * 10, y! * 34, leaf(s, 60, 16, '#7fae7c', 3), {
                        turn: Math.atan2(-y!, -x!) * 57 + 60,
                      }) +
                      at(x! * 34, y! * 10, leaf(s, 60, 16, '#7fae7c', 3), {
                        turn: Math.atan2(-y!, -x!) * 57 - 60,
                      }),
                  ),
                )
                .join(''),
          ) +
          `<path d="${d}" fill="none" stroke="${GOLD}" stroke-width="7"/>` +
          [
            [-230, -226],
            [230, -226],
            [230, 226],
            [-230, 226],
          ]
            .map(([x, y]) =>
              at(x!, y!, tassel(s, 60, MADDER), {
                turn: y! < 0 ? (x! < 0 ? 130 : -130) : x! < 0 ? 40 : -40,
              }),
            )
            .join(''),
      )
    )
  },
}

import { at, fill, n, oval, smooth, stroke, times } from '../draw.js'
import type { Sketch } from '../sketch.js'

/** A chestnut standing on its pale base. */
export const chestnut = (s: Sketch, size: number) => {
  const d = `M0 ${-size}C${size * 0.3} ${-size * 0.8} ${size} ${-size * 0.5} ${size} ${size * 0.1}C${size} ${size * 0.7} ${size * 0.5} ${size * 0.8} 0 ${size * 0.8}C${-size * 0.5} ${size * 0.8} ${-size} ${size * 0.7} ${-size} ${size * 0.1}C${-size} ${-size * 0.5} ${-size * 0.3} ${-size * 0.8} 0 ${-size}Z`
  return (
    s.volume(d, '#7c3f1f', { light: 0.42, dark: 0.55 }) +
    s.inside(
      d,
      fill(oval(0, size * 0.92, size * 1.1, size * 0.45), '#c9a478') +
        times(4, (i) =>
          stroke(
            `M${(i - 1.5) * size * 0.4} ${-size * 0.6}q${(i - 1.5) * 8} ${size * 0.6} ${(i - 1.5) * 6} ${size * 1.1}`,
            '#4a2311',
            2,
            0.4,
          ),
        ),
    ) +
    fill(oval(-size * 0.4, -size * 0.2, size * 0.16, size * 0.26), '#fff', 0.5)
  )
}

/** A walnut in its shell. */
export const walnut = (s: Sketch, size: number) => {
  const d = oval(0, 0, size, size * 0.9)
  return (
    s.volume(d, '#b9854d', { light: 0.4, dark: 0.5 }) +
    s.inside(
      d,
      times(13, (i) =>
        stroke(
          `M${(i - 6) * size * 0.17} ${-size}q${s.between(-12, 12)} ${size * 0.5} ${s.between(-6, 6)} ${size}t${s.between(-6, 6)} ${size}`,
          '#7a4f26',
          2.5,
          0.5,
        ),
      ),
    ) +
    stroke(
      `M${size * 0.04} ${-size * 0.9}Q${size * 0.22} 0 ${size * 0.04} ${size * 0.9}`,
      '#8a5c30',
      6,
      0.8,
    )
  )
}

/** Half a kernel: two wings, each folded like a brain. */
export const walnutKernel = (s: Sketch, size: number) => {
  const wing = smooth([
    [0, -size * 0.5],
    [size * 0.22, -size * 0.86],
    [size * 0.5, -size * 0.72],
    [size * 0.78, -size * 0.8],
    [size * 0.98, -size * 0.42],
    [size * 0.86, -size * 0.1],
    [size * 1.02, size * 0.22],
    [size * 0.8, size * 0.6],
    [size * 0.5, size * 0.56],
    [size * 0.26, size * 0.86],
    [0, size * 0.46],
  ])
  const folds = [
    [0.2, -0.62, 0.34],
    [0.5, -0.5, 0.3],
    [0.3, -0.24, 0.5],
    [0.62, -0.1, 0.26],
    [0.24, 0.12, 0.44],
    [0.56, 0.26, 0.28],
    [0.24, 0.46, 0.34],
  ]
    .map(([x, y, long]) =>
      stroke(
        `M${n(x! * size)} ${n(y! * size)}q${n(long! * size * 0.3)} ${n(-size * 0.2)} ${n(long! * size * 0.6)} 0t${n(long! * size * 0.5)} ${n(size * 0.04)}`,
        '#8a5a28',
        size * 0.075,
        0.62,
      ),
    )
    .join('')
  const half =
    s.volume(wing, '#d9ae72', { light: 0.5, dark: 0.42, line: 0.5 }) + s.inside(wing, folds)
  return (
    half +
    at(0, 0, half, { flip: true }) +
    s.volume(oval(0, 0, size * 0.13, size * 0.6), '#b98747', { light: 0.4 })
  )
}

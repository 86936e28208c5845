import { fill, oval, stroke, times } from '../draw.js'
import { Sketch } from '../sketch.js'

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

/** Half a kernel: two lobes with folds. */
export const walnutKernel = (s: Sketch, size: number) => {
  const lobe = `M0 ${-size * 0.82}C${size * 0.5} ${-size * 1.05} ${size * 1.1} ${-size * 0.5} ${size} 0C${size * 1.1} ${size * 0.5} ${size * 0.5} ${size * 1.05} 0 ${size * 0.8}C${-size * 0.5} ${size * 1.05} ${-size * 1.1} ${size * 0.5} ${-size} 0C${-size * 1.1} ${-size * 0.5} ${-size * 0.5} ${-size * 1.05} 0 ${-size * 0.82}Z`
  const folds = times(9, () => {
    const x = s.between(-0.8, 0.8) * size
    const y = s.between(-0.7, 0.6) * size
    return stroke(
      `M${x} ${y}q${size * 0.14} ${-size * 0.18} ${size * 0.26} 0t${size * 0.22} ${size * 0.06}`,
      '#9c6c37',
      3,
      0.55,
    )
  })
  return (
    s.volume(lobe, '#dbb27a', { light: 0.45, dark: 0.4 }) +
    s.inside(lobe, folds) +
    stroke(`M0 ${-size * 0.75}Q${size * 0.1} 0 0 ${size * 0.74}`, '#8f6230', 5, 0.7)
  )
}

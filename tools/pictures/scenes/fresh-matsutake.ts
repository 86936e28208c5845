import { airs, valley } from '../backdrops.js'
import { at, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { matsutake, pines } from '../motifs/fungi.js'
import { leaf } from '../motifs/plants.js'
import type { Scene } from '../scene.js'

export const freshMatsutake: Scene = {
  alt: {
    zh: '蕨叶上摆着三支刚采的鲜松茸，粗白的菌柄带着松针',
    en: 'Three just-picked matsutake with stout white stems laid on fern leaves and pine needles',
  },
  draw: (s) => {
    const fern = (turn: number) =>
      at(
        450,
        640,
        stroke('M0 0Q200 -20 380 -10', '#4f7a3c', 6) +
          times(
            16,
            (i) =>
              at(
                20 + i * 22,
                -8,
                leaf(s, 86 - i * 4, 13, s.pick(['#5f9146', '#6fa052', '#54853f']), 3),
                { turn: -66 },
              ) +
              at(20 + i * 22, -8, leaf(s, 86 - i * 4, 13, s.pick(['#5f9146', '#54853f']), 3), {
                turn: 66,
              }),
          ),
        { turn },
      )
    return (
      valley(s, airs.dawn) +
      pines(s) +
      table(s, '#7f5a3c') +
      fern(180) +
      fern(0) +
      fern(-24) +
      fern(204) +
      s.shadow(450, 650, 260, 36) +
      at(300, 650, matsutake(s, 210), { turn: -26 }) +
      at(620, 650, matsutake(s, 220), { turn: 22 }) +
      at(455, 664, matsutake(s, 300), { turn: -2 }) +
      times(14, () => {
        const x = s.between(240, 700)
        const y = s.between(650, 700)
        return stroke(`M${x} ${y}l${s.between(-40, 40)} ${s.between(-14, 14)}`, '#7a8a44', 3)
      })
    )
  },
}

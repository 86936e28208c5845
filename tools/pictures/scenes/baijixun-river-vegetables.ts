import { airs, valley } from '../backdrops.js'
import { at, fill, oval, stroke, times } from '../draw.js'
import { basket } from '../motifs/containers.js'
import { cabbage, greens, rod } from '../motifs/vegetables.js'
import type { Scene } from '../scene.js'

export const baijixunRiverVegetables: Scene = {
  alt: {
    zh: '澜沧江边的石滩上，竹筐里放着白菜、红萝卜和胡萝卜',
    en: 'Chinese cabbage, red radishes and carrots in a bamboo basket on the stones by the Lancang river',
  },
  draw: (s) => {
    const radish = (x: number, y: number, size: number) =>
      at(
        x,
        y,
        greens(s, size * 2.3, '#5f9246') +
          s.volume(
            `M${-size} ${-size * 0.1}C${-size} ${-size} ${size} ${-size} ${size} ${-size * 0.1}C${size} ${size * 0.7} ${size * 0.2} ${size} 0 ${size * 1.7}C${-size * 0.2} ${size} ${-size} ${size * 0.7} ${-size} ${-size * 0.1}Z`,
            '#c83a55',
            { light: 0.42 },
          ) +
          fill(oval(-size * 0.36, -size * 0.3, size * 0.2, size * 0.14), '#fff', 0.5),
      )
    const carrot = (x: number, y: number, turn: number) =>
      at(
        x,
        y,
        at(0, 0, greens(s, 120, '#6d9a44', '#8fb56a'), { turn: -90 }) +
          rod(s, 210, 30, '#e07f2d', { taper: 0.15, rings: 8 }),
        { turn },
      )
    return (
      valley(s, airs.day) +
      fill(
        'M0 452Q300 400 520 430T960 402V470H0Z',
        s.linear(
          [
            [0, '#a9cfc9'],
            [1, '#5f9aa0'],
          ],
          [0, 0, 1, 0],
        ),
      ) +
      times(9, (i) =>
        stroke(`M${i * 120 - 40} ${438 - (i % 3) * 8}q40 -8 90 0`, '#ffffff', 3, 0.6),
      ) +
      stonesBed() +
      s.shadow(430, 630, 270) +
      at(
        430,
        640,
        basket(
          s,
          { width: 470, height: 170, colour: '#cda25e' },
          at(-110, 40, cabbage(s, 250)) +
            at(70, 40, cabbage(s, 232)) +
            radish(176, -26, 48) +
            carrot(20, -36, 14),
        ),
      ) +
      s.shadow(720, 680, 90, 20) +
      radish(690, 624, 44) +
      at(0, 0, carrot(200, 690, -8))
    )
    function stonesBed() {
      return (
        fill(
          'M0 460H960V720H0Z',
          s.linear(
            [
              [0, '#d8d2c2'],
              [0.5, '#b5b0a2'],
              [1, '#8a867c'],
            ],
            [0, 0, 1, 0.5],
          ),
        ) +
        times(120, () => {
          const y = s.between(468, 716)
          const k = 8 + (y - 460) * 0.14
          return s.volume(
            oval(s.between(0, 960), y, k * s.between(0.9, 1.4), k * 0.5),
            s.pick(['#b9b5a7', '#9da39f', '#c9c1ae', '#8f9793']),
            { dark: 0.25 },
          )
        })
      )
    }
  },
}

import { wall } from '../backdrops.js'
import { at, fill, oval, stroke, times } from '../draw.js'
import { cloth, pineCloth } from '../grounds.js'
import { steak } from '../motifs/meat.js'
import { steam } from '../motifs/plants.js'
import { lathe, plate, turned } from '../motifs/pottery.js'
import { greens } from '../motifs/vegetables.js'
import type { Scene } from '../scene.js'

export const weixiBlackBoneSheep: Scene = {
  alt: {
    zh: '一排带深色骨头的羊排，旁边砂锅炖着热汤，配萝卜和香菜',
    en: 'A row of mutton chops with dark bones, a clay pot of hot broth with radish and coriander',
  },
  draw: (s) => {
    const chop = (x: number, y: number, turn: number) =>
      at(
        x,
        y,
        stroke('M20 -20Q70 -110 64 -196', '#4a4548', 26) +
          stroke('M14 -24Q62 -110 57 -190', '#7d767a', 7, 0.8) +
          fill(oval(64, -200, 17, 14), '#5c5659') +
          steak(s, 84, 62, '#b0404a'),
        { turn },
      )
    return (
      wall(s, '#b9c2b4') +
      cloth(s, '#d9c9ab', pineCloth) +
      steam(650, 240, 160) +
      s.shadow(650, 520, 170) +
      at(
        640,
        520,
        turned(
          s,
          lathe([
            [150, -150],
            [156, -136],
            [152, -60],
            [110, -6],
            [90, 0],
          ]),
          '#7a5240',
        ) +
          fill(oval(0, -148, 150, 40), '#3f2a22') +
          fill(oval(0, -146, 138, 34), '#ecdcb4') +
          [
            [-80, -150],
            [-20, -138],
            [50, -152],
            [96, -142],
          ]
            .map(([x, y]) => s.volume(oval(x!, y!, 28, 13), '#f6f1e2', { light: 0.5 }))
            .join('') +
          s.volume(oval(10, -160, 34, 14), '#8f5a4a') +
          times(9, (i) => fill(oval(-100 + i * 25, -150 + (i % 3) * 8, 7, 4), '#5f9146')) +
          s.volume('M-150 -130C-196 -136 -196 -90 -150 -96Z', '#6b4636') +
          s.volume('M150 -130C196 -136 196 -90 150 -96Z', '#6b4636'),
      ) +
      s.shadow(380, 640, 230, 34) +
      at(380, 600, plate(s, { rx: 260, ry: 74, colour: '#f1efe6', ring: '#2f6b4f' })) +
      chop(500, 560, 10) +
      chop(390, 572, 2) +
      chop(280, 580, -8) +
      at(200, 640, greens(s, 110, '#5f9a4c'), { turn: 70 })
    )
  },
}

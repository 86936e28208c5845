import { airs, valley } from '../backdrops.js'
import { at, fill, oval, stroke } from '../draw.js'
import { table } from '../grounds.js'
import { board } from '../motifs/containers.js'
import { rod } from '../motifs/vegetables.js'
import type { Scene } from '../scene.js'

export const weixiStickyYam: Scene = {
  alt: {
    zh: '一捆带须的糯山药用红绳扎着，一根切开，露出雪白黏润的断面',
    en: 'Hairy sticky yams tied with red cord, one cut to show its snow-white face',
  },
  draw: (s) => {
    const yam = (long: number, w: number) =>
      rod(s, long, w, '#b08a5c', { taper: 0.72, hairs: 60, rings: 12, bend: s.between(-8, 10) })
    const slice = (x: number, y: number) =>
      at(
        x,
        y,
        fill(oval(6, 10, 50, 26), '#1d140c', 0.25) +
          s.volume(oval(0, 8, 48, 25), '#a07a4e') +
          s.volume(oval(0, 0, 46, 23), '#fbf6ea', { light: 0.6, dark: 0.12 }) +
          stroke(oval(0, 0, 30, 14), '#e4d8bf', 2, 0.8),
      )
    return (
      valley(s, airs.day) +
      table(s, '#9a6d42') +
      s.shadow(450, 606, 330, 40) +
      at(150, 590, yam(600, 38), { turn: -14 }) +
      at(160, 560, yam(620, 36), { turn: -19 }) +
      at(170, 610, yam(600, 40), { turn: -9 }) +
      at(190, 540, yam(590, 34), { turn: -22 }) +
      at(200, 588, yam(570, 37), { turn: -14 }) +
      stroke('M392 580Q430 506 398 438', '#b3372b', 17) +
      stroke('M412 574Q450 500 418 432', '#c9503f', 9) +
      stroke('M398 520q-40 50 -66 58M400 520q-10 60 8 84', '#b3372b', 8) +
      at(420, 652, board(s, 470, 74, '#c4905a')) +
      at(250, 640, rod(s, 230, 40, '#b08a5c', { taper: 0.95, hairs: 26, rings: 6 }), {
        turn: -3,
      }) +
      at(482, 628, s.volume(oval(0, 0, 20, 38), '#fbf6ea', { light: 0.6, dark: 0.15 })) +
      slice(560, 646) +
      slice(612, 660) +
      slice(664, 648)
    )
  },
}

import { airs, valley } from '../backdrops.js'
import { at } from '../draw.js'
import { table } from '../grounds.js'
import { fish } from '../motifs/animals.js'
import { riceEar } from '../motifs/grain.js'
import { strawTray } from '../motifs/meat.js'
import type { Scene } from '../scene.js'

export const ricePaddyFish: Scene = {
  alt: {
    zh: '竹匾里两条金红的稻花鱼，旁边垂着沉甸甸的稻穗',
    en: 'Two red-gold paddy fish on a bamboo tray under heavy ears of rice',
  },
  draw: (s) =>
    valley(s, airs.honey, { terraces: true }) +
    table(s, '#8f673e') +
    at(760, 470, riceEar(s, '#d6a63f', 320, -150)) +
    at(800, 480, riceEar(s, '#c8952f', 360, -120)) +
    at(130, 470, riceEar(s, '#d6a63f', 300, 140)) +
    s.shadow(450, 590, 350, 70) +
    at(440, 560, strawTray(s)) +
    at(
      430,
      520,
      fish(s, 500, { back: '#c9622c', belly: '#f3d9a4', scales: true, fins: '#d9853c' }),
      { turn: -6 },
    ) +
    at(
      450,
      610,
      fish(s, 520, { back: '#a8552f', belly: '#efd9b0', scales: true, fins: '#c9703a' }),
      { turn: 5 },
    ),
}

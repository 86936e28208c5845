import { at, fill, oval, shade, stroke, times, tint } from '../draw.js'
import type { Sketch } from '../draw.js'
import { airs, cloth, lisu, madderCloth, table, valley, wall } from '../grounds.js'
import { barleyEar, flower, heap, kernel, leaf, riceEar, spill, steam } from '../motifs/plants.js'
import { bowl, sack, tray } from '../motifs/vessels.js'
import type { Scenes } from '../scene.js'

/** A kernel drawer: each a little different, darker away from the light. */
function kernels(s: Sketch, colour: string, long: number, wide: number, other = tint(colour, 0.3)) {
  return (x: number, y: number, lit = 0.8) =>
    kernel(x, y, long * s.between(0.85, 1.15), wide, s.between(0, 180), shade(s.pick([colour, colour, other]), 0.42 * (1 - lit)))
}

function scoop(s: Sketch, colour = '#b98148', content = ''): string {
  return (
    stroke('M70 -14L250 -74', shade(colour, 0.25), 24) + stroke('M70 -18L248 -78', tint(colour, 0.3), 8, 0.8) +
    s.volume('M-90 -10C-90 60 70 70 92 -8C70 -34 -60 -40 -90 -10Z', colour) +
    fill(oval(0, -14, 84, 24), shade(colour, 0.4)) + at(0, -14, content)
  )
}

/** A seed with three edges, as buckwheat has. */
function threeEdged(s: Sketch, colours: readonly string[]) {
  return (x: number, y: number, lit = 0.8) => {
    const colour = shade(s.pick(colours), 0.45 * (1 - lit))
    return at(x, y, fill('M0 -11C7 -4 10 4 8 9C2 12 -2 12 -8 9C-10 4 -7 -4 0 -11Z', colour) + stroke('M0 -9Q1 2 -1 9', tint(colour, 0.5), 1.8, 0.7), { turn: s.between(-70, 70) })
  }
}

function bean(s: Sketch, colour: string, size: number) {
  return (x: number, y: number, lit = 0.85) => {
    const tone = shade(colour, 0.3 * (1 - lit))
    return at(x, y, s.volume(`M${-size} 0C${-size} ${-size * 0.8} ${size} ${-size * 0.85} ${size} ${size * 0.05}C${size} ${size * 0.62} ${size * 0.4} ${size * 0.4} 0 ${size * 0.34}C${-size * 0.4} ${size * 0.4} ${-size} ${size * 0.7} ${-size} 0Z`, tone, { light: 0.6, dark: 0.28, line: 0.4 }), { turn: s.between(-80, 80) })
  }
}

export const grains: Scenes = {
  'laoheigu-black-rice': {
    alt: { zh: '深色木桌上一只粗陶碗盛满紫黑色的米，旁边横着木勺和一穗稻谷，后面是梯田', en: 'An earthen bowl heaped with purple-black rice on a dark wooden table, with a wooden scoop and a rice ear, terraces behind' },
    draw: (s) => {
      const rice = kernels(s, '#35233a', 13, 5.5, '#5a3a58')
      return (
        valley(s, airs.honey, { terraces: true }) + table(s, '#7f5436') +
        at(700, 560, riceEar(s, '#d6a63f', 330, -130)) + at(745, 565, riceEar(s, '#c8952f', 280, -90)) +
        s.shadow(450, 632, 250) +
        at(440, 640, bowl(s, { width: 460, height: 190, colour: '#a4653f', pattern: 'rings', ink: '#f1ddbb' }, heap(s, { rx: 216, ry: 56, height: 130, count: 900, base: '#1d1220' }, rice))) +
        s.shadow(690, 662, 90, 20) + at(690, 650, scoop(s, '#c28e55', heap(s, { rx: 74, ry: 20, height: 34, count: 130, base: '#1d1220' }, rice)), { scale: 0.86, turn: -4 }) +
        spill(s, 560, 672, 60, 22, rice)
      )
    },
  },
  'tacheng-red-rice': {
    alt: { zh: '敞口麻布袋里装满红米，米粒撒在蓝布上，袋旁立着稻穗', en: 'An open linen sack full of red rice, grains spilled on an indigo cloth, rice ears beside it' },
    draw: (s) => {
      const rice = kernels(s, '#a8432f', 12.5, 5, '#c9694a')
      return (
        valley(s, airs.day, { terraces: true }) + cloth(s, '#4b659c', lisu) +
        at(650, 520, riceEar(s, '#d9a944', 330, 120)) + at(620, 530, riceEar(s, '#c99a38', 270, 150)) +
        s.shadow(450, 606, 230) +
        at(440, 612, sack(s, { width: 390, height: 310, colour: '#dcc7a0', mark: '#b3372b' }, heap(s, { rx: 172, ry: 50, height: 96, count: 720, base: '#6a2317' }, rice))) +
        spill(s, 640, 626, 100, 60, rice)
      )
    },
  },
  'yezhi-fragrant-rice': {
    alt: { zh: '青花碗里一碗热气腾腾的白米饭，碗上搁着筷子，旁边一小堆生米', en: 'A bowl of steaming white rice in blue-and-white china with chopsticks, raw rice beside it' },
    draw: (s) => {
      const cooked = (x: number, y: number, lit: number) => kernel(x, y, 14, 7, s.between(0, 180), shade(s.pick(['#fffdf5', '#fbf5e6']), 0.24 * (1 - lit)))
      const raw = kernels(s, '#f3ead2', 13, 4.5, '#fffaf0')
      return (
        wall(s, '#dcc9a4') + table(s, '#9c6b3f') + steam(450, 250, 190) + s.shadow(450, 632, 240) +
        at(440, 640, bowl(s, { width: 450, height: 210, colour: '#f2f1ea', inner: '#e9e6da', pattern: 'waves' }, heap(s, { rx: 206, ry: 52, height: 140, count: 620, base: '#e8dfc9' }, cooked))) +
        stroke('M600 640L840 500', '#7c2620', 13) + stroke('M628 652L852 520', '#8f3128', 13) +
        spill(s, 690, 662, 80, 70, raw) + at(716, 640, heap(s, { rx: 78, ry: 18, height: 36, count: 170, base: '#d9c9a2' }, raw))
      )
    },
  },
  'highland-barley': {
    alt: { zh: '一束金黄的青稞麦穗靠着木碗，碗里是青稞粒，远处是雪山', en: 'A sheaf of golden highland barley leaning by a wooden bowl of its grain, snow mountains far off' },
    draw: (s) => {
      const grain = kernels(s, '#b99a5b', 14, 6.5, '#8f9a86')
      const ears = times(11, (i) => at(610 + i * 9, 600, barleyEar(s, s.pick(['#cfa242', '#dcb659', '#b98d33']), 400 + (i % 3) * 30, -70 + i * 17)))
      return (
        valley(s, airs.cold, { snow: true }) + table(s, '#a8794b') + ears +
        stroke('M600 560q55 26 110 0', '#b3372b', 16) + stroke('M600 576q55 26 110 0', '#24386e', 8) + fill('M604 590h104l34 60h-170Z', '#b98d33') +
        times(12, (i) => stroke(`M${612 + i * 8} 590L${580 + i * 14} 652`, s.pick(['#cfa242', '#9a7428', '#dcb659']), 6)) +
        s.shadow(370, 640, 220) + at(360, 648, bowl(s, { width: 400, height: 160, colour: '#8a5a34', pattern: 'wood' }, heap(s, { rx: 188, ry: 48, height: 104, count: 560, base: '#5f4a25' }, grain))) +
        spill(s, 560, 680, 60, 16, grain)
      )
    },
  },
  'tongle-tartary-buckwheat': {
    alt: { zh: '竹簸箕里一堆棱角分明的深褐苦荞粒，旁边一杯金黄的苦荞茶', en: 'A bamboo tray with a heap of dark ridged tartary buckwheat, beside it a cup of golden buckwheat tea' },
    draw: (s) => {
      const seed = threeEdged(s, ['#4f4530', '#6b5a3a', '#3a3224', '#7c6c48'])
      return (
        valley(s, airs.earth) + table(s, '#8a5d38') + s.shadow(430, 600, 330, 60) +
        at(420, 580, tray(s, 320, 108, at(-10, 6, heap(s, { rx: 240, ry: 62, height: 128, count: 620, base: '#2c2519' }, seed)))) +
        s.shadow(735, 652, 90, 22) + at(735, 660, bowl(s, { width: 176, height: 112, colour: '#e9dfc8', inner: '#d8a13a', pattern: 'rings', ink: '#7a5310' }, fill(oval(0, 3, 78, 20), s.linear([[0, '#f0c25a'], [1, '#b97a16']], [0, 0, 1, 0])))) +
        steam(735, 530, 110)
      )
    },
  },
  'tongle-sweet-buckwheat': {
    alt: { zh: '粉白的荞麦花簇，红茎绿叶，前面一只木碗装着甜荞粒', en: 'Clusters of pink-white buckwheat flowers on red stems, a wooden bowl of common buckwheat in front' },
    draw: (s) => {
      const seed = threeEdged(s, ['#a07a52', '#8a6743', '#b98f62', '#77563a'])
      const plant = (x: number, high: number, lean: number) =>
        at(x, 610, stroke(`M0 0Q${lean * 0.3} ${-high * 0.6} ${lean} ${-high}`, '#b0503f', 8) +
          [0.35, 0.6].map((t, i) => at(lean * t * t, -high * t, leaf(s, 92, 40, '#6f9a52'), { turn: i % 2 ? -30 : 205 })).join('') +
          times(16, () => at(lean + s.between(-62, 62), -high + s.between(-52, 34), flower(s, s.between(15, 22), 5, s.pick(['#fdf3f0', '#f6d3d3', '#f9e4df']), '#c9626a'))))
      return (
        valley(s, airs.dawn) + table(s, '#b07d4c') + plant(600, 420, 40) + plant(690, 330, 60) + plant(530, 360, -70) + plant(760, 250, 40) +
        s.shadow(400, 640, 220) + at(390, 650, bowl(s, { width: 410, height: 165, colour: '#7b4b2b', pattern: 'wood' }, heap(s, { rx: 192, ry: 50, height: 100, count: 520, base: '#4a3421' }, seed))) + spill(s, 640, 668, 80, 18, seed)
      )
    },
  },
  'chuanda-white-kidney-bean': {
    alt: { zh: '蓝染粗布上，陶碗盛着饱满的大白芸豆，几粒滚落在外', en: 'Plump large white kidney beans in an earthen bowl on indigo cloth, a few rolled out' },
    draw: (s) => {
      const one = bean(s, '#f4ead6', 30)
      return (
        valley(s, airs.green) + cloth(s, '#36508f', lisu) + s.shadow(450, 606, 240) +
        at(450, 612, bowl(s, { width: 470, height: 180, colour: '#a8633d', pattern: 'lozenges', ink: '#f1ddbb' }, heap(s, { rx: 205, ry: 52, height: 120, count: 74, base: '#b9a685' }, one))) +
        spill(s, 700, 612, 60, 4, one) + spill(s, 260, 632, 60, 3, one)
      )
    },
  },
  'yezhi-quinoa': {
    alt: { zh: '红、黄两色的藜麦穗，前面麻袋口堆着细小的藜麦粒', en: 'Red and yellow plumes of quinoa, tiny quinoa grains heaped in a sack in front' },
    draw: (s) => {
      const dot = (x: number, y: number, lit = 0.8) => fill(oval(x, y, 5.4), shade(s.pick(['#f0dfb2', '#e9cf95', '#f6ecd0', '#c9785b']), 0.4 * (1 - lit)))
      const plume = (x: number, high: number, lean: number, colour: string) =>
        at(x, 600, stroke(`M0 0Q${lean * 0.2} ${-high * 0.6} ${lean} ${-high}`, '#8a9a52', 9) +
          times(170, (i) => {
            const t = i / 170
            const y = -high * (0.34 + t * 0.7)
            const w = 54 * Math.sin(Math.PI * (0.12 + t * 0.86))
            return fill(oval(lean * t * 0.9 + s.between(-w, w), y + s.between(-8, 8), s.between(6, 11)), s.pick([colour, tint(colour, 0.28), shade(colour, 0.2)]))
          }) + at(6, -high * 0.24, leaf(s, 96, 34, '#7fa05a'), { turn: -24 }) + at(-4, -high * 0.18, leaf(s, 90, 34, '#6d914e'), { turn: 206 }))
      return (
        valley(s, airs.dusk) + cloth(s, '#e7dcc6', madderCloth) +
        plume(250, 400, -30, '#d9a33b') + plume(690, 430, 40, '#b23a48') + plume(600, 360, 10, '#c95f6b') + plume(760, 330, 60, '#dfae4b') +
        s.shadow(450, 606, 210) + at(450, 612, sack(s, { width: 350, height: 260, colour: '#c9b083', mark: '#2f6b4f' }, heap(s, { rx: 154, ry: 46, height: 92, count: 1100, base: '#b59759' }, dot))) +
        spill(s, 660, 626, 70, 60, dot)
      )
    },
  },
}

import { defineMessages } from '@weibao/ui'

export const previewMessages = defineMessages({
  'zh-CN': {
    incomplete: '填好类目、数量、最高到货价和日期，这里就显示眼下能配到多少。',
    asking: '正在看眼下能配到多少……',
    warming: '正在读取最新行情，几秒钟后显示。',
    unavailable: '眼下看不到预计结果。照常填写、发布即可，下一轮撮合后见结果。',
    error: '没能预计：{problem}',
    gets: '眼下能配到 {matched}（要 {wanted}），来自 {count} 家合作社，到货均价 {perKg}/公斤，合 {perJin}/500 克',
    nothing: '眼下配不到（要 {wanted}）',
    part: '{cooperative} · {product} · {packages} 件，共 {mass} · {day} 前送到 · 批次 {lot}',
    exhausted: '合适的货眼下都已有人要，先提的需求排在前面。',
    noFlip: '改动一两个条件也多配不到。',
    atLeast: '这是至少能配到的量，细算后可能更多、价格更低。',
  },
  en: {
    incomplete:
      'Fill in category, quantity, highest price and days to see here what it would get now.',
    asking: 'Looking at what it would get now…',
    warming: 'Reading the market; a few seconds.',
    unavailable: 'No preview right now. Go on and publish as usual: the next round says.',
    error: 'No preview: {problem}',
    gets: 'Would get {matched} of {wanted} now, from {count} {count|cooperative|cooperatives}, landed {perKg}/kg on average ({perJin}/500 g)',
    nothing: 'Would get nothing now (of {wanted})',
    part: '{cooperative} · {product} · {packages} packages, {mass} · by {day} · lot {lot}',
    exhausted: 'The goods that fit are spoken for now; demands stated earlier come first.',
    noFlip: 'No change of one or two numbers would give more.',
    atLeast: 'At least this much; worked out to the end it may be more, or cheaper.',
  },
})

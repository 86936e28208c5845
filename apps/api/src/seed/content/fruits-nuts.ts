import { storage, type Contents } from '../product-content.js'

export const fruitsAndNuts: Contents = {
  'zili-red-grape': {
    cooperative: 'yezhi-riverside',
    story: {
      zh: '梓里村江边的红提，昼热夜凉，挂到深秋才剪。皮脆，籽少，甜得干净。',
      en: 'Red table grapes from Zili by the river, warm by day and cool by night, cut late in autumn: crisp and cleanly sweet.',
    },
    use: { zh: '冷藏一小时再吃更脆。', en: 'Chill for an hour before eating.' },
    storage: storage.fruit,
    facts: [
      {
        zh: '梓里村葡萄基地550亩，报道当年产1100吨；村葡萄协会有成员126户。',
        en: '550 mu in Zili, 1,100 t in the reported year; 126 members in the village grape association.',
        year: null,
      },
    ],
    keywords: ['葡萄', '提子', 'grapes'],
    skus: [
      { pack: '2.5 kg box', zh: '2.5公斤箱装', en: '2.5 kg box', yuan: 75 },
      { pack: '5 kg box', zh: '5公斤箱装', en: '5 kg box', yuan: 138 },
    ],
  },
  'weideng-apple': {
    cooperative: 'weideng-orchard',
    story: {
      zh: '维登坡地上的红苹果，个头不齐，脆而多汁。',
      en: 'Red apples from the slopes of Weideng: uneven in size, crisp and full of juice.',
    },
    use: {
      zh: '带皮吃；小个的切块煮甜汤。',
      en: 'Eat with the skin; cook the small ones in sweet soup.',
    },
    storage: storage.fruit,
    facts: [],
    keywords: ['苹果', 'apple'],
    skus: [{ pack: '5 kg box', zh: '5公斤箱装', en: '5 kg box', yuan: 72 }],
  },
  'weideng-strawberry': {
    cooperative: 'weideng-orchard',
    story: {
      zh: '冬春两季的鲜草莓，清早采，当天装箱走航空冷链。',
      en: 'Strawberries of winter and spring, picked at dawn and flown chilled the same day.',
    },
    use: {
      zh: '到货当天吃最好，淡盐水泡五分钟再冲净。',
      en: 'Best on the day they arrive; soak five minutes in lightly salted water and rinse.',
    },
    storage: {
      zh: '不洗，平铺冷藏，两天内吃完。',
      en: 'Refrigerate unwashed in one layer; eat within two days.',
    },
    facts: [],
    keywords: ['草莓', 'strawberry'],
    skus: [{ pack: '1 kg box', zh: '1公斤盒装', en: '1 kg box', yuan: 78 }],
  },
  'tongle-peach': {
    cooperative: 'tongle-hillside',
    story: {
      zh: '同乐村的桃，七月红到八月，不套袋，果面有点山里的痕迹。',
      en: 'Tongle’s peaches redden from July to August; unbagged, they carry a few marks of the mountain.',
    },
    use: {
      zh: '偏硬时脆，放两天变软多汁。',
      en: 'Crisp when firm; soft and juicy after two days.',
    },
    storage: storage.fruit,
    facts: [
      {
        zh: '同乐村的种植合作社种有桃树。',
        en: 'A planting cooperative of Tongle keeps peach trees.',
        year: 2017,
      },
    ],
    keywords: ['桃子', '水蜜桃', 'peach'],
    skus: [{ pack: '2.5 kg box', zh: '2.5公斤箱装', en: '2.5 kg box', yuan: 60 }],
  },
  'weixi-chestnut': {
    cooperative: 'walnut-shade',
    story: {
      zh: '秋天打下来的山板栗，个小，生吃清甜，炒熟了粉糯。',
      en: 'Small mountain chestnuts knocked down in autumn: sweet raw, floury when roasted.',
    },
    use: {
      zh: '划口，清水煮二十分钟，或与鸡同炖。生吃要剥净内皮。',
      en: 'Score and boil twenty minutes, or stew with chicken. Peel the inner skin to eat raw.',
    },
    storage: {
      zh: '装透气袋冷藏，防止发霉生虫。',
      en: 'Refrigerate in a bag that breathes, to keep off mould and worms.',
    },
    facts: [
      {
        zh: '板栗是维西秋季物产之一，当地也生吃。',
        en: 'One of the county’s autumn foods; also eaten raw there.',
        year: null,
      },
    ],
    keywords: ['栗子', 'chestnut'],
    skus: [{ pack: '2.5 kg bag', zh: '2.5公斤袋装', en: '2.5 kg bag', yuan: 60 }],
  },
  'weixi-walnut': {
    cooperative: 'walnut-shade',
    story: {
      zh: '白露前后打核桃，去青皮、晒干，装袋的是带壳干果。壳不算薄，仁香。',
      en: 'Beaten from the trees in early September, hulled and sun-dried in the shell. Not the thinnest shell, but a fragrant kernel.',
    },
    use: {
      zh: '夹开即食；仁可炒、可炖、可打核桃露。',
      en: 'Crack and eat; fry or stew the kernels, or blend them into walnut milk.',
    },
    storage: storage.nuts,
    facts: [
      {
        zh: '叶枝镇年末核桃面积11305.8亩。',
        en: '11,305.8 mu of walnut in Yezhi at the year’s end.',
        year: 2018,
      },
    ],
    keywords: ['核桃', '带壳核桃', '坚果', 'walnuts'],
    skus: [
      { pack: '2.5 kg bag', zh: '2.5公斤袋装', en: '2.5 kg bag', yuan: 68 },
      { pack: '1 kg bag', zh: '1公斤袋装', en: '1 kg bag', yuan: 30 },
    ],
  },
  'weixi-walnut-kernel': {
    cooperative: 'walnut-shade',
    story: {
      zh: '手工敲壳，挑半仁以上装袋，没有盐也没有糖。',
      en: 'Shelled by hand, halves and larger only; no salt, no sugar.',
    },
    use: {
      zh: '直接吃，或150℃烤八分钟；也可撒在沙拉和燕麦上。',
      en: 'Eat as they are, or roast eight minutes at 150 °C; scatter over salad and oats.',
    },
    storage: storage.nuts,
    facts: [],
    keywords: ['核桃仁', '坚果', 'walnut kernels'],
    skus: [
      { pack: '500 g bag', zh: '500克袋装', en: '500 g bag', yuan: 45 },
      { pack: '250 g bag', zh: '250克袋装', en: '250 g bag', yuan: 25 },
    ],
  },
  'tacheng-sunflower-seed': {
    cooperative: 'lapu-valley',
    story: {
      zh: '塔城坝子里的食葵，原味晒干，没有炒过。',
      en: 'Eating sunflower from the Tacheng flats, dried, plain and unroasted.',
    },
    use: {
      zh: '小火干炒十分钟，见微黄即起锅，放凉更脆。',
      en: 'Roast in a dry pan ten minutes until pale gold; crisper when cool.',
    },
    storage: storage.nuts,
    facts: [
      {
        zh: '塔城租地种植油葵与食葵151.7亩。',
        en: '151.7 mu rented for oil and eating sunflower in Tacheng.',
        year: 2020,
      },
    ],
    keywords: ['瓜子', '葵花子', 'sunflower seeds'],
    skus: [{ pack: '1 kg bag', zh: '1公斤袋装', en: '1 kg bag', yuan: 26 }],
  },
}

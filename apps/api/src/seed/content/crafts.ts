import { storage, type Contents } from '../product-content.js'

export const crafts: Contents = {
  'lisu-hualabiao-bag': {
    cooperative: 'lisu-needles',
    story: {
      zh: '傈僳人出门背的挎包，织带拼花，一针一线缝。每只花样都有些不同，下单后照图再缝一只。',
      en: 'The shoulder bag the Lisu carry: woven bands pieced and sewn by hand. No two are quite alike; each is sewn to the pattern shown.',
    },
    use: {
      zh: '约28×26厘米，背带110厘米，装得下A5本子和水杯。',
      en: 'About 28 × 26 cm, strap 110 cm; takes an A5 notebook and a bottle.',
    },
    storage: storage.cloth,
    facts: [
      {
        zh: '一位非遗传承人一年接单300个；曾在宝山的维西推介会展示。',
        en: 'One heritage holder made 300 to order in a year; shown at Baoshan’s Weixi promotion.',
        year: null,
      },
    ],
    keywords: ['包', '挎包', '花腊裱', '民族', 'bag'],
    skus: [{ pack: 'one hand-made bag', zh: '一只', en: 'One bag', yuan: 268 }],
  },
  'lixiu-sachet': {
    cooperative: 'lisu-needles',
    story: {
      zh: '巴掌大的绣片缝成香囊，里面是晒干的香草。',
      en: 'A palm-sized piece of embroidery sewn around dried herbs.',
    },
    use: {
      zh: '挂包、挂车里、放衣柜；味道淡了可换香料。',
      en: 'For a bag, a car or a wardrobe; refill when the scent fades.',
    },
    storage: storage.cloth,
    facts: [
      {
        zh: '第二十届深圳文博会热销品之一。',
        en: 'Named a good seller at the 20th Shenzhen cultural fair.',
        year: 2024,
      },
    ],
    keywords: ['香囊', '香包', '刺绣', 'sachet'],
    skus: [
      { pack: 'one sachet, gift bag', zh: '单只', en: 'One sachet', yuan: 38 },
      { pack: '3 sachets, gift box', zh: '三只礼盒', en: 'Gift box of three', yuan: 108 },
    ],
  },
  'hemp-notebook': {
    cooperative: 'lisu-needles',
    story: {
      zh: '手织麻布做面的笔记本，布面粗，越用越软。',
      en: 'A notebook bound in hand-woven hemp, coarse at first and softer with use.',
    },
    use: { zh: 'A5，96页空白内页，可平摊。', en: 'A5, 96 blank pages, opens flat.' },
    storage: {
      zh: '防潮，封面脏了用湿布轻擦。',
      en: 'Keep dry; wipe the cover with a damp cloth.',
    },
    facts: [
      {
        zh: '深圳文博会首日签下1000本意向订单。',
        en: 'A letter of intent for 1,000 was signed on the first day of the Shenzhen fair.',
        year: 2024,
      },
    ],
    keywords: ['本子', '笔记本', '麻布', 'notebook'],
    skus: [{ pack: 'one notebook', zh: '一本', en: 'One notebook', yuan: 68 }],
  },
  'lisu-embroidered-pillow': {
    cooperative: 'lisu-needles',
    story: {
      zh: '靠枕正面是傈绣花样，背面素布，拉链可拆。',
      en: 'A cushion with Lisu embroidery in front and plain cloth behind; the cover comes off.',
    },
    use: { zh: '45×45厘米，含枕芯。', en: '45 × 45 cm, with filling.' },
    storage: storage.cloth,
    facts: [
      {
        zh: '工坊列出的三种热销品之一。',
        en: 'One of three best sellers named by the workshop.',
        year: 2024,
      },
    ],
    keywords: ['抱枕', '靠垫', '刺绣', 'cushion'],
    skus: [{ pack: 'one cushion', zh: '一只', en: 'One cushion', yuan: 158 }],
  },
  'mali-masa-straw-weave': {
    cooperative: 'malimasa-straw',
    story: {
      zh: '玛丽玛萨人用麦秆编的小物，先泡软再掐辫，编成帽、盒、杯垫。',
      en: 'Small things the Malimasa weave of wheat straw: soaked, plaited, made into hats, boxes and coasters.',
    },
    use: {
      zh: '默认发圆盒一只，直径约18厘米，放针线、茶点。',
      en: 'A round box about 18 cm across, for sewing things or sweets.',
    },
    storage: { zh: '防潮防压，脏了干刷。', en: 'Keep dry and unpressed; brush when dusty.' },
    facts: [
      {
        zh: '海尼、柯那等村玛丽玛萨人的手艺。',
        en: 'A craft of the Malimasa people in Haini and Kena.',
        year: null,
      },
    ],
    keywords: ['草编', '麦秆', '收纳', 'straw'],
    skus: [
      { pack: 'one piece', zh: '圆盒一只', en: 'One round box', yuan: 78 },
      { pack: '4 coasters', zh: '杯垫四只', en: 'Four coasters', yuan: 48 },
    ],
  },
  'tongle-wooden-bowl': {
    cooperative: 'tongle-hillside',
    story: {
      zh: '整块木头旋的碗，留着木纹，口沿不打薄，捧着稳。',
      en: 'Turned from one block, grain left showing, rim left thick; it sits well in the hand.',
    },
    use: {
      zh: '口径约13厘米。盛干果、拌饭；不进微波炉和洗碗机。',
      en: 'About 13 cm across, for nuts or rice; not for microwave or dishwasher.',
    },
    storage: storage.wood,
    facts: [
      {
        zh: '同乐村合作社的手工艺品之一。',
        en: 'One of the crafts of Tongle’s cooperative.',
        year: 2017,
      },
    ],
    keywords: ['木碗', '餐具', 'bowl'],
    skus: [{ pack: 'one bowl, boxed', zh: '一只（盒装）', en: 'One bowl, boxed', yuan: 118 }],
  },
  'tongle-bamboo-weave': {
    cooperative: 'tongle-hillside',
    story: {
      zh: '山上的竹子破篾编的篮，提手缠牢，买菜、装果都用得上。',
      en: 'A basket of split hill bamboo with a bound handle, for the market or for fruit.',
    },
    use: { zh: '默认提篮一只，约30×20×18厘米。', en: 'One hand basket, about 30 × 20 × 18 cm.' },
    storage: storage.wood,
    facts: [
      {
        zh: '同乐村合作社的手工艺品之一。',
        en: 'One of the crafts of Tongle’s cooperative.',
        year: 2017,
      },
    ],
    keywords: ['竹篮', '竹编', '篮子', 'basket'],
    skus: [{ pack: 'one basket', zh: '提篮一只', en: 'One basket', yuan: 88 }],
  },
  'hemeizhisha-dyed-cloth': {
    cooperative: 'lisu-needles',
    story: {
      zh: '用植物染的围巾，扎一段染一段，颜色深浅由手定。',
      en: 'A scarf dyed with plants, tied and dipped by turns, its shades decided by hand.',
    },
    use: { zh: '约180×45厘米，棉麻。', en: 'About 180 × 45 cm, cotton and hemp.' },
    storage: storage.cloth,
    facts: [
      {
        zh: '染布技艺拟列入县级第六批非遗名录。',
        en: 'The dyeing craft was proposed for the sixth county heritage list.',
        year: 2021,
      },
    ],
    keywords: ['围巾', '染布', '扎染', 'scarf'],
    skus: [{ pack: 'one scarf', zh: '围巾一条', en: 'One scarf', yuan: 168 }],
  },
  'weixi-cymbidium': {
    cooperative: 'qingfu-greens',
    story: {
      zh: '苗圃里分株养大的兰花，带盆带土发，附培育证明。不是山上挖的。',
      en: 'Orchids divided and raised in a nursery, sent in pot and soil with proof. Not dug from the hills.',
    },
    use: {
      zh: '放明亮散光处，表土干了再浇透，冬天少浇。',
      en: 'Bright shade; water well when the top is dry, less in winter.',
    },
    storage: {
      zh: '到货拆箱通风，缓苗一周再施肥。',
      en: 'Unpack and air on arrival; feed only after a week.',
    },
    facts: [
      {
        zh: '全县种养兰花30余万盆，专业种植户300多户。',
        en: 'Over 300,000 pots in the county, some 300 specialist growers.',
        year: null,
      },
    ],
    keywords: ['兰花', '盆栽', '花卉', 'orchid'],
    skus: [{ pack: 'one potted plant', zh: '一盆', en: 'One potted plant', yuan: 158 }],
  },
}

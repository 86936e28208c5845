import { storage, type Contents } from '../product-content.js'

export const oilsAndHoney: Contents = {
  'weixi-walnut-oil': {
    cooperative: 'walnut-shade',
    story: {
      zh: '干核桃仁压榨出来的油，颜色浅黄，有生核桃的清香。',
      en: 'Pressed from dried kernels: pale gold, smelling of fresh walnut.',
    },
    use: {
      zh: '凉拌、蒸蛋、拌面出锅后淋几滴；不宜高温久炸。',
      en: 'For salads, steamed eggs and noodles, added at the end; not for deep frying.',
    },
    storage: storage.oil,
    facts: [
      {
        zh: '当地习惯用核桃油烹制秋天的山货。',
        en: 'Local kitchens use walnut oil for the foods of autumn.',
        year: null,
      },
    ],
    keywords: ['核桃油', '食用油', 'walnut oil'],
    skus: [
      { pack: '500 ml bottle', zh: '500毫升瓶装', en: '500 ml bottle', yuan: 82 },
      { pack: '250 ml bottle', zh: '250毫升瓶装', en: '250 ml bottle', yuan: 45 },
    ],
  },
  'lacquer-seed-oil': {
    cooperative: 'weideng-orchard',
    story: {
      zh: '傈僳人家用漆树籽榨的油，冷了结成块，热锅里慢慢化开。从采籽到成块要八道工序。',
      en: 'Oil the Lisu press from lacquer-tree seed: a solid block when cold, melting slowly in the pan. Eight steps from picking to cooling.',
    },
    use: {
      zh: '当地用来炖鸡、煮酥油茶，切一小块下锅化开。漆树过敏者请勿食用、勿接触；第一次吃先少量试。',
      en: 'Locally used for stewed chicken and butter tea: melt a small piece in the pan. Do not eat or touch it if allergic to lacquer; try very little the first time.',
    },
    storage: {
      zh: '避光阴凉，冷藏成块；化开不影响使用。',
      en: 'Dark and cool; keep solid in the refrigerator. Melting does no harm.',
    },
    facts: [
      {
        zh: '维登乡妥洛村传承的榨制技艺列入县级非遗（Ⅷ-47），漆籽十至十二月成熟。',
        en: 'The craft of Tuoluo village in Weideng is county heritage Ⅷ-47; the seed ripens from October to December.',
        year: null,
      },
    ],
    keywords: ['漆油', '漆蜡', 'lacquer oil'],
    skus: [{ pack: '500 g block', zh: '500克块装', en: '500 g block', yuan: 88 }],
  },
  'prinsepia-oil': {
    cooperative: 'qingfu-greens',
    story: {
      zh: '青刺果长在田埂的刺篱上，五六月采，籽榨油，颜色清亮。',
      en: 'The prinsepia bush grows as a thorny hedge along the fields; its fruit is picked in May and June and the seed pressed to a clear oil.',
    },
    use: {
      zh: '凉拌或低温炒菜；当地也用来打茶。',
      en: 'For salads and gentle frying; locally also churned into tea.',
    },
    storage: storage.oil,
    facts: [
      {
        zh: '永春乡建成青刺果示范基地1200亩。',
        en: 'A demonstration base of 1,200 mu in Yongchun.',
        year: 2015,
      },
    ],
    keywords: ['青刺果', '青刺尖', 'qingciguo'],
    skus: [{ pack: '250 ml bottle', zh: '250毫升瓶装', en: '250 ml bottle', yuan: 128 }],
  },
  'tacheng-rapeseed-oil': {
    cooperative: 'lapu-valley',
    story: {
      zh: '三月腊普河谷的油菜花，四五月收籽，榨成深黄的菜籽油，炒菜香味重。',
      en: 'The yellow fields of the Lapu valley in March, pressed after the April and May harvest: deep gold, with a strong aroma in the wok.',
    },
    use: {
      zh: '先烧热去生味再炒菜；做油泼辣子特别合适。',
      en: 'Heat it well before frying; excellent for chilli oil.',
    },
    storage: storage.oil,
    facts: [],
    keywords: ['菜油', '菜籽油', '食用油', 'canola'],
    skus: [
      { pack: '5 L drum', zh: '5升桶装', en: '5 L drum', yuan: 132 },
      { pack: '1 L bottle', zh: '1升瓶装', en: '1 L bottle', yuan: 32 },
    ],
  },
  'weixi-baihua-honey': {
    cooperative: 'badi-barley',
    story: {
      zh: '蜜蜂自己挑花，杜鹃、野坝子、荞花都有，所以叫百花蜜。春秋各割一次，每批颜色深浅不同。',
      en: 'The bees choose: rhododendron, wild mint, buckwheat. Taken in spring and autumn, and no two batches have the same colour.',
    },
    use: {
      zh: '温水冲服，水温别超过40℃；抹荞粑粑、配酸奶都好。一岁以内婴儿不宜食用。',
      en: 'Stir into warm water below 40 °C, or spread on buckwheat cakes. Not for babies under one year.',
    },
    storage: storage.honey,
    facts: [
      {
        zh: '全县近6万箱蜂，年产近400吨，养蜂户5000多户。',
        en: 'Almost 60,000 hives in the county, near 400 t a year, more than 5,000 keepers.',
        year: 2015,
      },
    ],
    keywords: ['蜂蜜', '土蜂蜜', '百花蜜', 'honey'],
    skus: [
      { pack: '500 g jar', zh: '500克瓶装', en: '500 g jar', yuan: 98 },
      { pack: '250 g jar', zh: '250克瓶装', en: '250 g jar', yuan: 54 },
      {
        pack: '1 kg gift box, two jars',
        zh: '1公斤礼盒（两瓶）',
        en: '1 kg gift box, two jars',
        yuan: 188,
      },
    ],
  },
  'tongle-honey': {
    cooperative: 'tongle-hillside',
    story: {
      zh: '同乐村屋檐下的中蜂，一年只在深秋割一回蜜，留一半给蜂过冬。',
      en: 'Native bees under the eaves of Tongle. Honey is taken once, late in autumn, and half is left for the bees’ winter.',
    },
    use: {
      zh: '空口吃一勺，或温水冲。一岁以内婴儿不宜食用。',
      en: 'By the spoon, or in warm water. Not for babies under one year.',
    },
    storage: storage.honey,
    facts: [
      {
        zh: '同乐村一家养殖合作社养蜂1020箱；全镇次年有2093箱。',
        en: '1,020 hives with one cooperative of Tongle; 2,093 in the town a year later.',
        year: 2017,
      },
    ],
    keywords: ['蜂蜜', '中蜂', '土蜂蜜', 'honey'],
    skus: [
      { pack: '500 g jar', zh: '500克瓶装', en: '500 g jar', yuan: 108 },
      { pack: '250 g jar', zh: '250克瓶装', en: '250 g jar', yuan: 58 },
    ],
  },
  'weixi-comb-honey': {
    cooperative: 'badi-barley',
    story: {
      zh: '整块巢脾切下装盒，蜡封着蜜，咬开才流出来。',
      en: 'Cut from the comb as it is: the wax keeps the honey until you bite.',
    },
    use: {
      zh: '切小块嚼着吃，蜡渣吐掉即可；配热粑粑最香。一岁以内婴儿不宜食用。',
      en: 'Chew small pieces and leave the wax; best on hot flat bread. Not for babies under one year.',
    },
    storage: storage.honey,
    facts: [],
    keywords: ['蜂蜜', '蜂巢蜜', '巢蜜', 'honeycomb'],
    skus: [{ pack: '500 g box', zh: '500克盒装', en: '500 g box', yuan: 138 }],
  },
  'weixi-suyou-butter': {
    cooperative: 'badi-barley',
    story: {
      zh: '牛奶反复搅打提出来的酥油，颜色鹅黄，打茶、揉糌粑都少不了。',
      en: 'Butter churned from cow’s milk, goose-yellow, for tea and tsampa.',
    },
    use: {
      zh: '热茶里放一小块，加盐打匀；烙饼抹一层也香。',
      en: 'Churn a piece into hot salted tea, or spread on flat bread.',
    },
    storage: {
      zh: '冷藏，防串味；可冷冻半年。',
      en: 'Refrigerate away from strong smells; freezes for six months.',
    },
    facts: [
      {
        zh: '当地把酥油与漆油同煮成茶。',
        en: 'Local tea is boiled with butter and lacquer oil.',
        year: null,
      },
    ],
    keywords: ['酥油', '黄油', '酥油茶', 'butter'],
    skus: [{ pack: '500 g block', zh: '500克块装', en: '500 g block', yuan: 78 }],
  },
  'wasp-pupae': {
    cooperative: 'zhonglu-kitchen',
    story: {
      zh: '入秋从蜂巢里取出的蜂蛹，清理后急冻，是当地过节才上桌的菜。',
      en: 'Taken from the nest in autumn, cleaned and frozen at once: a dish for feast days.',
    },
    use: {
      zh: '不解冻直接下六成热的油炸到金黄，撒盐。虾蟹、昆虫过敏者请勿食用。',
      en: 'Fry from frozen in hot oil until golden and salt. Not for anyone allergic to shellfish or insects.',
    },
    storage: storage.frozen,
    facts: [
      {
        zh: '秋季当地特色食材，常用核桃油炸。',
        en: 'A local autumn food, usually fried in walnut oil.',
        year: null,
      },
    ],
    keywords: ['蜂蛹', '昆虫', 'pupae'],
    skus: [{ pack: '250 g frozen', zh: '250克冷冻盒', en: '250 g, frozen', yuan: 118 }],
  },
}

import { storage, type Contents } from '../product-content.js'

export const wineAndSweets: Contents = {
  'tacheng-ice-wine': {
    cooperative: 'snow-vine',
    story: {
      zh: '葡萄挂到一月，冻硬了才采，当天压榨。一串出不了多少汁，所以瓶子小。',
      en: 'The grapes hang until January and are picked frozen, pressed the same day. A bunch gives little juice, hence the small bottle.',
    },
    use: {
      zh: '冰到8至10℃，配甜点或蓝纹奶酪，饭后一小杯。',
      en: 'Chill to 8–10 °C; a small glass after dinner, with dessert or blue cheese.',
    },
    storage: storage.wine,
    facts: [
      {
        zh: '塔城镇505户种植1670亩，当年自1月3日起采收，当日入缸。',
        en: '505 households with 1,670 mu in Tacheng; picking began on 3 January, into the vat the same day.',
        year: 2024,
      },
    ],
    keywords: ['冰酒', '葡萄酒', '甜酒', 'ice wine'],
    skus: [
      { pack: '375 ml bottle', zh: '375毫升瓶装', en: '375 ml bottle', yuan: 268 },
      {
        pack: '750 ml gift box, two bottles',
        zh: '礼盒（375毫升×2）',
        en: 'Gift box, 2 × 375 ml',
        yuan: 518,
      },
    ],
  },
  'baohe-ice-wine': {
    cooperative: 'lanyong-vine',
    story: {
      zh: '兰永村的威代尔葡萄，霜冻之后采，酒色金黄，有杏子和蜂蜜的香气。',
      en: 'Vidal grapes of Lanyong, picked after the frost: golden, with a scent of apricot and honey.',
    },
    use: { zh: '冰到8至10℃，小杯慢饮。', en: 'Serve at 8–10 °C in small glasses.' },
    storage: storage.wine,
    facts: [
      {
        zh: '全县冰葡萄约7000亩；收购保底价每公斤10元，好果可到15元。',
        en: 'About 7,000 mu of ice-wine grapes in the county; a floor price of ¥10 a kg, up to ¥15 for better fruit.',
        year: 2020,
      },
    ],
    keywords: ['冰酒', '葡萄酒', '威代尔', 'ice wine', 'vidal'],
    skus: [{ pack: '375 ml bottle', zh: '375毫升瓶装', en: '375 ml bottle', yuan: 278 }],
  },
  'tacheng-dry-red': {
    cooperative: 'snow-vine',
    story: {
      zh: '同一片河谷的干红，酒体中等，单宁不重，配腊肉正好。',
      en: 'A dry red of the same valley: medium body, light tannin, at ease with cured pork.',
    },
    use: { zh: '16至18℃，开瓶醒半小时。', en: 'Open half an hour before, serve at 16–18 °C.' },
    storage: storage.wine,
    facts: [
      {
        zh: '当地酒庄除冰酒外另有多个系列。',
        en: 'The local winery makes several wines beside ice wine.',
        year: 2024,
      },
    ],
    keywords: ['红酒', '葡萄酒', '干红', 'red wine'],
    skus: [{ pack: '750 ml bottle', zh: '750毫升瓶装', en: '750 ml bottle', yuan: 138 }],
  },
  'weixi-small-pot-liquor': {
    cooperative: 'baohe-old-street',
    story: {
      zh: '玉米、青稞下小锅蒸的酒，一锅出不多，入口有粮香。',
      en: 'Maize and barley distilled in a small pot, a little at a time, tasting of grain.',
    },
    use: {
      zh: '少量慢饮；当地也用来泡梅子。',
      en: 'Sip a little; locally also used to steep plums.',
    },
    storage: storage.liquor,
    facts: [
      {
        zh: '制作技艺列入州级第六批非遗名录。',
        en: 'The craft is on the sixth prefectural heritage list.',
        year: 2018,
      },
    ],
    keywords: ['白酒', '小锅酒', '包谷酒', 'liquor'],
    skus: [
      { pack: '500 ml bottle', zh: '500毫升瓶装', en: '500 ml bottle', yuan: 62 },
      {
        pack: '1 L gift box, two bottles',
        zh: '礼盒（500毫升×2）',
        en: 'Gift box, 2 × 500 ml',
        yuan: 118,
      },
    ],
  },
  'weixi-maltose': {
    cooperative: 'zhonglu-kitchen',
    story: {
      zh: '麦芽和糯米熬出来的糖，反复拉到发白，敲着卖。粘牙，不齁。',
      en: 'Candy boiled from malt and sticky rice, pulled until white and sold by the knock of a hammer. Chewy, not too sweet.',
    },
    use: {
      zh: '敲小块含着吃；隔水化开可拌凉粉。',
      en: 'Break off a piece to suck; melt over hot water for jelly.',
    },
    storage: storage.sweets,
    facts: [
      {
        zh: '制作技艺列入州级第六批非遗名录。',
        en: 'The craft is on the sixth prefectural heritage list.',
        year: 2018,
      },
    ],
    keywords: ['麦芽糖', '叮叮糖', '糖果', 'candy'],
    skus: [{ pack: '250 g box', zh: '250克盒装', en: '250 g box', yuan: 24 }],
  },
  'baohe-festival-sweets': {
    cooperative: 'baohe-old-street',
    story: {
      zh: '瓦窑村过年走亲戚带的糖点：鸡蛋糕、酥麻糖、仙米糖，一盒三样，都是手工做，年前预订。',
      en: 'What Wayao takes to relatives at New Year: egg crisps, sesame candy and puffed-rice candy, three kinds a box, made by hand and ordered ahead.',
    },
    use: {
      zh: '配热茶。含鸡蛋、芝麻、小麦。',
      en: 'With hot tea. Contains egg, sesame and wheat.',
    },
    storage: storage.sweets,
    facts: [
      {
        zh: '瓦窑村手工制作，春节前按预订发货。',
        en: 'Hand-made in Wayao and sold to order before Spring Festival.',
        year: null,
      },
    ],
    keywords: ['年货', '糕点', '糖果', '礼盒', 'sweets'],
    skus: [{ pack: '600 g mixed box', zh: '600克三样礼盒', en: '600 g box of three', yuan: 58 }],
  },
}

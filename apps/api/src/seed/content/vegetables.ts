import { storage, type Contents } from '../product-content.js'

export const vegetables: Contents = {
  'weixi-sticky-yam': {
    cooperative: 'zhazi-yam',
    story: {
      zh: '在土里长够两年才挖。根能扎到一米深，得顺着一点点刨，断了就卖不上价，所以整根装箱。煮出来又粉又糯。',
      en: 'Two years in the ground before it is dug. Roots reach a metre down and must be freed by hand; broken ones fetch little, so they are boxed whole. Cooked, it is floury and sticky at once.',
    },
    use: {
      zh: '戴手套削皮，切段。清蒸二十分钟蘸白糖，或炖鸡、炖排骨最后半小时下锅。',
      en: 'Peel with gloves and cut in lengths. Steam twenty minutes and dip in sugar, or add to chicken or rib stew for the last half hour.',
    },
    storage: storage.root,
    facts: [
      {
        zh: '康普乡札子村种植糯山药103亩。',
        en: '103 mu of sticky yam in Zhazi village, Kangpu.',
        year: 2018,
      },
      {
        zh: '永春乡庆福村试种槽式栽培22亩，省农科单位设有试验点。',
        en: '22 mu of raised-box planting in Qingfu village, Yongchun, with a provincial trial plot.',
        year: 2023,
      },
    ],
    keywords: ['山药', '淮山', 'yam'],
    skus: [
      {
        pack: '2.5 kg whole-root box',
        zh: '2.5公斤整根礼盒',
        en: '2.5 kg whole-root box',
        yuan: 128,
      },
      {
        pack: '5 kg canteen box',
        zh: '5公斤食堂装（分段）',
        en: '5 kg canteen box, cut',
        yuan: 198,
      },
    ],
  },
  'weixi-highland-potato': {
    cooperative: 'zhazi-yam',
    story: {
      zh: '高山凉地长得慢，皮薄肉实。烤着吃，掰开就冒热气。',
      en: 'Slow to grow in cool high fields: thin skin, firm flesh, steaming when broken open at the fire.',
    },
    use: {
      zh: '带皮洗净，蒸、烤、焖饭都好；切条用菜籽油炸，撒花椒盐。',
      en: 'Wash and cook in the skin: steamed, roasted or under rice. Or fry sticks in rapeseed oil with pepper salt.',
    },
    storage: {
      zh: '避光通风，不要水洗。发芽或变绿的部分请挖掉不吃。',
      en: 'Keep dark and airy, unwashed. Cut away and discard green or sprouting parts.',
    },
    facts: [],
    keywords: ['洋芋', '马铃薯', 'potato'],
    skus: [{ pack: '5 kg box', zh: '5公斤箱装', en: '5 kg box', yuan: 32 }],
  },
  'yongfu-greenhouse-vegetables': {
    cooperative: 'qingfu-greens',
    story: {
      zh: '庆福村大棚里当天收什么就装什么：叶菜、茄瓜、豆角搭着来，箱里附一张菜名单。',
      en: 'Whatever the Qingfu greenhouses give that day: leaves, aubergines, beans, with a list of names in the box.',
    },
    use: {
      zh: '叶菜清炒，瓜豆焖煮。一箱够四口之家吃四五天。',
      en: 'Stir-fry the leaves, braise gourds and beans. A box feeds four for four or five days.',
    },
    storage: storage.leaves,
    facts: [
      {
        zh: '庆福村河西小组建成大棚100亩。',
        en: '100 mu of greenhouses built in Hexi group of Qingfu village.',
        year: 2014,
      },
    ],
    keywords: ['蔬菜箱', '青菜', '有机', 'vegetable box'],
    skus: [
      { pack: '5 kg mixed box', zh: '5公斤混装箱', en: '5 kg mixed box', yuan: 56 },
      { pack: '10 kg canteen crate', zh: '10公斤食堂筐', en: '10 kg canteen crate', yuan: 105 },
    ],
  },
  'baijixun-river-vegetables': {
    cooperative: 'lancang-bank',
    story: {
      zh: '澜沧江边地气暖，冬天也有青菜、白菜、萝卜和豌豆尖。',
      en: 'The banks of the Lancang stay mild: greens, cabbage, radish and pea shoots all winter.',
    },
    use: {
      zh: '豌豆尖下火锅，萝卜炖牛肉，青菜素炒。',
      en: 'Pea shoots for the hot pot, radish for beef stew, greens for the wok.',
    },
    storage: storage.leaves,
    facts: [
      {
        zh: '白济汛沿江一带以蔬菜和养殖为主。',
        en: 'The riverside belt of Baijixun lives by vegetables and livestock.',
        year: 2017,
      },
    ],
    keywords: ['蔬菜箱', '冬菜', '青菜', 'vegetable box'],
    skus: [
      { pack: '5 kg mixed box', zh: '5公斤混装箱', en: '5 kg mixed box', yuan: 52 },
      { pack: '10 kg canteen crate', zh: '10公斤食堂筐', en: '10 kg canteen crate', yuan: 98 },
    ],
  },
  'yezhi-konjac': {
    cooperative: 'yezhi-riverside',
    story: {
      zh: '刚挖出来的鲜魔芋，块大皮褐。要自己磨浆点碱，做成魔芋豆腐。',
      en: 'Fresh konjac corms, large and brown, to be ground and set with lime into konjac curd at home.',
    },
    use: {
      zh: '生魔芋有毒，切勿生食。戴手套去皮，磨浆加食用碱水搅匀，蒸或煮四十分钟，成块后换清水泡透再烹调。',
      en: 'Raw konjac is toxic: never eat it raw. Peel with gloves, grind, stir with food-grade lime water, cook for forty minutes, then soak the curd in clean water before cooking.',
    },
    storage: {
      zh: '放阴凉通风处，不要碰伤，不要冷冻。',
      en: 'Cool and airy; do not bruise or freeze.',
    },
    facts: [
      {
        zh: '叶枝镇编写了魔芋高产栽培资料。',
        en: 'The town wrote a growing guide for konjac.',
        year: 2018,
      },
    ],
    keywords: ['蒟蒻', '魔芋豆腐', 'konnyaku'],
    skus: [{ pack: '5 kg fresh corms', zh: '5公斤鲜芋', en: '5 kg fresh corms', yuan: 46 }],
  },
  'weideng-endive': {
    cooperative: 'weideng-orchard',
    story: {
      zh: '菊苣叶微苦脆嫩，冬春两季最好吃。',
      en: 'Chicory, crisp and gently bitter, at its best in winter and spring.',
    },
    use: {
      zh: '洗净蘸酱生吃，或用猪油快炒，出锅前淋一点醋。',
      en: 'Eat raw with a dip, or stir-fry fast in lard with a dash of vinegar.',
    },
    storage: storage.leaves,
    facts: [],
    keywords: ['苦苣', '生菜', 'chicory', 'endive'],
    skus: [{ pack: '3 kg box', zh: '3公斤箱装', en: '3 kg box', yuan: 46 }],
  },
}

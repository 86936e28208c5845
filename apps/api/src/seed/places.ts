/** The categories in the order of the shop. */
export const categories = [
  { code: 'honey', name: { zh: '蜂蜜', en: 'Honey' }, isBusinessOnly: false },
  { code: 'fungi', name: { zh: '菌菇', en: 'Mushrooms' }, isBusinessOnly: false },
  { code: 'grain', name: { zh: '米豆杂粮', en: 'Grain and beans' }, isBusinessOnly: false },
  { code: 'vegetable', name: { zh: '蔬菜', en: 'Vegetables' }, isBusinessOnly: false },
  { code: 'fruit', name: { zh: '水果', en: 'Fruit' }, isBusinessOnly: false },
  { code: 'nuts', name: { zh: '坚果', en: 'Nuts and seeds' }, isBusinessOnly: false },
  { code: 'oil', name: { zh: '食用油', en: 'Oil' }, isBusinessOnly: false },
  { code: 'meat', name: { zh: '肉类', en: 'Meat' }, isBusinessOnly: false },
  { code: 'poultry', name: { zh: '禽蛋', en: 'Poultry and eggs' }, isBusinessOnly: false },
  { code: 'fish', name: { zh: '水产', en: 'Fish' }, isBusinessOnly: false },
  { code: 'snack', name: { zh: '糕点小吃', en: 'Cakes and sweets' }, isBusinessOnly: false },
  {
    code: 'spice',
    name: { zh: '香料与药食', en: 'Spices and kitchen herbs' },
    isBusinessOnly: false,
  },
  { code: 'wine', name: { zh: '酒', en: 'Wine and liquor' }, isBusinessOnly: false },
  {
    code: 'specialty',
    name: { zh: '山野风味', en: 'Mountain specialities' },
    isBusinessOnly: false,
  },
  { code: 'craft', name: { zh: '手工艺', en: 'Crafts' }, isBusinessOnly: false },
  { code: 'plant', name: { zh: '花木', en: 'Plants' }, isBusinessOnly: false },
  { code: 'herb', name: { zh: '中药材', en: 'Medicinal herbs' }, isBusinessOnly: true },
] as const

/** The ten townships, from the county town down the Lancang and over to the Jinsha. */
export const townships = [
  {
    code: 'baohe',
    name: { zh: '保和镇', en: 'Baohe Town' },
    kind: 'town',
    intro: {
      zh: '县城所在地。兰永村种冰葡萄，瓦窑村过年做糖点。',
      en: 'The county seat. Lanyong grows grapes for ice wine; Wayao makes sweets for New Year.',
    },
    villages: ['兰永村', '永春村', '瓦窑村', '永宁社区'],
  },
  {
    code: 'yongchun',
    name: { zh: '永春乡', en: 'Yongchun Township' },
    kind: 'township',
    intro: {
      zh: '药材之乡，2021年种药1.5万亩；庆福村有大棚菜和糯山药。',
      en: 'Herb country, 15,000 mu in 2021; Qingfu has greenhouses and sticky yam.',
    },
    villages: ['美光村', '庆福村', '三家村', '拖枝村', '四保村', '菊香村'],
  },
  {
    code: 'pantiange',
    name: { zh: '攀天阁乡', en: 'Pantiange Township' },
    kind: 'township',
    intro: {
      zh: '离县城三十多公里，山路要走一个多小时。老黑谷和那米鸡出在这里。',
      en: 'Thirty-odd kilometres and more than an hour of mountain road from the county town. Home of black rice and Nami chicken.',
    },
    villages: ['皆菊村', '美洛村'],
  },
  {
    code: 'tacheng',
    name: { zh: '塔城镇', en: 'Tacheng Town' },
    kind: 'town',
    intro: {
      zh: '腊普河谷里的镇，种冰葡萄、藏红花和白芸豆，人口约1.3万。',
      en: 'A town of about 13,000 in the Lapu valley: ice-wine grapes, saffron, white kidney beans.',
    },
    villages: ['川达村', '海尼村', '柯那村', '塔城村', '启别村', '巴珠村', '其宗村'],
  },
  {
    code: 'baijixun',
    name: { zh: '白济汛乡', en: 'Baijixun Township' },
    kind: 'township',
    intro: {
      zh: '澜沧江边，沿江种菜，半山养牛，林下种天麻。',
      en: 'On the Lancang: vegetables along the river, cattle on the middle slopes, gastrodia under the trees.',
    },
    villages: [],
  },
  {
    code: 'kangpu',
    name: { zh: '康普乡', en: 'Kangpu Township' },
    kind: 'township',
    intro: {
      zh: '糯山药的老产地，2018年札子村种了103亩。',
      en: 'Old country of the sticky yam; Zhazi village had 103 mu in 2018.',
    },
    villages: ['札子村'],
  },
  {
    code: 'yezhi',
    name: { zh: '叶枝镇', en: 'Yezhi Town' },
    kind: 'town',
    intro: {
      zh: '傈僳族聚居的江边镇，同乐村依山而建，核桃、蜂蜜、杂粮都有。',
      en: 'A riverside town of the Lisu, with Tongle village on the hillside: walnuts, honey, buckwheat.',
    },
    villages: ['同乐村', '梓里村', '巴丁村'],
  },
  {
    code: 'badi',
    name: { zh: '巴迪乡', en: 'Badi Township' },
    kind: 'township',
    intro: {
      zh: '最北的江边乡，地高天凉，属青稞产区。',
      en: 'The northernmost township on the river, high and cool, within the barley country.',
    },
    villages: [],
  },
  {
    code: 'zhonglu',
    name: { zh: '中路乡', en: 'Zhonglu Township' },
    kind: 'township',
    intro: {
      zh: '与维登乡一样，做松皮子粑粑。',
      en: 'Shares the pine-bark cake with Weideng.',
    },
    villages: [],
  },
  {
    code: 'weideng',
    name: { zh: '维登乡', en: 'Weideng Township' },
    kind: 'township',
    intro: {
      zh: '妥洛村传着榨漆油的手艺。',
      en: 'Tuoluo village keeps the craft of lacquer-seed oil.',
    },
    villages: ['维登村', '妥洛村'],
  },
] as const

import { storage, type Contents } from '../product-content.js'

export const fungiAndHerbs: Contents = {
  'dried-morel': {
    cooperative: 'spring-morel',
    story: {
      zh: '开春从棚里采下，剪脚、低温烘干。菌盖像蜂窝，泡开后汤色如茶。',
      en: 'Picked at winter’s end, trimmed and dried slowly. The cap is a honeycomb; soaked, it turns the water the colour of tea.',
    },
    use: {
      zh: '温水泡二十分钟，泡菌水滤沙后一起下锅。炖鸡放六七朵就够；务必煮透，不生食。',
      en: 'Soak twenty minutes in warm water; strain the water and use it too. Six or seven are enough for a chicken. Cook through, never raw.',
    },
    storage: storage.dried,
    facts: [
      {
        zh: '叶枝镇已掌握羊肚菌人工种植。',
        en: 'Yezhi had mastered the growing of morels.',
        year: 2018,
      },
      {
        zh: '香格里拉一处基地鲜品每公斤120元，干品每公斤过千元。',
        en: 'At a base in Shangri-La, ¥120 a kg fresh and above ¥1,000 dried.',
        year: 2020,
      },
    ],
    keywords: ['羊肚菌', '菌菇', '干货', 'morel'],
    skus: [
      { pack: '100 g bag', zh: '100克袋装', en: '100 g bag', yuan: 128 },
      { pack: '50 g bag', zh: '50克袋装', en: '50 g bag', yuan: 68 },
      { pack: '250 g gift box', zh: '250克礼盒', en: '250 g gift box', yuan: 306 },
    ],
  },
  'fresh-morel': {
    cooperative: 'spring-morel',
    story: {
      zh: '冬末到初春，大约采三个月。鲜菌不耐放，采下当天冷藏发出。',
      en: 'About three months of picking from winter’s end. Fresh morels do not keep, so they leave chilled the same day.',
    },
    use: {
      zh: '对半切开冲洗，焯水一分钟，再炖汤或酿肉蒸。务必煮透。',
      en: 'Halve, rinse and blanch for a minute, then simmer in soup or steam with meat inside. Cook through.',
    },
    storage: {
      zh: '到货即冷藏，三天内吃完。',
      en: 'Refrigerate on arrival; use within three days.',
    },
    facts: [
      {
        zh: '叶枝镇已掌握羊肚菌人工种植。',
        en: 'Yezhi had mastered the growing of morels.',
        year: 2018,
      },
    ],
    keywords: ['羊肚菌', '鲜菌', 'morel'],
    skus: [{ pack: '500 g box', zh: '500克盒装', en: '500 g box', yuan: 85 }],
  },
  'fresh-matsutake': {
    cooperative: 'zhonglu-kitchen',
    story: {
      zh: '七月到九月的鲜松茸，按朵分级，当天冷链空运。采集与出售许可随货可查。',
      en: 'Matsutake of July to September, graded piece by piece and flown chilled the same day. Permits for collecting and sale are on file.',
    },
    use: {
      zh: '用湿布擦净，不泡水。切片炭烤两面各十几秒，或清炖鸡汤出锅前放。',
      en: 'Wipe with a damp cloth, do not soak. Grill slices some seconds a side, or add to chicken broth at the end.',
    },
    storage: {
      zh: '纸包冷藏，三天内吃完；来不及吃可切片冷冻。',
      en: 'Wrap in paper, refrigerate, eat within three days; freeze slices otherwise.',
    },
    facts: [
      {
        zh: '滇西北松茸产季约七至九月。',
        en: 'The season in north-west Yunnan runs from about July to September.',
        year: null,
      },
    ],
    keywords: ['松茸', '松口蘑', 'matsutake'],
    skus: [{ pack: '500 g box', zh: '500克盒装', en: '500 g box', yuan: 320 }],
  },
  'dried-wild-boletus': {
    cooperative: 'heigu-terrace',
    story: {
      zh: '雨季捡的牛肝菌，切片晒干，闻着有烟火气的坚果香。',
      en: 'Boletes gathered in the rains, sliced and sun-dried, with a smoky, nutty smell.',
    },
    use: {
      zh: '泡发后反复洗净，焯水三分钟，再炒或炖二十分钟以上。野生菌必须彻底熟透，不与酒同食。',
      en: 'Soak, wash well, blanch three minutes, then fry or stew at least twenty. Wild fungi must be cooked through and not taken with alcohol.',
    },
    storage: storage.dried,
    facts: [],
    keywords: ['牛肝菌', '野生菌', '干货', 'bolete', 'porcini'],
    skus: [{ pack: '100 g bag', zh: '100克袋装', en: '100 g bag', yuan: 56 }],
  },
  'black-fungus': {
    cooperative: 'weideng-orchard',
    story: {
      zh: '小朵干木耳，泡开肉厚，脆。',
      en: 'Small dried wood ears that soak up thick and crunchy.',
    },
    use: {
      zh: '冷水泡两小时，摘去硬根，焯水凉拌或炒肉片。泡发别过夜。',
      en: 'Soak two hours in cold water, trim, blanch for salad or stir-fry with pork. Do not leave soaking overnight.',
    },
    storage: storage.dried,
    facts: [],
    keywords: ['木耳', '云耳', '干货', 'wood ear'],
    skus: [
      { pack: '250 g bag', zh: '250克袋装', en: '250 g bag', yuan: 40 },
      { pack: '1 kg canteen bag', zh: '1公斤食堂装', en: '1 kg canteen bag', yuan: 148 },
    ],
  },
  'weixi-gastrodia': {
    cooperative: 'lancang-bank',
    story: {
      zh: '林下种的天麻，冬天挖出来蒸透烘干，断面半透明。',
      en: 'Gastrodia grown under trees, dug in winter, steamed and dried; the cut is half transparent.',
    },
    use: {
      zh: '温水泡软切片，与鸡或鸽子同炖一小时。作食材用，不能代替药物。',
      en: 'Soften in warm water, slice and stew for an hour with chicken or pigeon. A food, not a medicine.',
    },
    storage: storage.dried,
    facts: [
      {
        zh: '维西五大中药材之一；叶枝镇巴丁村基地做种子授粉与试种。',
        en: 'One of the county’s five main herbs; seed pollination and trials at Badin village, Yezhi.',
        year: 2018,
      },
    ],
    keywords: ['天麻', '药食同源', 'tianma'],
    skus: [
      { pack: '250 g box', zh: '250克盒装', en: '250 g box', yuan: 138 },
      { pack: '100 g bag', zh: '100克袋装', en: '100 g bag', yuan: 60 },
    ],
  },
  'weixi-gentiana': {
    cooperative: 'sanjiang-herbs',
    story: {
      zh: '永春乡种得最多的药材，根粗皮褐，按公斤散装，只供单位采购。',
      en: 'The herb that Yongchun grows most: thick brown roots, sold loose by the kilogram to organisations only.',
    },
    use: {
      zh: '中药材原料，按药典炮制使用，不作普通食品。',
      en: 'Raw material for Chinese medicine, to be processed by the pharmacopoeia; not a food.',
    },
    storage: storage.herb,
    facts: [
      {
        zh: '永春乡中药材1.5万亩，产值逾8000万元，以秦艽为主。',
        en: '15,000 mu of herbs in Yongchun, mainly gentian, worth over ¥80 million.',
        year: 2021,
      },
    ],
    keywords: ['秦艽', '中药材', 'qinjiao'],
    skus: [{ pack: '1 kg dried, bulk', zh: '1公斤散装', en: '1 kg dried, loose', yuan: 95 }],
  },
  'weixi-angelica': {
    cooperative: 'spring-morel',
    story: {
      zh: '头年育苗，次年移栽，入冬挖根，熏干切片。药香浓，家里炖汤放一两片。',
      en: 'Raised from seedlings, planted out, dug at winter’s start and dried. One or two slices scent a pot of soup.',
    },
    use: {
      zh: '作调味香料少量使用：炖羊肉、鸡汤放两三片。',
      en: 'A spice, in small amounts: two or three slices for mutton or chicken soup.',
    },
    storage: storage.dried,
    facts: [
      {
        zh: '维西五大中药材之一，叶枝镇已掌握育苗。',
        en: 'One of the county’s five main herbs; Yezhi raises the seedlings.',
        year: 2018,
      },
    ],
    keywords: ['当归', '香料', 'danggui', 'angelica'],
    skus: [{ pack: '250 g bag', zh: '250克袋装', en: '250 g bag', yuan: 42 }],
  },
  'weixi-costus': {
    cooperative: 'spring-morel',
    story: {
      zh: '云木香的根气味浓烈，散装出售，只供单位采购。',
      en: 'Costus root, strongly scented, sold loose to organisations only.',
    },
    use: { zh: '中药材原料，不作普通食品。', en: 'Raw material for Chinese medicine; not a food.' },
    storage: storage.herb,
    facts: [{ zh: '维西五大中药材之一。', en: 'One of the county’s five main herbs.', year: null }],
    keywords: ['云木香', '木香', '中药材', 'costus'],
    skus: [{ pack: '1 kg dried, bulk', zh: '1公斤散装', en: '1 kg dried, loose', yuan: 22 }],
  },
  'weixi-paris': {
    cooperative: 'sanjiang-herbs',
    story: {
      zh: '人工种植的滇重楼，种下要等好几年才成材，附栽培证明，只供单位采购。',
      en: 'Cultivated Paris, several years in the ground, with proof of cultivation; to organisations only.',
    },
    use: { zh: '中药材原料，不作食品。', en: 'Raw material for Chinese medicine; not a food.' },
    storage: storage.herb,
    facts: [{ zh: '维西五大中药材之一。', en: 'One of the county’s five main herbs.', year: null }],
    keywords: ['重楼', '中药材', 'chonglou', 'paris'],
    skus: [{ pack: '1 kg dried, bulk', zh: '1公斤散装', en: '1 kg dried, loose', yuan: 236 }],
  },
  'yezhi-salvia': {
    cooperative: 'spring-morel',
    story: {
      zh: '叶枝种植的丹参，根条紫红，散装出售，只供单位采购。',
      en: 'Salvia root from Yezhi, purple-red, sold loose to organisations only.',
    },
    use: { zh: '中药材原料，不作普通食品。', en: 'Raw material for Chinese medicine; not a food.' },
    storage: storage.herb,
    facts: [
      {
        zh: '叶枝镇当年新增品种，已掌握育苗。',
        en: 'A new planting in Yezhi that year; seedlings raised locally.',
        year: 2018,
      },
    ],
    keywords: ['丹参', '中药材', 'danshen'],
    skus: [{ pack: '1 kg dried, bulk', zh: '1公斤散装', en: '1 kg dried, loose', yuan: 28 }],
  },
  'tacheng-saffron': {
    cooperative: 'qizong-crocus',
    story: {
      zh: '其宗村格里卓小组的藏红花，十一月初开紫花，天亮前摘花，当天剔出三根红柱头烘干。这里的种植得到过上海帮扶资金。',
      en: 'Saffron of Gelizhuo group in Qizong. It flowers purple in early November; picked before sunrise, the three red threads are drawn and dried the same day. Shanghai’s cooperation helped to start it.',
    },
    use: {
      zh: '作香料少量使用：三五根用温水泡出颜色，煮饭、炖汤或调奶。',
      en: 'A spice: steep three to five threads in warm water for rice, soup or milk.',
    },
    storage: storage.dried,
    facts: [
      {
        zh: '其宗村格里卓小组种植，自当年起获上海帮扶资金500万元。',
        en: 'Grown at Gelizhuo group, Qizong, with ¥5 million of Shanghai aid from that year.',
        year: 2021,
      },
    ],
    keywords: ['藏红花', '西红花', '番红花', 'saffron'],
    skus: [
      { pack: '1 g gift tin', zh: '1克小罐', en: '1 g tin', yuan: 42 },
      { pack: '5 g gift box', zh: '5克礼盒（五罐）', en: '5 g gift box, five tins', yuan: 198 },
    ],
  },
  'weixi-sichuan-pepper': {
    cooperative: 'zhonglu-kitchen',
    story: {
      zh: '八九月摘的红花椒，太阳晒到开口，麻味直。',
      en: 'Red pepper picked in August and September, dried in the sun until it opens; a straight, tingling heat.',
    },
    use: {
      zh: '小火焙香磨粉，或热油泼出椒油。',
      en: 'Toast gently and grind, or pour hot oil over for pepper oil.',
    },
    storage: storage.dried,
    facts: [],
    keywords: ['花椒', '麻椒', '调料', 'pepper'],
    skus: [
      { pack: '250 g bag', zh: '250克袋装', en: '250 g bag', yuan: 40 },
      { pack: '1 kg canteen bag', zh: '1公斤食堂装', en: '1 kg canteen bag', yuan: 146 },
    ],
  },
}

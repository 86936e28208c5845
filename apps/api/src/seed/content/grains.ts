import { storage, type Contents } from '../product-content.js'

export const grains: Contents = {
  'laoheigu-black-rice': {
    cooperative: 'heigu-terrace',
    story: {
      zh: '攀天阁坝子里种了多年的老品种，谷壳乌黑，碾出来的米带着一层紫褐。产量低，种的人家不多，一季只收一回。',
      en: 'An old variety of the Pantiange basin: black husks, and grains with a purple-brown skin. It yields little, few families grow it, and there is one harvest a year.',
    },
    use: {
      zh: '淘一遍即可，先泡两小时，水比白米多两成。与白米三七掺着煮更软；单煮成粥，颜色最深。',
      en: 'Rinse once, soak two hours and use a fifth more water than for white rice. Mix three parts to seven of white rice for softness, or cook alone as a dark porridge.',
    },
    storage: storage.grain,
    facts: [
      {
        zh: '皆菊村一带种植约2600亩，亩产四百余斤，当地价每市斤过10元。',
        en: 'About 2,600 mu around Jieju village, just over 400 jin a mu; more than ¥10 a jin locally.',
        year: 2019,
      },
    ],
    keywords: ['黑米', '黑谷', '大米', 'black rice'],
    skus: [
      { pack: '2.5 kg vacuum bag', zh: '2.5公斤真空袋', en: '2.5 kg vacuum bag', yuan: 98 },
      { pack: '1 kg vacuum bag', zh: '1公斤真空袋', en: '1 kg vacuum bag', yuan: 42 },
      {
        pack: '5 kg gift box, two bags',
        zh: '5公斤礼盒（两袋）',
        en: '5 kg gift box, two bags',
        yuan: 188,
      },
    ],
  },
  'tacheng-red-rice': {
    cooperative: 'lapu-valley',
    story: {
      zh: '腊普河谷水田里的红皮糙米，留着一层红色种皮，嚼着有韧劲。',
      en: 'Brown rice with a red skin from the paddies of the Lapu valley, pleasantly chewy.',
    },
    use: {
      zh: '泡一小时再煮，水多放两成。拌饭、煮粥、配排骨焖饭都合适。',
      en: 'Soak for an hour and add a fifth more water. Good in mixed rice, porridge, or cooked with spare ribs.',
    },
    storage: storage.grain,
    facts: [],
    keywords: ['红米', '糙米', '大米', 'red rice'],
    skus: [
      { pack: '2.5 kg vacuum bag', zh: '2.5公斤真空袋', en: '2.5 kg vacuum bag', yuan: 62 },
      { pack: '10 kg canteen sack', zh: '10公斤食堂装', en: '10 kg canteen sack', yuan: 228 },
    ],
  },
  'yezhi-fragrant-rice': {
    cooperative: 'yezhi-riverside',
    story: {
      zh: '叶枝江边稻田的香米，米粒细长，煮开锅时满屋都是饭香。',
      en: 'Long-grained fragrant rice from the riverside paddies of Yezhi; the kitchen smells of it as soon as the pot boils.',
    },
    use: {
      zh: '一杯米一杯水，泡二十分钟再煮，饭粒松而不散。',
      en: 'One cup of rice to one of water, soaked for twenty minutes: loose but tender.',
    },
    storage: storage.grain,
    facts: [
      {
        zh: '叶枝镇推广无公害优质香米近300亩，同镇还有1235亩稻田养鱼。',
        en: 'Close to 300 mu of fragrant rice in Yezhi, beside 1,235 mu of rice-fish paddies.',
        year: 2018,
      },
    ],
    keywords: ['大米', '香米', 'rice'],
    skus: [
      { pack: '5 kg bag', zh: '5公斤袋装', en: '5 kg bag', yuan: 78 },
      { pack: '25 kg canteen sack', zh: '25公斤食堂装', en: '25 kg canteen sack', yuan: 368 },
    ],
  },
  'highland-barley': {
    cooperative: 'badi-barley',
    story: {
      zh: '高处的地种不了稻，就种青稞。磨成粉做粑粑、糌粑，或碾成粒煮饭，都是山里人熟悉的主食。',
      en: 'Where fields lie too high for rice, people sow barley. Ground for flat bread and tsampa or pearled for the pot, it is a mountain staple.',
    },
    use: {
      zh: '青稞米泡一夜，与大米三七掺煮；青稞粉炒熟后加热茶、酥油和糖捏成糌粑，也可和面烙饼。',
      en: 'Soak pearled barley overnight and cook three parts to seven of rice. Toast the flour and knead with hot tea, butter and sugar for tsampa, or bake flat bread.',
    },
    storage: storage.grain,
    facts: [
      {
        zh: '“香格里拉青稞”农产品地理标志的保护范围含维西九个乡镇；本店不使用该标志。',
        en: 'The protected area of “Shangri-La barley” covers nine townships of Weixi; this shop does not use the mark.',
        year: 2013,
      },
    ],
    keywords: ['青稞米', '青稞粉', '糌粑', 'barley', 'tsampa'],
    skus: [
      {
        pack: '2.5 kg flour or pearled grain',
        zh: '青稞米2.5公斤',
        en: 'Pearled barley, 2.5 kg',
        yuan: 48,
      },
      { pack: '2.5 kg flour', zh: '青稞粉2.5公斤', en: 'Barley flour, 2.5 kg', yuan: 45 },
      { pack: '1 kg pearled grain', zh: '青稞米1公斤', en: 'Pearled barley, 1 kg', yuan: 22 },
    ],
  },
  'tongle-tartary-buckwheat': {
    cooperative: 'tongle-hillside',
    story: {
      zh: '同乐村坡地上的苦荞，开白花，结三棱的籽。味道微苦，回口有一点甜。',
      en: 'Tartary buckwheat from the slopes of Tongle: white flowers, three-edged seeds, a slight bitterness and a sweet finish.',
    },
    use: {
      zh: '荞米泡四小时，与大米同煮；干锅小火炒香，可当荞茶泡水。',
      en: 'Soak four hours and cook with rice; or toast in a dry pan and steep as tea.',
    },
    storage: storage.grain,
    facts: [
      {
        zh: '同乐村的合作社把苦荞列为村里的传统食物，当年带动建档立卡户28户。',
        en: 'Listed among Tongle’s traditional foods by a village cooperative that covered 28 registered poor households.',
        year: 2017,
      },
    ],
    keywords: ['苦荞麦', '荞麦', '荞茶', 'buckwheat'],
    skus: [
      { pack: '1 kg bag', zh: '1公斤袋装', en: '1 kg bag', yuan: 26 },
      { pack: '5 kg canteen bag', zh: '5公斤食堂装', en: '5 kg canteen bag', yuan: 118 },
    ],
  },
  'tongle-sweet-buckwheat': {
    cooperative: 'tongle-hillside',
    story: {
      zh: '甜荞开粉花，比苦荞温和，磨面做粑粑最常见。',
      en: 'Common buckwheat flowers pink and tastes milder than tartary; most of it becomes flat bread.',
    },
    use: {
      zh: '荞面加水搅成稠糊，平锅摊薄，两面烙黄，抹蜂蜜吃；也可掺面粉擀面条。',
      en: 'Stir the flour with water to a thick batter, bake thin and golden, eat with honey; or mix with wheat flour for noodles.',
    },
    storage: storage.grain,
    facts: [
      {
        zh: '与苦荞同列为同乐村的传统杂粮。',
        en: 'Named beside tartary buckwheat as one of Tongle’s own grains.',
        year: 2017,
      },
    ],
    keywords: ['荞麦', '荞面', 'buckwheat flour'],
    skus: [{ pack: '1 kg bag', zh: '1公斤袋装', en: '1 kg bag', yuan: 22 }],
  },
  'chuanda-white-kidney-bean': {
    cooperative: 'lapu-valley',
    story: {
      zh: '川达村与小麦套种的白芸豆，颗粒饱满，皮薄，炖久了仍成形。',
      en: 'White kidney beans grown between wheat in Chuanda: plump, thin-skinned, and whole even after long stewing.',
    },
    use: {
      zh: '泡一夜，换水煮开后小火炖一小时。炖火腿、炖猪脚，汤会变白变浓。务必煮透再吃。',
      en: 'Soak overnight, boil in fresh water, then simmer an hour. With ham or pig’s trotters the broth turns white and thick. Always cook through.',
    },
    storage: storage.grain,
    facts: [
      {
        zh: '川达村种植白芸豆940亩，亩产约500斤，与小麦套种，一年两收。',
        en: '940 mu in Chuanda at about 500 jin a mu, grown between wheat, two crops a year.',
        year: 2011,
      },
    ],
    keywords: ['芸豆', '白豆', '豆子', 'beans'],
    skus: [
      { pack: '1 kg bag', zh: '1公斤袋装', en: '1 kg bag', yuan: 25 },
      { pack: '5 kg canteen bag', zh: '5公斤食堂装', en: '5 kg canteen bag', yuan: 115 },
    ],
  },
  'yezhi-quinoa': {
    cooperative: 'yezhi-riverside',
    story: {
      zh: '叶枝这些年新种的藜麦，籽粒细小，煮熟后会冒出一圈白色小芽尖。',
      en: 'A new crop in Yezhi: tiny grains that show a white thread when cooked.',
    },
    use: {
      zh: '冲洗两遍去苦味，一份藜麦两份水，煮十五分钟。拌沙拉、煮粥、掺米饭都行。',
      en: 'Rinse twice to take off the bitterness; one part to two of water, fifteen minutes. For salads, porridge or mixed rice.',
    },
    storage: storage.grain,
    facts: [
      {
        zh: '当年叶枝新增种植的五种作物之一，五种合计947亩。',
        en: 'One of five new crops in Yezhi that year, 947 mu together.',
        year: 2018,
      },
    ],
    keywords: ['藜麦米', 'quinoa'],
    skus: [{ pack: '500 g bag', zh: '500克袋装', en: '500 g bag', yuan: 28 }],
  },
  'baohe-erkuai': {
    cooperative: 'baohe-old-street',
    story: {
      zh: '把蒸熟的米舂打成团，压成砖，就是饵块。过年前后，保和镇家家都备着。',
      en: 'Steamed rice pounded and pressed into a brick. Around Spring Festival every kitchen in Baohe has some.',
    },
    use: {
      zh: '切片烤软，抹酱夹菜；切丝煮汤，或与火腿、青菜同炒。',
      en: 'Slice and toast until soft, spread with sauce; or shred for soup, or stir-fry with ham and greens.',
    },
    storage: {
      zh: '冷藏保存，开袋后三天内吃完；发硬是正常的，加热即软。',
      en: 'Refrigerate; use within three days of opening. It hardens in the cold and softens when heated.',
    },
    facts: [],
    keywords: ['年糕', '饵丝', '米糕', 'rice cake'],
    skus: [
      { pack: '1 kg vacuum', zh: '1公斤真空装', en: '1 kg vacuum pack', yuan: 20 },
      { pack: '5 kg canteen box', zh: '5公斤食堂装', en: '5 kg canteen box', yuan: 92 },
    ],
  },
  'pine-bark-cake': {
    cooperative: 'zhonglu-kitchen',
    story: {
      zh: '中路、维登一带的白族吃食。松树的嫩皮煮软捶细，与糯米同蒸，褐色，有淡淡的松香。',
      en: 'A Bai food of Zhonglu and Weideng: the soft inner bark of pine, boiled and beaten, steamed with sticky rice. Brown, with a breath of resin.',
    },
    use: {
      zh: '切片用小火煎到两面起壳，蘸蜂蜜或红糖；也可以上锅蒸软。',
      en: 'Fry slices gently until crisp on both sides and dip in honey or brown sugar; or steam until soft.',
    },
    storage: {
      zh: '全程冷藏，十五天内吃完；也可切片冷冻一个月。',
      en: 'Keep refrigerated and eat within fifteen days; slices freeze well for a month.',
    },
    facts: [
      {
        zh: '制作技艺拟列入县级第六批非遗名录。',
        en: 'Proposed for the sixth county list of intangible heritage.',
        year: 2021,
      },
    ],
    keywords: ['松皮粑粑', '糯米', '白族', 'Bai', 'sticky rice'],
    skus: [{ pack: '500 g box', zh: '500克盒装', en: '500 g box', yuan: 32 }],
  },
}

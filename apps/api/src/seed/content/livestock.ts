import { storage, type Contents } from '../product-content.js'

export const livestock: Contents = {
  'nami-chicken': {
    cooperative: 'meiluo-slope',
    story: {
      zh: '美洛村那米小组一带的土鸡，散养在坡上，长得慢，骨细肉紧。宰净急冻，一只一袋。',
      en: 'The hill chicken of Nami group in Meiluo, free on the slopes and slow to grow: fine bones, firm meat. Dressed and frozen, one to a bag.',
    },
    use: {
      zh: '冷藏解冻，整只冷水下锅，加姜片炖一个半小时，最后放盐。与火腿同炖是当地做法。',
      en: 'Thaw in the refrigerator; simmer whole from cold water with ginger for an hour and a half, salt last. Locally stewed with ham.',
    },
    storage: storage.frozen,
    facts: [
      {
        zh: '2024年第三批全国特质农品，证书三年有效（持证单位为当地养殖合作社，非本演示合作社）。',
        en: 'On the national list of distinctive produce, batch 3 of 2024, for three years (held by a local cooperative, not by this demonstration one).',
        year: 2024,
      },
    ],
    keywords: ['土鸡', '鸡肉', '那米鸡', 'chicken'],
    skus: [
      {
        pack: '1.2-1.5 kg dressed, frozen',
        zh: '整只1.2–1.5公斤',
        en: 'Whole, 1.2–1.5 kg',
        yuan: 158,
      },
    ],
  },
  'lijia-black-chicken': {
    cooperative: 'lancang-bank',
    story: {
      zh: '维西地方乌骨鸡，冠、皮、肉、骨都黑，白济汛多户人家在养。',
      en: 'The local black-boned breed: black comb, skin, meat and bone, kept by many families in Baijixun.',
    },
    use: {
      zh: '斩块焯水，加天麻或红枣炖两小时，汤清肉香。',
      en: 'Joint, blanch and stew two hours with gastrodia or red dates for a clear broth.',
    },
    storage: storage.frozen,
    facts: [
      {
        zh: '项目资金145万元支持乌骨鸡合作社。',
        en: '¥1.45 million of project money backed its cooperatives.',
        year: 2016,
      },
    ],
    keywords: ['乌鸡', '乌骨鸡', '鸡肉', 'chicken'],
    skus: [
      {
        pack: '1.2-1.5 kg dressed, frozen',
        zh: '整只1.2–1.5公斤',
        en: 'Whole, 1.2–1.5 kg',
        yuan: 142,
      },
    ],
  },
  'yezhi-herb-chicken-eggs': {
    cooperative: 'yezhi-riverside',
    story: {
      zh: '林下养的母鸡，饲料里掺了本地草药渣。蛋壳颜色不一，个头偏小。',
      en: 'Hens kept under trees, fed partly on spent local herbs. Shells of many colours, eggs on the small side.',
    },
    use: {
      zh: '煮、蒸、煎都好；蛋黄偏实，适合做荷包蛋。',
      en: 'Boil, steam or fry; the firm yolk is good for poaching.',
    },
    storage: {
      zh: '尖头朝下冷藏，三十天内吃完。',
      en: 'Refrigerate point down; use within thirty days.',
    },
    facts: [
      {
        zh: '叶枝镇年末药材鸡存栏1900只。',
        en: '1,900 herb-fed hens in the town at the year’s end.',
        year: 2018,
      },
    ],
    keywords: ['鸡蛋', '土鸡蛋', 'eggs'],
    skus: [
      { pack: '30 eggs', zh: '30枚箱装', en: '30 eggs', yuan: 58 },
      { pack: '90 eggs', zh: '90枚食堂装', en: '90 eggs, canteen box', yuan: 162 },
    ],
  },
  'pantiange-ham': {
    cooperative: 'heigu-terrace',
    story: {
      zh: '冬月腌、来年吃的火腿，切块真空。肥瘦分明，咸香。',
      en: 'Salted in midwinter and eaten a year on; cut and vacuum-packed. Clear lean and fat, salty and fragrant.',
    },
    use: {
      zh: '洗净煮二十分钟去咸，再切片蒸或炖豆。',
      en: 'Wash, boil twenty minutes to draw the salt, then steam slices or stew with beans.',
    },
    storage: storage.cured,
    facts: [
      {
        zh: '火腿炖那米鸡是攀天阁的招牌菜。',
        en: 'Ham stewed with Nami chicken is the dish of the place.',
        year: null,
      },
    ],
    keywords: ['火腿', '腊肉', 'ham'],
    skus: [
      { pack: '1 kg vacuum', zh: '1公斤真空装', en: '1 kg vacuum pack', yuan: 138 },
      { pack: '500 g vacuum', zh: '500克真空装', en: '500 g vacuum pack', yuan: 74 },
    ],
  },
  'tongle-pipa-pork': {
    cooperative: 'tongle-hillside',
    story: {
      zh: '整片猪肉抹盐花椒，缝起来压扁风干，形状像琵琶，傈僳人家待客才切。',
      en: 'A whole side rubbed with salt and pepper, sewn, pressed and wind-dried into the shape of a lute; the Lisu cut it for guests.',
    },
    use: {
      zh: '刮洗干净，煮半小时，切薄片蒸，或与土豆同炒。',
      en: 'Scrape, boil half an hour, slice thin and steam, or fry with potatoes.',
    },
    storage: storage.cured,
    facts: [
      {
        zh: '同乐村合作社经营的傈僳族腌腊肉。',
        en: 'A cured pork of the Lisu, sold by a cooperative of Tongle.',
        year: 2017,
      },
    ],
    keywords: ['琵琶肉', '腊肉', '猪肉', 'bacon'],
    skus: [
      { pack: '1 kg vacuum', zh: '1公斤真空装', en: '1 kg vacuum pack', yuan: 112 },
      { pack: '500 g vacuum', zh: '500克真空装', en: '500 g vacuum pack', yuan: 59 },
    ],
  },
  'baijixun-ecological-pork': {
    cooperative: 'lancang-bank',
    story: {
      zh: '喂玉米和青料的猪，年底集中出栏，分割急冻，一箱里有五花、前腿和排骨。',
      en: 'Pigs fed on maize and greens, slaughtered at the year’s end; a box holds belly, shoulder and ribs.',
    },
    use: {
      zh: '五花红烧，前腿做馅，排骨炖汤。',
      en: 'Braise the belly, mince the shoulder, simmer the ribs.',
    },
    storage: storage.frozen,
    facts: [
      {
        zh: '白济汛乡六个特色品牌之一。',
        en: 'One of the township’s six named brands.',
        year: 2017,
      },
    ],
    keywords: ['猪肉', '土猪', 'pork'],
    skus: [
      { pack: '2.5 kg frozen cuts', zh: '2.5公斤家庭装', en: '2.5 kg family box', yuan: 168 },
      { pack: '10 kg canteen box, frozen', zh: '10公斤食堂装', en: '10 kg canteen box', yuan: 620 },
    ],
  },
  'baijixun-beef': {
    cooperative: 'lancang-bank',
    story: {
      zh: '沿江和半山放养的黄牛，分割急冻，牛腩与牛腱各半。',
      en: 'Cattle from the river and the middle slopes, frozen in cuts, half brisket and half shank.',
    },
    use: {
      zh: '牛腩炖萝卜两小时，牛腱卤后切片。',
      en: 'Stew the brisket two hours with radish; braise the shank and slice it cold.',
    },
    storage: storage.frozen,
    facts: [
      {
        zh: '白济汛沿江与半山区以肉牛养殖见长。',
        en: 'Beef cattle lead the riverside and middle slopes of Baijixun.',
        year: 2017,
      },
    ],
    keywords: ['牛肉', '黄牛', 'beef'],
    skus: [
      { pack: '2 kg frozen cuts', zh: '2公斤家庭装', en: '2 kg family box', yuan: 218 },
      {
        pack: '10 kg canteen box, frozen',
        zh: '10公斤食堂装',
        en: '10 kg canteen box',
        yuan: 1020,
      },
    ],
  },
  'weixi-black-bone-sheep': {
    cooperative: 'qingfu-greens',
    story: {
      zh: '骨膜发乌的本地羊，肉色深，膻味轻。',
      en: 'A local sheep with dark bones; deep-coloured meat with little mutton smell.',
    },
    use: {
      zh: '冷水下锅焯净，加姜、花椒、当归一片，清炖两小时。',
      en: 'Blanch from cold, then simmer two hours with ginger, pepper and one slice of angelica.',
    },
    storage: storage.frozen,
    facts: [
      {
        zh: '成年羊体重38至58公斤，永春乡有养殖基地。',
        en: 'Adults weigh 38–58 kg; a breeding base ran in Yongchun.',
        year: 2014,
      },
    ],
    keywords: ['羊肉', '乌骨羊', 'mutton'],
    skus: [{ pack: '2 kg frozen cuts', zh: '2公斤冷冻装', en: '2 kg frozen cuts', yuan: 258 }],
  },
  'rice-paddy-fish': {
    cooperative: 'yezhi-riverside',
    story: {
      zh: '插秧后放进稻田的鱼，吃虫和落花，收稻前捉起来，去脏急冻。',
      en: 'Fish put into the paddies after planting, fed on insects and fallen blossom, caught before the rice harvest, gutted and frozen.',
    },
    use: {
      zh: '半解冻擦干，两面煎黄，加酸菜烧汤。',
      en: 'Half thaw, dry, fry on both sides and simmer with pickled greens.',
    },
    storage: storage.frozen,
    facts: [
      { zh: '叶枝镇稻田养鱼1235亩。', en: '1,235 mu of rice-fish paddies in Yezhi.', year: 2018 },
      {
        zh: '永春乡三家村示范200亩。',
        en: '200 mu shown at Sanjia village, Yongchun.',
        year: 2014,
      },
    ],
    keywords: ['稻花鱼', '鱼', 'fish'],
    skus: [
      { pack: '1 kg frozen', zh: '1公斤冷冻装', en: '1 kg, frozen', yuan: 52 },
      { pack: '5 kg canteen box, frozen', zh: '5公斤食堂装', en: '5 kg canteen box', yuan: 240 },
    ],
  },
  'tacheng-rainbow-trout': {
    cooperative: 'lapu-valley',
    story: {
      zh: '山泉水养的虹鳟，肉色橙红，去脏急冻。标签如实写虹鳟，不叫三文鱼。',
      en: 'Rainbow trout raised in spring water, orange flesh, gutted and frozen. Labelled trout, as it is, not salmon.',
    },
    use: { zh: '清蒸或香煎；建议熟食。', en: 'Steam or pan-fry; best eaten cooked.' },
    storage: storage.frozen,
    facts: [
      {
        zh: '塔城往县城路边的鱼庄用泉水养殖。',
        en: 'Raised in spring water at a farm on the road from Tacheng to the county town.',
        year: null,
      },
    ],
    keywords: ['虹鳟', '鳟鱼', '鱼', 'trout'],
    skus: [{ pack: '1 kg frozen', zh: '约1公斤整条', en: 'Whole, about 1 kg', yuan: 108 }],
  },
}

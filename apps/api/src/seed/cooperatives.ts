import type { Bilingual } from '@weibao/contracts/basics'

/**
 * The cooperatives of the demonstration. All are invented and their names say so; none stands for a
 * real firm. `seed.ts` makes an organisation of each first.
 */
export interface DemoCooperative {
  readonly slug: string
  readonly name: Bilingual
  readonly shortName: Bilingual
  readonly township: string
  readonly villages: readonly string[]
  readonly memberFarmers: number
  readonly foundedYear: number
  readonly summary: Bilingual
  readonly story: Bilingual
}

const invented: Bilingual = {
  zh: '（演示用虚构合作社，名称、社员数与证照均为示例。）',
  en: ' (Invented for the demonstration; name, members and licences are examples.)',
}

function cooperative(
  slug: string,
  [zh, en]: readonly [string, string],
  place: { township: string; villages?: readonly string[] },
  [memberFarmers, foundedYear]: readonly [number, number],
  summary: Bilingual,
  story: Bilingual,
): DemoCooperative {
  return {
    slug,
    name: { zh: `${zh}（演示）`, en: `${en} (demo)` },
    shortName: { zh: zh.replace('合作社', ''), en },
    township: place.township,
    villages: place.villages ?? [],
    memberFarmers,
    foundedYear,
    summary,
    story: { zh: story.zh + invented.zh, en: story.en + invented.en },
  }
}

export const demoCooperatives: readonly DemoCooperative[] = [
  cooperative(
    'heigu-terrace',
    ['黑谷田种植合作社', 'Black Terrace Growers'],
    { township: 'pantiange', villages: ['皆菊村'] },
    [86, 2016],
    { zh: '守着老黑谷田，一年只碾一季米。', en: 'Keepers of the black rice, milling once a year.' },
    {
      zh: '社员都种老黑谷，秋收后统一晒、统一碾，谁家的谷进了哪一批都记在册子上。闲下来的冬天腌火腿、晒菌子。',
      en: 'All members grow black rice; it is dried and milled together, and a book says whose grain went into which batch. Winter is for hams and dried mushrooms.',
    },
  ),
  cooperative(
    'meiluo-slope',
    ['美洛坡散养合作社', 'Meiluo Slope Poultry'],
    { township: 'pantiange', villages: ['美洛村'] },
    [41, 2018],
    { zh: '坡上散养那米鸡，按月出栏。', en: 'Nami chickens on the slopes, ready month by month.' },
    {
      zh: '每户养得不多，一批一百来只，够日子了才送定点屠宰，宰净急冻再发。',
      en: 'Each family keeps a hundred or so at a time; when old enough they go to the approved slaughterhouse and are frozen at once.',
    },
  ),
  cooperative(
    'lapu-valley',
    ['腊普河谷农产合作社', 'Lapu Valley Produce'],
    { township: 'tacheng', villages: ['川达村', '启别村'] },
    [128, 2014],
    {
      zh: '河谷里的米、豆、油和一塘虹鳟。',
      en: 'Rice, beans and oil of the valley, and a pond of trout.',
    },
    {
      zh: '腊普河两岸的田块小而平，春收油菜，夏种水稻，芸豆和小麦套着来。大家合用一台碾米机、一间榨油坊。',
      en: 'Small level fields on both banks: rape in spring, rice in summer, beans between the wheat. Members share one mill and one oil press.',
    },
  ),
  cooperative(
    'snow-vine',
    ['雪线葡萄合作社', 'Snowline Vines'],
    { township: 'tacheng', villages: ['巴珠村'] },
    [97, 2015],
    { zh: '等葡萄冻硬了才动剪子。', en: 'Shears stay shut until the grapes freeze.' },
    {
      zh: '葡萄挂在架上过冬，最怕鸟和大风。一月里天不亮就开采，当天压榨。',
      en: 'The grapes stay out in winter, at the mercy of birds and wind. In January picking starts before dawn and pressing ends the same day.',
    },
  ),
  cooperative(
    'qizong-crocus',
    ['其宗花田合作社', 'Qizong Crocus Field'],
    { township: 'tacheng', villages: ['其宗村'] },
    [53, 2021],
    { zh: '一年只忙十一月，天亮前摘花。', en: 'Busy only in November, picking before sunrise.' },
    {
      zh: '花一开就得摘，太阳一晒香味就散。社员轮班剔花丝，一个人一早上剔不出两克。',
      en: 'A flower must be picked as it opens. Members take turns drawing threads; a morning gives one person less than two grams.',
    },
  ),
  cooperative(
    'malimasa-straw',
    ['麦秆编手艺合作社', 'Wheat Straw Weavers'],
    { township: 'tacheng', villages: ['海尼村', '柯那村'] },
    [32, 2019],
    { zh: '玛丽玛萨人的麦秆编，件件手编。', en: 'Straw work of the Malimasa, each piece by hand.' },
    {
      zh: '收麦时挑直的秆留下，泡软掐辫，农闲编一冬。合作社统一收、统一包装。',
      en: 'Straight stalks are kept at harvest, soaked and plaited through the winter; the cooperative collects and packs.',
    },
  ),
  cooperative(
    'tongle-hillside',
    ['同乐坡上人家合作社', 'Tongle Hillside Families'],
    { township: 'yezhi', villages: ['同乐村'] },
    [74, 2013],
    {
      zh: '傈僳寨子里的蜜、荞、肉和手艺。',
      en: 'Honey, buckwheat, pork and crafts of a Lisu village.',
    },
    {
      zh: '寨子的木楞房一层层挂在坡上，屋檐下是蜂桶，屋后是荞地。各家有什么，合作社就收什么。',
      en: 'Log houses climb the slope, hives under the eaves and buckwheat behind. The cooperative takes what each house has.',
    },
  ),
  cooperative(
    'yezhi-riverside',
    ['叶枝江岸合作社', 'Yezhi Riverside'],
    { township: 'yezhi', villages: ['梓里村'] },
    [152, 2012],
    { zh: '江边水田、葡萄架和一群鸡。', en: 'Paddies, vines and hens by the river.' },
    {
      zh: '稻田里放鱼，田埂边种藜麦，坡脚搭葡萄架。合作社有一间小冷库，鲜果当天入库。',
      en: 'Fish in the paddies, quinoa beside, vines at the foot of the slope. A small cold store takes in fruit the same day.',
    },
  ),
  cooperative(
    'walnut-shade',
    ['核桃荫下合作社', 'Walnut Shade'],
    { township: 'yezhi' },
    [168, 2011],
    { zh: '老核桃树的干果、桃仁和油。', en: 'Nuts, kernels and oil of old walnut trees.' },
    {
      zh: '白露一到就打核桃，去皮晒干，敲壳的活多半是村里的妇女在做，按斤计工钱。',
      en: 'Nuts come down in September. Cracking is mostly done by the women of the village, paid by weight.',
    },
  ),
  cooperative(
    'spring-morel',
    ['林下春菌合作社', 'Spring Morel'],
    { township: 'yezhi', villages: ['巴丁村'] },
    [60, 2017],
    { zh: '冬种羊肚菌，夏种药。', en: 'Morels in winter, herbs in summer.' },
    {
      zh: '大棚冬天种羊肚菌，夏天歇地种药材。干菌分三级，碎的不卖给个人。',
      en: 'Sheds grow morels in winter and rest in summer; herbs stand beside. Dried morels are graded in three; broken ones are not sold to shoppers.',
    },
  ),
  cooperative(
    'sanjiang-herbs',
    ['永春药谷合作社', 'Yongchun Herb Valley'],
    { township: 'yongchun', villages: ['美光村', '菊香村'] },
    [203, 2010],
    { zh: '秦艽、重楼，只供单位采购。', en: 'Gentian and Paris, for organisations only.' },
    {
      zh: '药材种下要等两三年。挖、洗、烘都有记录，随货附种植证明。',
      en: 'Herbs take two or three years. Digging, washing and drying are on record, and proof of cultivation goes with the goods.',
    },
  ),
  cooperative(
    'qingfu-greens',
    ['庆福四季合作社', 'Qingfu All Seasons'],
    { township: 'yongchun', villages: ['庆福村', '三家村'] },
    [88, 2014],
    {
      zh: '大棚时蔬、青刺果油、一圃兰花。',
      en: 'Greenhouse vegetables, prinsepia oil, a nursery of orchids.',
    },
    {
      zh: '当天采什么发什么，清早装箱，中午出县。坡上的羊和田埂的青刺果也归社里一起卖。',
      en: 'What is picked in the morning leaves the county by noon. Sheep from the slope and prinsepia from the hedges are sold together.',
    },
  ),
  cooperative(
    'lancang-bank',
    ['澜沧江岸种养合作社', 'Lancang Bank'],
    { township: 'baijixun' },
    [176, 2012],
    {
      zh: '江边种菜，半山养牛养猪养鸡。',
      en: 'Vegetables by the river; cattle, pigs and hens above.',
    },
    {
      zh: '江边地气暖，冬天也出菜。牲口吃自家玉米，年底集中出栏，分割冷冻后发食堂和家庭。',
      en: 'The bank is mild and gives vegetables all winter. Animals eat the farms’ own maize and are slaughtered at the year’s end.',
    },
  ),
  cooperative(
    'zhazi-yam',
    ['札子糯山药合作社', 'Zhazi Sticky Yam'],
    { township: 'kangpu', villages: ['札子村'] },
    [69, 2016],
    { zh: '长两年，挖一米，整根装箱。', en: 'Two years to grow, a metre to dig, boxed whole.' },
    {
      zh: '熟手一天挖五十斤，生手多半挖断。断的自己吃，整的才装箱。',
      en: 'A skilled hand digs fifty jin a day; a beginner breaks most. Broken ones are eaten at home, whole ones are boxed.',
    },
  ),
  cooperative(
    'badi-barley',
    ['巴迪青稞蜂场合作社', 'Badi Barley and Bees'],
    { township: 'badi' },
    [112, 2013],
    { zh: '高处的青稞，崖边的蜂。', en: 'Barley of the heights, bees of the cliffs.' },
    {
      zh: '青稞种在两千多米的台地，蜂箱放在杜鹃林边。春秋割蜜各一回，给蜂留足口粮。',
      en: 'Barley grows on terraces above two thousand metres and hives stand by the rhododendrons. Honey is taken in spring and autumn, leaving enough for the bees.',
    },
  ),
  cooperative(
    'zhonglu-kitchen',
    ['中路灶边合作社', 'Zhonglu Hearth'],
    { township: 'zhonglu' },
    [47, 2018],
    {
      zh: '灶上的老味道：粑粑、麦芽糖和山货。',
      en: 'Old tastes of the hearth: cakes, malt candy and foods of the hills.',
    },
    {
      zh: '几家会做松皮粑粑的老人带着年轻媳妇，农闲时起灶。山货只收有许可、认得准的。',
      en: 'A few old hands teach the young to make pine-bark cake when fields are quiet. Foods of the hills are taken only with permits and certain of their kind.',
    },
  ),
  cooperative(
    'weideng-orchard',
    ['维登果菜合作社', 'Weideng Orchard'],
    { township: 'weideng', villages: ['维登村', '妥洛村'] },
    [83, 2015],
    {
      zh: '冬天的草莓，秋天的苹果，妥洛的漆油。',
      en: 'Strawberries in winter, apples in autumn, lacquer oil of Tuoluo.',
    },
    {
      zh: '果菜走冷链，漆油走老法子：蒸、碾、榨、凝，一锅要守一天。',
      en: 'Fruit and greens go chilled; lacquer oil is made the old way, steamed, ground, pressed and set, a day to the pot.',
    },
  ),
  cooperative(
    'baohe-old-street',
    ['保和老街食品合作社', 'Baohe Old Street'],
    { township: 'baohe', villages: ['瓦窑村', '永宁社区'] },
    [58, 2017],
    { zh: '年节糖点、饵块和小锅酒。', en: 'Festival sweets, rice cake and small-pot liquor.' },
    {
      zh: '老街上的几家作坊合在一起，共用一间登记过的小作坊，过年前最忙。',
      en: 'A few workshops of the old street share one registered kitchen, busiest before New Year.',
    },
  ),
  cooperative(
    'lanyong-vine',
    ['兰永霜葡萄合作社', 'Lanyong Frost Vines'],
    { township: 'baohe', villages: ['兰永村'] },
    [91, 2014],
    { zh: '霜降以后的威代尔。', en: 'Vidal after the frost.' },
    {
      zh: '收购有保底价，霜打过、糖够了再采。酒庄统一酿，合作社统一卖。',
      en: 'Growers have a floor price and pick when frost has come and sugar is high. One winery makes, the cooperative sells.',
    },
  ),
  cooperative(
    'lisu-needles',
    ['傈僳针线合作社', 'Lisu Needles'],
    { township: 'baohe', villages: ['永宁社区'] },
    [64, 2020],
    {
      zh: '搬下山的绣娘，在家接活。',
      en: 'Embroiderers who moved down from the hills and work at home.',
    },
    {
      zh: '社区里的绣娘按件计酬，图样是老辈传的，尺寸按城里人的用法改过。',
      en: 'Embroiderers of the community are paid by the piece; patterns are the old ones, sizes made for city use.',
    },
  ),
]

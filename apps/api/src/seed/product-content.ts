import type { Bilingual } from '@weibao/contracts/basics'

/** One package on offer. `pack` is parsed into grams; the first sku is the pack of the source. */
export interface SkuContent {
  readonly pack: string
  readonly zh: string
  readonly en: string
  readonly yuan: number
}

/** What the shop says of a product beyond its sourced facts. Written for the demonstration. */
export interface ProductContent {
  readonly cooperative: string
  readonly story: Bilingual
  readonly use: Bilingual
  readonly storage: Bilingual
  readonly facts: readonly {
    readonly zh: string
    readonly en: string
    readonly year: number | null
  }[]
  /** Other words under which shoppers look for it. */
  readonly keywords: readonly string[]
  readonly skus: readonly SkuContent[]
}

export type Contents = Readonly<Record<string, ProductContent>>

/** How to keep goods of a kind, where nothing special is to be said. */
export const storage = {
  grain: {
    zh: '密封，放阴凉干燥处。夏天开袋后请冷藏，防虫防潮，两个月内吃完更香。',
    en: 'Keep sealed, cool and dry. In summer refrigerate once opened and use within two months.',
  },
  dried: {
    zh: '密封避光，放干燥处；潮湿天气请冷藏。取用后及时封口。',
    en: 'Keep sealed, dark and dry; refrigerate in humid weather. Close the bag after each use.',
  },
  root: {
    zh: '用报纸裹好，放阴凉通风处，不要沾水。切开后包保鲜膜冷藏，三天内吃完。',
    en: 'Wrap in paper, keep cool and airy, do not wash. Once cut, wrap, refrigerate and use within three days.',
  },
  leaves: {
    zh: '到货请尽快拆箱，冷藏保存，先吃叶菜，后吃根茎瓜果。',
    en: 'Unpack on arrival and refrigerate. Eat the leaves first, roots and fruit later.',
  },
  fruit: {
    zh: '到货后冷藏，吃前再洗。',
    en: 'Refrigerate on arrival; wash just before eating.',
  },
  nuts: {
    zh: '密封放阴凉处；开袋后冷藏，防止走油变味。',
    en: 'Keep sealed and cool; refrigerate once opened so that the oil stays fresh.',
  },
  oil: {
    zh: '拧紧盖子，避光避热。开封后三个月内用完。',
    en: 'Close tightly, away from light and heat. Use within three months of opening.',
  },
  honey: {
    zh: '常温避光，盖紧防潮，用干燥的勺子取。天冷结晶是正常现象，隔温水即化，水温不超过40℃。',
    en: 'Keep at room temperature, dark and closed; use a dry spoon. It may crystallise in the cold: warm it in water below 40 °C.',
  },
  frozen: {
    zh: '收货后立即放入−18℃冷冻。吃前移到冷藏室慢慢解冻，化开后不再复冻。',
    en: 'Put in the freezer at −18 °C at once. Thaw slowly in the refrigerator; do not refreeze.',
  },
  cured: {
    zh: '未开封放阴凉通风处；开封后切块，裹好冷藏一个月，或冷冻半年。',
    en: 'Unopened: cool and airy. Opened: wrap pieces and refrigerate for a month or freeze for six.',
  },
  wine: {
    zh: '避光平放，10至15℃最好。开瓶后塞紧冷藏。',
    en: 'Store lying down, dark, best at 10–15 °C. Once opened, close and refrigerate.',
  },
  liquor: {
    zh: '直立、避光、阴凉存放，远离火源。开瓶后盖紧。',
    en: 'Store upright, dark and cool, away from fire. Close tightly once opened.',
  },
  sweets: {
    zh: '密封，放阴凉干燥处，开盒后尽快吃完。',
    en: 'Keep sealed, cool and dry; finish soon after opening.',
  },
  herb: {
    zh: '密封、避光、防潮、防蛀，分批取用。',
    en: 'Keep sealed, dark and dry, safe from insects; draw in batches.',
  },
  cloth: {
    zh: '冷水手洗，不拧不漂，阴干；深色头几次单独洗。',
    en: 'Hand wash cold, do not wring or bleach, dry in the shade; wash dark colours apart at first.',
  },
  wood: {
    zh: '用后擦干，避免暴晒和久泡。长期不用时擦一点核桃油。',
    en: 'Wipe dry after use; avoid strong sun and soaking. Rub with a little walnut oil when stored.',
  },
} as const satisfies Record<string, Bilingual>

import type { Bilingual } from '@weibao/contracts/basics'
import type { Paper } from '@weibao/contracts/product'
import type { ComplianceCode } from '../data/weixi-products.js'

/** What shoppers are told. Absent where the rule is the cooperative's business alone. */
export const complianceTexts: Readonly<Partial<Record<ComplianceCode, Bilingual>>> = {
  'conformity-promise': {
    zh: '附承诺达标合格证。',
    en: 'Comes with the producer’s promise of conformity.',
  },
  'food-licence': {
    zh: '由有食品生产许可或小作坊登记的单位生产，标签按预包装食品标准标示。',
    en: 'Made under a food production licence or workshop registration and labelled as prepacked food.',
  },
  'batch-number': {
    zh: '包装印有批号，可查来源。',
    en: 'The batch number on the pack leads to its origin.',
  },
  'gi-authorisation': {
    zh: '未取得地理标志使用授权，不使用该标志。',
    en: 'Sold without the geographical indication mark, which needs authorisation.',
  },
  'lacquer-allergy': {
    zh: '漆树过敏者请勿食用、勿接触。',
    en: 'Not for anyone allergic to lacquer.',
  },
  'food-status': {
    zh: '食用属性以标签标示为准。',
    en: 'Use it as the label says.',
  },
  'insect-allergy': {
    zh: '昆虫、虾蟹过敏者请勿食用。',
    en: 'Not for anyone allergic to insects or shellfish.',
  },
  'wild-permit': {
    zh: '国家二级保护野生菌，凭采集与出售许可供货。',
    en: 'A nationally protected fungus (class II), supplied under permits for collecting and sale.',
  },
  'air-only': { zh: '只走航空冷链。', en: 'Sent by chilled air freight only.' },
  'wild-fungi': {
    zh: '野生菌必须彻底煮熟；食后不适请立即就医并带上剩余菌子。',
    en: 'Cook wild fungi through; if unwell, see a doctor at once and take what is left along.',
  },
  'food-medicine': {
    zh: '作食材用，不能代替药物，不作疗效宣传。',
    en: 'A food, not a medicine; no claim of any effect.',
  },
  'cultivation-proof': {
    zh: '人工种植培育，附证明。',
    en: 'Cultivated, with proof.',
  },
  medicinal: {
    zh: '中药材，不作普通食品，只供单位采购。',
    en: 'Medicinal material, not a food; to organisations only.',
  },
  'spice-only': {
    zh: '作调味香料少量使用。',
    en: 'For use as a spice, in small amounts.',
  },
  adults: {
    zh: '含酒精，未满18周岁不得购买。仅陆运。',
    en: 'Alcohol: not sold to anyone under 18. Ground transport only.',
  },
  quarantine: {
    zh: '定点屠宰，附动物检疫合格证明。',
    en: 'Slaughtered at an approved site, with the quarantine certificate.',
  },
  'trout-label': {
    zh: '本品为虹鳟，不是三文鱼；建议熟食。',
    en: 'Rainbow trout, not salmon; best eaten cooked.',
  },
}

/** The paper that a rule puts on file, where it puts one. */
export const paperOf: Readonly<Partial<Record<ComplianceCode, Paper['kind']>>> = {
  'conformity-promise': 'conformity-promise',
  'food-licence': 'food-production-licence',
  'wild-permit': 'cultivation-proof',
  'cultivation-proof': 'cultivation-proof',
  adults: 'liquor-licence',
  quarantine: 'quarantine-certificate',
}

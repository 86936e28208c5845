import type { Locale } from './basics.js'
import type { AllocationState, TicketFlip, TicketReason } from './allocation.js'

/**
 * What a ticket says, in both languages: the reason of a line's outcome and the change that would have
 * turned it; and the names of states. Plain data and functions: browsers and sheets read them too.
 */
type Words = Readonly<Record<Locale, string>>

export const reasonNames: Readonly<Record<TicketReason, Words>> = {
  MATCHED_FULL: { 'zh-CN': '全部满足', en: 'Matched in full' },
  NO_COMPATIBLE_LOT: { 'zh-CN': '没有合适的批次', en: 'No lot fits' },
  LOT_EXHAUSTED: { 'zh-CN': '货源已分完', en: 'The goods are used up' },
  PACK_OR_MOQ: { 'zh-CN': '整件或起订量凑不上', en: 'Packs or minimum orders do not add up' },
  MIN_FILL: { 'zh-CN': '达不到最低需求量', en: 'Less than the least you take' },
  COOP_SHARE: { 'zh-CN': '单家合作社占比已到上限', en: 'One cooperative’s share is reached' },
  BUDGET: { 'zh-CN': '预算不够', en: 'The budget is used up' },
  RESERVED_QUOTA: { 'zh-CN': '预留额度已用完', en: 'The reserved amount is used up' },
}

/** Where an allocation stands, in the order of its life. */
export const allocationStateNames: Readonly<Record<AllocationState, Words>> = {
  proposed: { 'zh-CN': '待采购单位答复', en: 'Awaiting the buyer' },
  accepted: { 'zh-CN': '待合作社确认', en: 'Awaiting the cooperative' },
  confirmed: { 'zh-CN': '双方已确认', en: 'Confirmed by both' },
  ordered: { 'zh-CN': '已下单', en: 'Ordered' },
  declined: { 'zh-CN': '已拒绝', en: 'Declined' },
  lapsed: { 'zh-CN': '过期失效', en: 'Lapsed' },
  superseded: { 'zh-CN': '批次供不上，另配', en: 'Lot fell short; matched anew' },
}

const reasonSentences: Readonly<Record<TicketReason, Words>> = {
  MATCHED_FULL: {
    'zh-CN': '您要的数量全部配到了。',
    en: 'All that was wanted is matched.',
  },
  NO_COMPATIBLE_LOT: {
    'zh-CN': '现有 {lots} 个同类批次，没有一个同时满足等级、标识、日期、保鲜期和最高到货价。',
    en: 'Of {lots} open lots of these goods none meets grade, labels, days, freshness and your highest landed price at once.',
  },
  LOT_EXHAUSTED: {
    'zh-CN': '合适的批次都分完了：按总量最大、再照顾卖得少的合作社来分配，这一轮没有更多。',
    en: 'The lots that fit are placed: the round sells the most, then spreads it to cooperatives that sold less; no more was left.',
  },
  PACK_OR_MOQ: {
    'zh-CN': '剩下的数量不足一整件，或达不到批次的起订量。',
    en: 'What is missing is less than a whole pack, or under a lot’s minimum order.',
  },
  MIN_FILL: {
    'zh-CN': '能配到的数量低于您设定的最低需求量，所以一件也不配。',
    en: 'What could be had is less than the least you said you take, so nothing is matched.',
  },
  COOP_SHARE: {
    'zh-CN': '合适的批次来自占比已到上限的合作社。',
    en: 'The lots that fit come from a cooperative whose share of this line is reached.',
  },
  BUDGET: {
    'zh-CN': '预算剩下的钱不够再买一件。',
    en: 'What is left of the budget does not pay for another pack.',
  },
  RESERVED_QUOTA: {
    'zh-CN': '预留份额里剩下的钱不够再买一件。',
    en: 'What is left of the reserved amount does not pay for another pack.',
  },
}

const grades: Readonly<Record<string, Words>> = {
  premium: { 'zh-CN': '特级', en: 'premium' },
  first: { 'zh-CN': '一级', en: 'first grade' },
  second: { 'zh-CN': '二级', en: 'second grade' },
  ungraded: { 'zh-CN': '不分级', en: 'ungraded' },
}

const labels: Readonly<Record<string, Words>> = {
  recognised: { 'zh-CN': '帮扶认定', en: 'recognised' },
  green: { 'zh-CN': '绿色', en: 'green' },
  organic: { 'zh-CN': '有机', en: 'organic' },
  ecological: { 'zh-CN': '生态', en: 'ecological' },
  'hand-picked': { 'zh-CN': '人工采摘', en: 'hand-picked' },
}

type Change = TicketFlip['changes'][number]

/** The engine counts mass in this, or finer. */
const FINEST_GRAMS = 10

const MASSES: readonly Change['kind'][] = ['quantity', 'minimum', 'lot-quantity']

const changeSentences: Readonly<Record<Change['kind'], Words>> = {
  ceiling: {
    'zh-CN': '最高到货价从每公斤 {from} 调到 {to}',
    en: 'the highest landed price moves from {from} to {to} a kilogram',
  },
  grade: { 'zh-CN': '等级从{from}放宽到{to}', en: 'the worst grade moves from {from} to {to}' },
  labels: {
    'zh-CN': '标识要求从“{from}”改为“{to}”',
    en: 'the labels asked for change from “{from}” to “{to}”',
  },
  'shelf-days': {
    'zh-CN': '到货时保质期从至少 {from} 天改为 {to} 天',
    en: 'the days left on arrival fall from {from} to {to}',
  },
  'deliver-from': {
    'zh-CN': '最早收货日从 {from} 提前到 {to}',
    en: 'the first day of delivery moves from {from} to {to}',
  },
  'deliver-to': {
    'zh-CN': '最晚收货日从 {from} 推到 {to}',
    en: 'the last day of delivery moves from {from} to {to}',
  },
  quantity: {
    'zh-CN': '需求量从 {from}改为 {to}',
    en: 'the quantity wanted changes from {from} to {to}',
  },
  minimum: {
    'zh-CN': '最低需求量从 {from}降到 {to}',
    en: 'the least you take falls from {from} to {to}',
  },
  'share-cap': {
    'zh-CN': '单家合作社占比上限从 {from} 提到 {to}',
    en: 'one cooperative’s share may be {to} instead of {from}',
  },
  'lot-quantity': {
    'zh-CN': '批次 {lot} 的数量从 {from}增到 {to}',
    en: 'lot {lot} holds {to} instead of {from}',
  },
  budget: {
    'zh-CN': '预算余额从 {from} 加到 {to}',
    en: 'what is left of the budget rises from {from} to {to}',
  },
}

/** Why a line has what it has, in a sentence. */
export function reasonText(
  { reason, lotsOfGoods }: { reason: TicketReason; lotsOfGoods: number },
  locale: Locale,
): string {
  if (reason === 'NO_COMPATIBLE_LOT' && lotsOfGoods === 0)
    return locale === 'en' ? 'No lot of these goods is open now.' : '目前没有这类货品的在售批次。'
  return reasonSentences[reason][locale].replace('{lots}', String(lotsOfGoods))
}

/** What would have turned the outcome, in a sentence; null when no change of a few numbers would. */
export function flipText(
  ticket: { flip: TicketFlip | null; matchedGrams: number; wantedGrams: number },
  locale: Locale,
): string | null {
  const { flip } = ticket
  if (!flip) return null
  const changes = flip.changes
    .map((change) => changeText(change, locale))
    .join(locale === 'en' ? ', and ' : '，并且')
  if (flip.gainGrams === 0)
    return locale === 'en'
      ? `If ${changes}, nothing fits any more.`
      : `如果${changes}，就配不到了。`
  // The engine proves that something more fits, be it of the finest measure: no package is that small.
  if (flip.gainGrams <= FINEST_GRAMS)
    return locale === 'en' ? `If ${changes}, more is matched.` : `如果${changes}，就能再多配一些。`
  const gain = kilograms(flip.gainGrams, locale)
  return locale === 'en'
    ? `If ${changes}, ${gain} more is matched.`
    : `如果${changes}，可多配 ${gain}。`
}

function changeText({ kind, lotCode, from, to }: Change, locale: Locale): string {
  return changeSentences[kind][locale]
    .replace('{lot}', lotCode ?? '')
    .replace('{from}', valueText(kind, from, locale))
    .replace('{to}', valueText(kind, to, locale))
}

function valueText(kind: Change['kind'], value: number | string, locale: Locale): string {
  if (kind === 'grade') return grades[value]?.[locale] ?? String(value)
  if (kind === 'labels') {
    const named = String(value).split(',').filter(Boolean)
    if (named.length === 0) return locale === 'en' ? 'none' : '不要求'
    return named
      .map((label) => labels[label]?.[locale] ?? label)
      .join(locale === 'en' ? ', ' : '、')
  }
  if (kind === 'deliver-from' || kind === 'deliver-to') return dayText(String(value), locale)
  if (typeof value === 'string') return value
  if (kind === 'ceiling' || kind === 'budget')
    return `¥${(value / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
  if (kind === 'share-cap') return `${value / 100}%`
  if (MASSES.includes(kind)) return kilograms(value, locale)
  return String(value)
}

/** A day with its year, since it may move far. */
function dayText(day: string, locale: Locale): string {
  return new Date(day).toLocaleDateString(locale, {
    year: 'numeric',
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    timeZone: 'UTC',
  })
}

function kilograms(grams: number, locale: Locale): string {
  if (grams > 0 && grams < 100) return locale === 'en' ? `${grams} g` : `${grams} 克`
  const amount = (grams / 1000).toLocaleString('en', { maximumFractionDigits: 2 })
  return locale === 'en' ? `${amount} kg` : `${amount} 公斤`
}

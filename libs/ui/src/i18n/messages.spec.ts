import { describe, expect, it } from 'vitest'
import { parcelMessages } from '../data/parcel.messages'
import { photoFieldMessages } from '../forms/photo-field.messages'
import { uiMessages } from '../ui.messages'
import { checkMessages, defineMessages, pickLocale, translator, type Messages } from './messages'

const cart = defineMessages({
  'zh-CN': { title: '购物车', left: '还剩 {count} 件', from: '来自 {place}' },
  en: { title: 'Cart', left: '{count} {count|piece|pieces} left', from: 'From {place}' },
})

describe('texts', () => {
  it('speaks both languages', () => {
    expect(translator(cart, 'zh-CN')('title')).toBe('购物车')
    expect(translator(cart, 'en')('title')).toBe('Cart')
  })

  it('fills slots and writes numbers the way of the language', () => {
    expect(translator(cart, 'zh-CN')('left', { count: 1200 })).toBe('还剩 1,200 件')
    expect(translator(cart, 'en')('from', { place: 'Yezhi' })).toBe('From Yezhi')
  })

  it('chooses the English plural', () => {
    const t = translator(cart, 'en')
    expect(t('left', { count: 1 })).toBe('1 piece left')
    expect(t('left', { count: 3 })).toBe('3 pieces left')
  })

  it('falls back to Chinese, then to the key, when a text is missing at run time', () => {
    const broken = { 'zh-CN': { a: '甲' }, en: {} } as unknown as Messages<{ a: '甲'; b: '乙' }>
    expect(translator(broken, 'en')('a')).toBe('甲')
    expect(translator(broken, 'en')('b')).toBe('b')
  })

  it('does not compile with a key in one language only, or a slot left empty', () => {
    // @ts-expect-error `b` has no English text
    defineMessages({ 'zh-CN': { a: '甲', b: '乙' }, en: { a: 'A' } })
    // @ts-expect-error `c` has no Chinese text
    defineMessages({ 'zh-CN': { a: '甲' }, en: { a: 'A', c: 'C' } })
    // @ts-expect-error `count` is not given
    expect(translator(cart, 'en')('left')).toContain('{count}')
  })
})

describe('the check of texts', () => {
  it('finds the texts of the parts complete', () => {
    expect(checkMessages(uiMessages)).toEqual([])
    expect(checkMessages(photoFieldMessages)).toEqual([])
    expect(checkMessages(parcelMessages)).toEqual([])
  })

  it('reports missing texts, differing slots and Chinese left in English', () => {
    const broken = {
      'zh-CN': { a: '甲', b: '{n} 件', c: '丙' },
      en: { b: 'pieces', c: '丙' },
    } as unknown as Messages
    expect(checkMessages(broken)).toEqual([
      'a: no English text',
      'b: the slots differ',
      'c: Chinese in the English text',
    ])
    expect(checkMessages(broken, { chineseAllowed: ['c'] })).toHaveLength(2)
  })
})

describe('the choice of language', () => {
  it.each([
    [['zh-TW', 'en'], 'zh-CN'],
    [['fr', 'en-GB'], 'en'],
    [['en', 'zh-CN'], 'en'],
    [['ja'], 'zh-CN'],
    [[null, 'en'], 'en'],
  ])('for %j is %s', (wishes, locale) => {
    expect(pickLocale(wishes)).toBe(locale)
  })
})

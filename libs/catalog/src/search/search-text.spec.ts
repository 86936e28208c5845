import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  indexTokens,
  matchesName,
  nameTextOf,
  normalise,
  readSearch,
  tokensOf,
} from './search-text.js'

describe('tokens of a name', () => {
  const honey = tokensOf('维西百花蜜')

  it.each(['蜜', '花蜜', '百花', 'weixibaihuami', 'baihuami', 'huami', 'mi', 'bhm', 'hm', 'm'])(
    'hold %s',
    (token) => expect(honey).toContain(token),
  )

  it('hold every reading of a character, 重楼 as chonglou and zhonglou', () => {
    const tokens = tokensOf('滇重楼')
    expect(tokens).toContain('chonglou')
    expect(tokens).toContain('zhonglou')
    expect(tokens).toContain('cl')
  })

  it('write ü as v', () => expect(tokensOf('绿豆')).toContain('lvdou'))

  it('hold English words in lower case', () => {
    expect(tokensOf('Pantiange Laoheigu black rice')).toContain('laoheigu')
  })
})

describe('what a visitor typed', () => {
  it.each([
    ['蜜', "'蜜'"],
    ['蜂蜜', "'蜂蜜'"],
    ['百花蜜', "'百花' & '花蜜'"],
    ['feng mi', "'feng':* & 'mi':*"],
    ['Walnuts', "('walnuts':* | 'walnut':*)"],
    ['蜂蜜 fm', "'蜂蜜' & 'fm':*"],
    ['ＦＭ', "'fm':*"],
    ['nüé', "'nve':*"],
  ])('%s becomes %s', (typed, query) => expect(readSearch(typed)?.query).toBe(query))

  it('is nothing when it holds no letter', () => expect(readSearch(" ,.-!()&|:*' ")).toBeNull())

  it('never breaks out of its quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const words = readSearch(typed)
        if (!words) return
        expect(words.query.replace(/'[\p{L}\p{N}]+'/gu, 'x')).toMatch(/^[x:*&|() ]+$/)
      }),
    )
  })

  it('finds any part of a Han name through its tokens', () => {
    const name = fc.array(fc.constantFrom(...'维西百花蜜蜂塔城冰酒核桃'), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), (letters, a, b) => {
        const start = a % letters.length
        const part = letters.slice(start, start + 1 + (b % (letters.length - start))).join('')
        const tokens = tokensOf(letters.join(''))
        const needed = [...readSearch(part)!.query.matchAll(/'([^']+)'/g)].map((m) => m[1]!)
        expect(needed.every((token) => tokens.has(token))).toBe(true)
        expect(matchesName(readSearch(part)!, letters.join(''))).toBe(true)
      }),
    )
  })
})

describe('matching a name in memory', () => {
  it.each([
    ['yezhi', true],
    ['yzz', true],
    ['叶枝', true],
    ['枝', true],
    ['Yezhi', true],
    ['枝叶', false],
    ['ezhi', false],
  ])('叶枝镇 by %s: %s', (typed, found) =>
    expect(matchesName(readSearch(typed)!, '叶枝镇 Yezhi Town')).toBe(found),
  )
})

describe('the text of a name', () => {
  const isNamed = (typed: string, ...names: string[]) =>
    readSearch(typed)!.inName.every((part) => nameTextOf(names).includes(part))

  it.each(['蜜', '百花', 'huami', 'fm', 'baihua mi', 'honey', 'Honeys', 'mixed-flower'])(
    'holds %s where the name does',
    (typed) => expect(isNamed(typed, '维西百花蜜', '蜂蜜', 'Weixi mixed-flower honey')).toBe(true),
  )

  it.each(['uami', '花百', 'oney'])('does not hold %s', (typed) =>
    expect(isNamed(typed, '维西百花蜜', 'Weixi honey')).toBe(false),
  )
})

describe('tokens for the index', () => {
  it('come from each text by itself', () => {
    const tokens = indexTokens(['百花蜜'], ['叶枝', '蜂'])
    expect(tokens).toEqual(expect.arrayContaining(['花蜜', 'yezhi', 'feng']))
    expect(tokens).not.toContain('蜜叶')
    expect(tokens).not.toContain('枝蜂')
  })

  it('are made of normal text', () => expect(normalise('Ｈｏｎｅｙ　蜜')).toBe('honey 蜜'))
})

import { describe, expect, it } from 'vitest'
import { monthsText } from './months'

describe('months of harvest', () => {
  it.each([
    [[9, 10], '9–10月', 'Sep–Oct'],
    [[7], '7月', 'Jul'],
    [[3, 4, 9], '3–4月、9月', 'Mar–Apr, Sep'],
    [[12, 1, 2, 3], '12–3月', 'Dec–Mar'],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], '全年', 'Jan–Dec'],
  ])('joins %j', (months, zh, en) => {
    expect(monthsText(months, 'zh-CN')).toBe(zh)
    expect(monthsText(months, 'en')).toBe(en)
  })
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ReadyAnswer, ReadyAnswers, toPublicAnswer } from './ready-answers.js'

const answer = (text: string) => new ReadyAnswer(toPublicAnswer({ text }, 5), {})

describe('answers kept ready', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
  afterEach(() => void vi.useRealTimers())

  it('are of one address in one language, for their time', () => {
    const ready = new ReadyAnswers()
    const honey = answer('蜂蜜')
    ready.keep('/api/products?q=蜜', 'zh-CN', honey, 3)
    expect(ready.find('/api/products?q=蜜', 'zh-CN')).toBe(honey)
    expect(ready.find('/api/products?q=蜜', 'en')).toBeNull()
    expect(ready.find('/api/products?q=米', 'zh-CN')).toBeNull()
    vi.advanceTimersByTime(2_999)
    expect(ready.find('/api/products?q=蜜', 'zh-CN')).toBe(honey)
    vi.advanceTimersByTime(2_001)
    expect(ready.find('/api/products?q=蜜', 'zh-CN')).toBeNull()
  })

  it('serve the others while the first who comes late computes the next, and not for long', () => {
    const ready = new ReadyAnswers()
    const [last, next] = [answer('last'), answer('next')]
    ready.keep('/a', 'en', last, 3)
    vi.advanceTimersByTime(3_000)
    expect(ready.find('/a', 'en')).toBeNull()
    expect(ready.find('/a', 'en')).toBe(last)
    ready.keep('/a', 'en', next, 3)
    expect(ready.find('/a', 'en')).toBe(next)
    vi.advanceTimersByTime(3_000)
    expect(ready.find('/a', 'en')).toBeNull()
    vi.advanceTimersByTime(2_000)
    expect(ready.find('/a', 'en')).toBeNull()
    expect(ready.find('/a', 'en')).toBeNull()
  })

  it('are bounded in number: the longest unused goes first', () => {
    const ready = new ReadyAnswers()
    for (let n = 0; n < 1000; n++) ready.keep(`/${n}`, 'en', answer('a'), 60)
    expect(ready.find('/0', 'en')).not.toBeNull()
    ready.keep('/new', 'en', answer('a'), 60)
    expect(ready.find('/0', 'en')).not.toBeNull()
    expect(ready.find('/1', 'en')).toBeNull()
    expect(ready.find('/new', 'en')).not.toBeNull()
  })

  it('are bounded in bytes and in the length of their address', () => {
    const ready = new ReadyAnswers()
    const large = 'x'.repeat(10 * 1024 * 1024)
    for (let n = 0; n < 4; n++) ready.keep(`/${n}`, 'en', answer(large), 60)
    expect(ready.find('/0', 'en')).toBeNull()
    expect(ready.find('/3', 'en')).not.toBeNull()
    const long = `/?q=${'y'.repeat(500)}`
    ready.keep(long, 'en', answer('a'), 60)
    expect(ready.find(long, 'en')).toBeNull()
  })
})

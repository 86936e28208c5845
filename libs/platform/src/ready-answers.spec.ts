import { describe, expect, it } from 'vitest'
import { ReadyAnswer, ReadyAnswers, toPublicAnswer } from './ready-answers.js'

const answer = (text: string) => new ReadyAnswer(toPublicAnswer({ text }, 5), {})

describe('answers kept ready', () => {
  it('are of one address in one language, for their time', async () => {
    const ready = new ReadyAnswers()
    const honey = answer('蜂蜜')
    ready.keep('/api/products?q=蜜', 'zh-CN', honey, 0.05)
    expect(ready.find('/api/products?q=蜜', 'zh-CN')).toBe(honey)
    expect(ready.find('/api/products?q=蜜', 'en')).toBeNull()
    expect(ready.find('/api/products?q=米', 'zh-CN')).toBeNull()
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(ready.find('/api/products?q=蜜', 'zh-CN')).toBeNull()
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

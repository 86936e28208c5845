import { checkMessages, type Messages } from '@weibao/ui'
import { describe, expect, it } from 'vitest'

const files = import.meta.glob<Record<string, Messages>>('./**/*.messages.ts', { eager: true })

/** The name of a language is written in that language. */
const chineseAllowed = ['language']

describe('texts of the console', () => {
  it.each(Object.entries(files))('%s exist in both languages', (_, file) => {
    const [messages] = Object.values(file)
    expect(checkMessages(messages!, { chineseAllowed })).toEqual([])
  })

  it('are found at all', () => {
    expect(Object.keys(files).length).toBeGreaterThan(10)
  })
})

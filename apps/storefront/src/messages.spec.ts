import { checkMessages, type Messages } from '@weibao/ui'
import { describe, expect, it } from 'vitest'

const files = import.meta.glob<Record<string, Messages>>('./features/**/*.messages.ts', {
  eager: true,
})

/** Chinese that belongs into English texts: the switch names the language it leads to. */
const chineseAllowed = ['language']

describe('the shop’s texts', () => {
  it.each(Object.entries(files))('of %s exist in both languages, alike', (_, module) => {
    const messages = Object.values(module)
    expect(messages).toHaveLength(1)
    expect(checkMessages(messages[0]!, { chineseAllowed })).toEqual([])
  })

  it('are found', () => {
    expect(Object.keys(files).length).toBeGreaterThan(10)
  })
})

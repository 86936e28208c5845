import { useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { describe, expect, it } from 'vitest'
import { keepTyped } from './keep-typed'

function Search() {
  const [text, setText] = useState('')
  return (
    <>
      <input id="search" value={text} onChange={(event) => setText(event.target.value)} />
      <p>{text}</p>
    </>
  )
}

describe('a page that takes the place of the prerendered one', () => {
  it('keeps what was typed meanwhile, and the caret in its field', () => {
    document.body.innerHTML = '<div id="root"><input id="search" /></div>'
    const before = document.getElementById('search') as HTMLInputElement
    before.focus()
    before.value = '蜂蜜'
    const root = createRoot(document.getElementById('root')!)
    keepTyped('search', () => flushSync(() => root.render(<Search />)))
    const after = document.getElementById('search') as HTMLInputElement
    expect(after).not.toBe(before)
    expect([after.value, document.querySelector('p')?.textContent]).toEqual(['蜂蜜', '蜂蜜'])
    expect(document.activeElement).toBe(after)
  })
})

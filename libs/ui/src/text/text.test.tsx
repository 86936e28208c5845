import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import {
  DateText,
  I18nProvider,
  Price,
  TownshipMark,
  townshipNames,
  UnitPrice,
  Weight,
} from '../index'

afterEach(cleanup)

describe('a price', () => {
  it('is read aloud once, as a whole amount', () => {
    const { container } = render(<Price fen={105_805} />)
    expect(screen.getByText('¥1,058.05')).toBeTruthy()
    expect(container.querySelector('[aria-hidden]')?.textContent).toBe('¥1,058.05')
  })

  it('shows the regular price only when it is higher', () => {
    const { container, rerender } = render(<Price fen={5800} wasFen={6800} />)
    expect(container.querySelector('s')?.textContent).toContain('¥68.00')
    rerender(<Price fen={5800} wasFen={5800} />)
    expect(container.querySelector('s')).toBeNull()
  })

  it('compares by 500 grams in the reader’s language', () => {
    const { container, rerender } = render(<UnitPrice fen={1160} />)
    expect(container.textContent).toBe('¥11.60/500 克')
    rerender(
      <I18nProvider key="en" initialLocale="en">
        <UnitPrice fen={2320} perGrams={1000} />
      </I18nProvider>,
    )
    expect(container.textContent).toBe('¥23.20/1 kg')
  })
})

describe('texts of weight and day', () => {
  it('follow the language of the page and tell machines the same', () => {
    const { container } = render(
      <I18nProvider initialLocale="en">
        <Weight grams={2500} /> <DateText value="2026-06-13" year="never" />
      </I18nProvider>,
    )
    expect(container.textContent).toBe('2.5 kg Jun 13')
    expect(container.querySelector('time')?.dateTime).toBe('2026-06-13')
    expect(document.documentElement.lang).toBe('en')
  })
})

describe('a township mark', () => {
  it('is the same by name and by code, and another for another township', () => {
    const sign = (name: string) => {
      const { container, unmount } = render(<TownshipMark name={name} />)
      const html = container.innerHTML
      unmount()
      return html
    }
    expect(sign('tacheng')).toBe(sign('塔城镇'))
    expect(new Set([...townshipNames, 'nowhere'].map(sign)).size).toBe(11)
  })
})

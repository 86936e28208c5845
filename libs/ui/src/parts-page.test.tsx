import axe from 'axe-core'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { checkMessages, I18nProvider, locales, PartsPage } from './index'
import { partsMessages } from './parts/parts.messages'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

describe('the page of parts', () => {
  it('has no finding of the accessibility audit in either language', async () => {
    for (const locale of locales) {
      const { container } = render(
        <I18nProvider initialLocale={locale}>
          <main>
            <PartsPage />
          </main>
        </I18nProvider>,
      )
      // NOTE jsdom paints nothing: contrast is measured on the tokens instead.
      const { violations } = await axe.run(container, {
        rules: { 'color-contrast': { enabled: false } },
      })
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      cleanup()
    }
  }, 120_000)

  it('has all its words in both languages', () => {
    expect(checkMessages(partsMessages, { chineseAllowed: ['seal'] })).toEqual([])
  })

  it('changes its language and appearance where it stands, and remembers both', async () => {
    const user = userEvent.setup()
    render(
      <I18nProvider>
        <PartsPage />
      </I18nProvider>,
    )
    await user.click(screen.getByRole('radio', { name: 'English' }))
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('All parts')
    expect([document.documentElement.lang, localStorage.getItem('weibao.locale')]).toEqual([
      'en',
      'en',
    ])
    await user.click(screen.getByRole('radio', { name: 'Dark' }))
    expect(document.documentElement.dataset.theme).toBe('dark')
    await user.click(screen.getByRole('radio', { name: 'As the device' }))
    expect(document.documentElement.dataset.theme).toBeUndefined()
  })
})

import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { cartRoutes } from '@weibao/contracts/cart'
import type { Suggestion } from '@weibao/contracts/product'
import { productRoutes } from '@weibao/contracts/product-routes'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeApi } from '../../testing/fake-api'
import { renderAt } from '../../testing/render-at'
import { cardOf, cartOf, listOf } from '../../testing/samples'

const suggested: Suggestion[] = [
  { kind: 'township', value: 'tacheng', name: { zh: '塔城镇', en: 'Tacheng' } },
  { kind: 'bundle', value: 'rice-box', name: { zh: '红米礼盒', en: 'Rice box' } },
  { kind: 'product', value: 'red-rice', name: { zh: '塔城红米', en: 'Red rice' } },
]

let api: FakeApi
beforeEach(() => {
  localStorage.clear()
  api = new FakeApi()
    .on(cartRoutes.get, () => cartOf())
    .on(productRoutes.list, () => listOf(cardOf(1, '塔城红米')))
    .on(productRoutes.suggest, () => ({ items: suggested }))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const box = () => screen.findByRole<HTMLInputElement>('combobox', { name: '搜索商品' })
const rowNames = () => {
  const list = screen.queryByRole('listbox', { name: /搜索建议|最近搜过/ })
  return list
    ? within(list)
        .getAllByRole('option')
        .map((row) => row.textContent)
    : []
}
const asked = () => api.callsOf(productRoutes.suggest)

describe('the search box', () => {
  it('suggests places, gift boxes and goods, and asks once for what is typed in one go', async () => {
    const { user } = renderAt('/products')
    await user.type(await box(), '塔城红米')
    await waitFor(() => expect(rowNames()).toEqual(['塔城镇产地', '红米礼盒礼盒', '塔城红米商品']))
    expect(asked()).toHaveLength(1)
    expect((await box()).getAttribute('aria-expanded')).toBe('true')
  })

  it('is led by the arrow keys, and Enter opens the row that they are on', async () => {
    const { user, address } = renderAt('/products')
    await user.type(await box(), '塔')
    await screen.findByRole('option', { name: /塔城镇/ })
    await user.keyboard('{ArrowUp}{ArrowDown}{ArrowDown}')
    const active = (await box()).getAttribute('aria-activedescendant')
    expect(document.getElementById(active!)?.textContent).toContain('塔城镇')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(address()).toBe('/products?township=tacheng'))
    expect(rowNames()).toEqual([])
  })

  it('closes by Escape and keeps what was typed', async () => {
    const { user } = renderAt('/products')
    await user.type(await box(), '塔')
    await screen.findByRole('option', { name: /塔城镇/ })
    await user.keyboard('{Escape}')
    expect([rowNames(), (await box()).value]).toEqual([[], '塔'])
  })

  it('remembers on this device what was searched for, until that is cleared', async () => {
    const { user } = renderAt('/products')
    await user.type(await box(), '蜂蜜{Enter}')
    await screen.findByRole('heading', { level: 1, name: '“蜂蜜”' })
    await user.clear(await box())
    await waitFor(() => expect(rowNames()).toEqual(['蜂蜜']))
    await user.click(screen.getByRole('button', { name: '清空' }))
    expect([rowNames(), localStorage.getItem('weibao.searches')]).toEqual([[], null])
  })

  it('still searches when suggestions cannot be had', async () => {
    api.silence(productRoutes.suggest)
    const { user, address } = renderAt('/products')
    await user.type(await box(), '米')
    await waitFor(() => expect(asked()).toHaveLength(1))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(address()).toBe('/products?q=%E7%B1%B3'))
  })
})

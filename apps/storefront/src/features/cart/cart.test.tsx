import { cleanup, screen, within } from '@testing-library/react'
import { cartRoutes } from '@weibao/contracts/cart'
import { orderRoutes } from '@weibao/contracts/order-routes'
import { productRoutes } from '@weibao/contracts/product-routes'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeApi } from '../../testing/fake-api'
import { renderAt } from '../../testing/render-at'
import { cardOf, cartOf, honeyLine, listOf, quoteOf, riceLine } from '../../testing/samples'

let api: FakeApi
beforeEach(() => {
  api = new FakeApi()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the cart', () => {
  it('says it is empty and leads to the shop', async () => {
    api.on(cartRoutes.get, () => cartOf())
    renderAt('/cart')
    expect(await screen.findByRole('heading', { level: 1, name: '购物车还是空的' })).toBeTruthy()
    expect(screen.getByRole('link', { name: '去逛逛' }).getAttribute('href')).toBe('/products')
  })

  it('tells why a line cannot be ordered, and leaves it out of what is', async () => {
    const soldOut = { ...honeyLine, obstacle: 'sold-out' as const, availableQuantity: 0 }
    api.on(cartRoutes.get, () => cartOf(riceLine, soldOut))
    renderAt('/cart')
    expect(await screen.findByText('已售罄')).toBeTruthy()
    expect(screen.getByText(/有 1 种商品现在不能买/)).toBeTruthy()
    expect(
      screen.getByRole<HTMLInputElement>('checkbox', { name: '结算同乐土蜂蜜' }).disabled,
    ).toBe(true)
    const summary = within(screen.getByRole('complementary'))
    expect(summary.getByText('¥126.00')).toBeTruthy()
    expect(summary.getByRole('link', { name: '去结算（1 种）' })).toBeTruthy()
  })

  it('says that a cooperative does not supply at present', async () => {
    api.on(cartRoutes.get, () => cartOf(riceLine, { ...honeyLine, obstacle: 'paused' }))
    renderAt('/cart')
    expect(await screen.findByText('该合作社暂停供货，暂不能购买')).toBeTruthy()
    const summary = within(screen.getByRole('complementary'))
    expect(summary.getByRole('link', { name: '去结算（1 种）' })).toBeTruthy()
  })

  it('says how many are left when there are fewer than wanted', async () => {
    const few = { ...riceLine, obstacle: 'too-few-left' as const, availableQuantity: 1 }
    api.on(cartRoutes.get, () => cartOf(few))
    renderAt('/cart')
    expect(await screen.findByText('只剩 1 份，请减少数量')).toBeTruthy()
    expect(screen.getByText('勾选要买的商品')).toBeTruthy()
  })

  it('orders only what is chosen', async () => {
    api.on(cartRoutes.get, () => cartOf(riceLine, honeyLine))
    api.on(orderRoutes.quote, () => quoteOf(cartOf(riceLine)))
    const { user, address } = renderAt('/cart')
    await user.click(await screen.findByRole('checkbox', { name: '结算同乐土蜂蜜' }))
    await user.click(screen.getByRole('link', { name: '去结算（1 种）' }))
    await screen.findByRole('heading', { level: 1, name: '结算' })
    expect(address()).toBe(`/checkout?only=${riceLine.skuId}`)
    expect(api.callsOf(orderRoutes.quote)[0]?.body).toMatchObject({
      lines: [{ skuId: riceLine.skuId, quantity: 2 }],
    })
  })

  it('takes a line out and puts it back as it was', async () => {
    api.on(cartRoutes.get, () => cartOf(riceLine))
    api.on(cartRoutes.removeLine, () => cartOf())
    api.on(cartRoutes.setLine, () => cartOf(riceLine))
    const { user } = renderAt('/cart')
    await user.click(await screen.findByRole('button', { name: '移除 塔城红米' }))
    expect(await screen.findByText('已从购物车移除“塔城红米”')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '放回去' }))
    expect(await screen.findByRole('spinbutton', { name: '塔城红米的数量' })).toBeTruthy()
    const [put] = api.callsOf(cartRoutes.setLine)
    expect([put?.path, put?.body]).toEqual([`/cart/lines/${riceLine.skuId}`, { quantity: 2 }])
  })
})

describe('adding from a list', () => {
  it('adds on top of what is in the cart', async () => {
    api.on(cartRoutes.get, () => cartOf(riceLine))
    api.on(productRoutes.list, () => listOf(cardOf(1, '塔城红米')))
    api.on(cartRoutes.setLine, () => cartOf({ ...riceLine, quantity: 3, lineTotalFen: 18_900 }))
    const { user } = renderAt('/products')
    await user.click(await screen.findByRole('button', { name: '把塔城红米加入购物车' }))
    expect(await screen.findByText('已加入购物车：塔城红米')).toBeTruthy()
    expect(api.callsOf(cartRoutes.setLine)[0]?.body).toEqual({ quantity: 3 })
  })
})

import { cleanup, screen, waitFor } from '@testing-library/react'
import { cartRoutes } from '@weibao/contracts/cart'
import { orderRoutes } from '@weibao/contracts/order-routes'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeApi } from '../../testing/fake-api'
import { renderAt } from '../../testing/render-at'
import { cartOf, quoteOf, riceLine } from '../../testing/samples'

const cart = cartOf(riceLine)
let api: FakeApi
beforeEach(() => {
  sessionStorage.clear()
  api = new FakeApi().on(cartRoutes.get, () => cart).on(orderRoutes.quote, () => quoteOf(cart))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const placed = () => api.callsOf(orderRoutes.place)
const order = () => screen.getByRole('button', { name: '提交订单并付款' })

async function fillIn({ user }: ReturnType<typeof renderAt>) {
  await user.type(await screen.findByLabelText('收货人'), '林小满')
  await user.type(screen.getByLabelText('手机号'), '13800138000')
  await user.selectOptions(screen.getByLabelText('街道 / 镇'), '顾村镇')
  await user.type(screen.getByLabelText('详细地址'), '菊太路 88 弄 6 号')
  await user.click(screen.getByRole('checkbox', { name: /我同意/ }))
  await screen.findAllByText('¥138.00')
}

describe('checkout', () => {
  it('lists what is missing, leads to it, and orders nothing', async () => {
    const { user } = renderAt('/checkout')
    await screen.findAllByText('¥138.00')
    await user.click(order())
    const summary = await screen.findByRole('alert')
    expect(document.activeElement).toBe(summary)
    await user.click(screen.getByRole('link', { name: '手机号：请填写' }))
    expect(document.activeElement).toBe(screen.getByLabelText('手机号'))
    expect(placed()).toHaveLength(0)
  })

  it('says at once what cannot be sold at present', async () => {
    api.refuse(orderRoutes.quote, {
      status: 409,
      code: 'cart.cooperative-paused',
      detail: '“塔城红米”暂不出售：所属合作社暂停供货。',
    })
    renderAt('/checkout')
    expect((await screen.findByRole('alert')).textContent).toContain('“塔城红米”暂不出售')
  })

  it('asks for the age when there is alcohol, and for the exception when goods are fresh', async () => {
    const special = cartOf({ ...riceLine, needsAdult: true, needsReturnConsent: true })
    api.on(cartRoutes.get, () => special).on(orderRoutes.quote, () => quoteOf(special))
    const page = renderAt('/checkout')
    await fillIn(page)
    await page.user.click(order())
    expect(await screen.findByRole('link', { name: '购买酒类需要确认年龄' })).toBeTruthy()
    expect(screen.getByRole('link', { name: '请先确认' })).toBeTruthy()
    expect(placed()).toHaveLength(0)
  })

  it('shows a changed total and orders it only when asked again, under a new key', async () => {
    const page = renderAt('/checkout')
    await fillIn(page)
    api
      .on(orderRoutes.quote, () => quoteOf(cart, 2000))
      .refuse(orderRoutes.place, {
        status: 409,
        code: 'order.total-changed',
        detail: '价格或运费刚刚变了，请核对新的合计。',
      })
    await page.user.click(order())
    expect(await screen.findByText('价格或运费刚刚变了，请核对新的合计。')).toBeTruthy()
    await screen.findAllByText('¥146.00')
    await page.user.click(order())
    await waitFor(() => expect(placed()).toHaveLength(2))
    const [first, second] = placed()
    expect(first?.body).toMatchObject({ expectedTotalFen: 13_800 })
    expect(second?.body).toMatchObject({ expectedTotalFen: 14_600 })
    expect(second?.idempotencyKey).not.toBe(first?.idempotencyKey)
  })

  it('keeps its key when no answer came, so that an order that did arrive is not made twice', async () => {
    const page = renderAt('/checkout')
    await fillIn(page)
    api.silence(orderRoutes.place)
    await page.user.click(order())
    expect(await screen.findByText(/连不上服务器/)).toBeTruthy()
    await page.user.click(order())
    await waitFor(() => expect(placed()).toHaveLength(2))
    const [first, second] = placed()
    expect(first?.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/)
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey)
    expect(screen.getByLabelText<HTMLInputElement>('收货人').value).toBe('林小满')
  })
})

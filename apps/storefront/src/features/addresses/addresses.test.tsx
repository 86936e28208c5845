import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { addressBookRoutes, type KeptAddress } from '@weibao/contracts/address-book'
import { cartRoutes } from '@weibao/contracts/cart'
import { orderRoutes } from '@weibao/contracts/order-routes'
import { sessionRoutes } from '@weibao/contracts/session'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeApi } from '../../testing/fake-api'
import { renderAt } from '../../testing/render-at'
import { cartOf, quoteOf, riceLine, xiaoman } from '../../testing/samples'

const keptAs = (n: number, street: string, isDefault: boolean): KeptAddress => ({
  id: `0198c000-0000-7000-8000-00000000000${n}`,
  isDefault,
  address: {
    recipient: '陈小满',
    phone: '13900001234',
    province: '上海市',
    city: '上海市',
    district: '宝山区',
    subdistrictCode: '310113003',
    street,
  },
})

let api: FakeApi
let book: KeptAddress[]
beforeEach(() => {
  sessionStorage.clear()
  const cart = cartOf(riceLine)
  book = [keptAs(1, '友谊路 1 号', true), keptAs(2, '牡丹江路 2 号', false)]
  api = new FakeApi()
    .on(cartRoutes.get, () => cart)
    .on(orderRoutes.quote, () => quoteOf(cart))
    .on(sessionRoutes.get, () => xiaoman)
    .on(addressBookRoutes.list, () => ({ items: book }))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the address book', () => {
  it('fills the default address in at checkout, and another one when chosen', async () => {
    const { user } = renderAt('/checkout')
    const street = await screen.findByLabelText<HTMLInputElement>('详细地址')
    await waitFor(() => expect(street.value).toBe('友谊路 1 号'))
    await user.selectOptions(screen.getByLabelText('从地址簿选'), book[1]!.id)
    expect(street.value).toBe('牡丹江路 2 号')
    expect(screen.queryByRole('button', { name: '存入地址簿' })).toBeNull()
  })

  it('keeps what was typed at checkout when asked to', async () => {
    api.on(addressBookRoutes.keep, ({ body }) => {
      const kept = { ...keptAs(3, '', false), address: body.address as KeptAddress['address'] }
      book = [...book, kept]
      return kept
    })
    const { user } = renderAt('/checkout')
    const street = await screen.findByLabelText<HTMLInputElement>('详细地址')
    await waitFor(() => expect(street.value).toBe('友谊路 1 号'))
    await user.clear(street)
    await user.type(street, '菊太路 88 弄 6 号')
    await user.click(screen.getByRole('button', { name: '存入地址簿' }))
    await screen.findByText('已存入地址簿。')
    expect(api.callsOf(addressBookRoutes.keep)[0]?.body).toMatchObject({
      address: { street: '菊太路 88 弄 6 号', recipient: '陈小满' },
    })
  })

  it('makes another address the default on its page, and asks before one is removed', async () => {
    api.on(addressBookRoutes.change, () => keptAs(2, '牡丹江路 2 号', true))
    api.on(addressBookRoutes.remove, () => undefined)
    const { user } = renderAt('/account/addresses')
    await user.click(await screen.findByRole('button', { name: /^设为默认/ }))
    expect(api.callsOf(addressBookRoutes.change)[0]?.body).toMatchObject({ isDefault: true })
    await user.click(screen.getByRole('button', { name: /^删除：陈小满，牡丹江路/ }))
    expect(api.callsOf(addressBookRoutes.remove)).toHaveLength(0)
    const asked = screen.getByRole('dialog', { name: '删除这个地址？' })
    await user.click(within(asked).getByRole('button', { name: '删除' }))
    await waitFor(() => expect(api.callsOf(addressBookRoutes.remove)).toHaveLength(1))
  })
})

import { cleanup, screen, waitFor } from '@testing-library/react'
import { cartRoutes } from '@weibao/contracts/cart'
import { productRoutes } from '@weibao/contracts/product-routes'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeApi } from '../../testing/fake-api'
import { renderAt } from '../../testing/render-at'
import { cardOf, cartOf, listOf } from '../../testing/samples'

let api: FakeApi
let asked: URLSearchParams[]
beforeEach(() => {
  asked = []
  api = new FakeApi()
    .on(cartRoutes.get, () => cartOf())
    .on(productRoutes.list, ({ url }) => {
      asked.push(url.searchParams)
      return listOf(cardOf(1, '塔城红米'), cardOf(2, '同乐土蜂蜜'))
    })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name })
const lastAsked = () => Object.fromEntries(asked.at(-1) ?? [])

describe('the list of goods', () => {
  it('asks for what the address says, and shows its boxes ticked', async () => {
    renderAt('/products?category=grain&season=true&q=米')
    expect(await screen.findByRole('heading', { level: 1, name: '“米”' })).toBeTruthy()
    expect(lastAsked()).toMatchObject({ category: 'grain', season: 'true', q: '米' })
    expect(box(/粮食/).checked).toBe(true)
    expect(box(/当季/).checked).toBe(true)
    expect(box(/蜂蜜/).checked).toBe(false)
  })

  it('writes each choice into the address, two in a row too, and back takes one off again', async () => {
    const { user, address, router } = renderAt('/products?category=grain')
    await user.click(await screen.findByRole('checkbox', { name: /蜂蜜/ }))
    await user.click(screen.getByRole('checkbox', { name: /粮食/ }))
    await waitFor(() => expect(address()).toBe('/products?category=honey'))
    expect(asked.map((each) => each.get('category'))).toContain('grain,honey')
    await router.navigate(-1)
    await waitFor(() => expect(box(/粮食/).checked).toBe(true))
  })

  it('leaves out of the address what it cannot read', async () => {
    renderAt('/products?season=maybe&minPriceFen=cheap&sort=best&township=tacheng')
    await screen.findByText('共 2 种')
    const { limit: _, ...filter } = lastAsked()
    expect(filter).toEqual({ township: 'tacheng' })
  })

  it('searches from the box on top of every page', async () => {
    const { user, address } = renderAt('/products?season=true')
    await user.type(await screen.findByRole('combobox', { name: '搜索商品' }), 'fengmi{Enter}')
    await waitFor(() => expect(address()).toBe('/products?q=fengmi'))
  })

  it('says when nothing is found, and how to find something', async () => {
    api.on(productRoutes.list, () => listOf())
    renderAt('/products?q=海带')
    expect(await screen.findByText('没有找到')).toBeTruthy()
    expect(screen.getByText(/拼音和首字母也能搜/)).toBeTruthy()
  })

  it('tells a failure apart from nothing found, and offers to try again', async () => {
    api.silence(productRoutes.list)
    renderAt('/products')
    expect(await screen.findByText(/连不上服务器/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy()
  })
})

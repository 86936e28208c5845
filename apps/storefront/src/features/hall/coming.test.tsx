import { cleanup, screen } from '@testing-library/react'
import { cartRoutes } from '@weibao/contracts/cart'
import { harvestForecastRoutes, type ComingHarvest } from '@weibao/contracts/harvest-forecast'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { FakeApi } from '../../testing/fake-api'
import { renderAt } from '../../testing/render-at'
import { cartOf } from '../../testing/samples'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const figures = { lowGrams: 40_000, likelyGrams: 60_000, highGrams: 90_000 }
const honey: ComingHarvest = {
  week: '2026-11-30',
  categoryCode: 'honey',
  categoryName: { zh: '蜂蜜', en: 'Honey' },
  ...figures,
  cooperatives: 1,
  products: [
    {
      slug: 'baihua-mi',
      name: { zh: '百花蜜', en: 'Wildflower honey' },
      cooperativeName: { zh: '叶枝蜂业合作社', en: 'Yezhi Bee Cooperative' },
      ...figures,
    },
  ],
}
const shop = (items: ComingHarvest[]) =>
  new FakeApi()
    .on(cartRoutes.get, () => cartOf())
    .on(harvestForecastRoutes.coming, () => ({ items, nextCursor: null }))

describe('what will come, in the public hall', () => {
  it('stands by week, as an estimate, with the way to each product', async () => {
    shop([honey])
    renderAt('/hall/coming')
    expect(await screen.findByText('约 60 公斤')).toBeTruthy()
    expect(screen.getByText('最少 40 公斤，最多 90 公斤')).toBeTruthy()
    expect(screen.getByRole('heading', { level: 2, name: /11月30日/ })).toBeTruthy()
    expect(screen.getByRole('link', { name: /百花蜜/ }).getAttribute('href')).toContain(
      '/products/baihua-mi',
    )
  })

  it('says so when nothing is forecast', async () => {
    shop([])
    renderAt('/hall/coming')
    expect(await screen.findByText('现在没有预报')).toBeTruthy()
  })
})

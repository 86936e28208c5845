import { cleanup, screen } from '@testing-library/react'
import { cartRoutes } from '@weibao/contracts/cart'
import { categoryRoutes } from '@weibao/contracts/category'
import { harvestForecastRoutes, type ComingHarvest } from '@weibao/contracts/harvest-forecast'
import { type OpenLot } from '@weibao/contracts/lot'
import { lotRoutes } from '@weibao/contracts/lot-routes'
import { townshipRoutes } from '@weibao/contracts/township'
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

const lot: OpenLot = {
  code: '7K3M9P2A',
  productSlug: 'baihua-mi',
  productName: { zh: '百花蜜', en: 'Wildflower honey' },
  skuName: { zh: '500 克罐', en: '500 g jar' },
  cooperativeSlug: 'yezhi-bees',
  cooperativeName: { zh: '叶枝蜂业合作社', en: 'Yezhi Bee Cooperative' },
  townshipName: { zh: '叶枝镇', en: 'Yezhi Town' },
  availableGrams: 42_500,
  grade: 'first',
  isRecognised: true,
  harvestFrom: '2026-10-01',
  harvestTo: '2026-10-12',
  dispatchFrom: '2026-11-01',
  dispatchTo: '2026-12-20',
  bestBefore: '2027-10-01',
}
const hallOf = (items: OpenLot[]) =>
  shop([])
    .on(lotRoutes.listOpen, () => ({ items, nextCursor: null }))
    .on(categoryRoutes.list, () => ({ items: [] }))
    .on(townshipRoutes.list, () => ({ items: [] }))

describe('what is there now, in the public hall', () => {
  it('tells what is left of a lot, from where, and the way to its trace', async () => {
    hallOf([lot])
    renderAt('/hall/lots')
    expect(await screen.findByText('42.5 公斤')).toBeTruthy()
    expect(screen.getByText(/叶枝蜂业合作社 · 叶枝镇/)).toBeTruthy()
    expect(screen.getByRole('link', { name: '批次 7K3M9P2A 溯源' }).getAttribute('href')).toContain(
      '/trace/7K3M9P2A',
    )
    expect(screen.getByRole('link', { name: '现货' }).getAttribute('aria-current')).toBe('page')
  })

  it('says so when no lot is like that, with the way back to all', async () => {
    hallOf([])
    renderAt('/hall/lots?township=yezhi')
    expect(await screen.findByText('现在没有这样的批次')).toBeTruthy()
    expect(screen.getByRole('link', { name: '看全部现货' })).toBeTruthy()
  })
})

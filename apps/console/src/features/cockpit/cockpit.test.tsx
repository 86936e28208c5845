import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { CockpitRow, QuotaBasket } from '@weibao/contracts/quota-cockpit'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, Refusal } from '../../testing/fake-api'
import { buyerSession, cockpitLine, cockpitOf, emptyPage, ids } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  sessionStorage.clear()
})

const figures = (amountFen: number, rows = 1) => ({
  amountFen,
  outsideFen: 0,
  freightFen: 900,
  massGrams: 5000,
  rows,
})
const canteen = cockpitLine({
  quota: { id: ids.row, state: 'checked', minimumFen: 5_000_000 },
  stages: {
    demanded: figures(3_000_000, 4),
    matched: figures(2_000_000, 3),
    ordered: figures(1_500_000, 2),
    received: figures(1_000_000),
    confirmed: { ...figures(800_000), outsideFen: 70_000 },
  },
  gapFen: 3_000_000,
  forecast: { expectedFen: 1_450_000, range: { lowFen: 1_200_000, highFen: 1_600_000 } },
})
const honey = { zh: '百花蜜', en: 'Wildflower honey' }
const basket: QuotaBasket = {
  budgetLineId: ids.line,
  gapFen: 3_000_000,
  totalFen: 800_000,
  items: [
    {
      productId: ids.row,
      productName: honey,
      productSlug: 'baihua-mi',
      categoryCode: 'honey',
      categoryName: { zh: '蜂蜜', en: 'Honey' },
      cooperativeId: ids.cooperative,
      cooperativeName: { zh: '叶枝蜂业合作社', en: 'Yezhi Bee Cooperative' },
      packs: 101,
      packGrams: 250,
      massGrams: 25_250,
      priceFen: 7921,
      goodsFen: 800_000,
      landedFenPerKg: 31_864,
    },
  ],
} as QuotaBasket
const row: CockpitRow = {
  id: ids.row,
  number: 'DD20261125000017',
  day: '2026-11-25',
  state: 'reversal',
  name: honey,
  cooperativeName: { zh: '叶枝蜂业合作社', en: 'Yezhi Bee Cooperative' },
  amountFen: -11_600,
  freightFen: 0,
  massGrams: -1000,
  counted: false,
  orderId: ids.order,
  demandId: null,
}

function market(answers: Record<string, object> = {}) {
  return fakeApi({
    'GET /session': buyerSession(),
    'GET /notifications/unread-count': { count: 0 },
    'GET /buyers/:buyerId/budget-lines': {
      items: [
        { id: ids.line, year: 2026, kind: 'canteen', name: '教工食堂', ceilingFen: 20_000_000 },
      ],
    },
    'GET /buyers/:buyerId/quotas': emptyPage,
    'GET /buyers/:buyerId/quota-cockpit': cockpitOf(canteen),
    'GET /buyers/:buyerId/budget-lines/:id/basket': basket,
    ...answers,
  })
}

describe('the quota cockpit', () => {
  it('shows quota, ceiling and stages, and opens each figure to its rows', async () => {
    const api = market({
      'GET /buyers/:buyerId/quota-cockpit/rows': { items: [row], nextCursor: null },
    })
    openConsole(`/b/${ids.order}`)
    expect(await screen.findByText('预留 ¥50,000.00')).toBeTruthy()
    expect(screen.getByText('预算上限 ¥200,000.00')).toBeTruthy()
    expect(screen.getByText('¥12,000.00 至 ¥16,000.00')).toBeTruthy()
    expect(screen.getByText('另有不计入 ¥700.00')).toBeTruthy()
    const figure = screen.getByRole('link', { name: '看已下单的 2 条明细，¥15,000.00' })
    await userEvent.setup().click(figure)
    expect(await screen.findByRole('heading', { name: '2026 年已下单的明细' })).toBeTruthy()
    expect(screen.getByText('冲减')).toBeTruthy()
    expect(screen.getByText('不计入')).toBeTruthy()
    expect(screen.getByRole('link', { name: '看订单' }).getAttribute('href')).toMatch(
      new RegExp(`/b/${ids.order}/orders/${ids.order}$`),
    )
    const [asked] = api.asksOf('GET', `/buyers/${ids.order}/quota-cockpit/rows`)
    expect(Object.fromEntries(asked!.search)).toMatchObject({
      year: '2026',
      stage: 'ordered',
      budgetLineId: ids.line,
    })
  })

  it('proposes what would close the gap, and begins a demand with it', async () => {
    market({
      'GET /buyers/:buyerId/delivery-points': { items: [] },
      'GET /categories': {
        items: [{ code: 'honey', name: { zh: '蜂蜜', en: 'Honey' }, isBusinessOnly: false }],
      },
      'GET /products': { items: [], nextCursor: null, total: 0, facets: null },
    })
    openConsole(`/b/${ids.order}`)
    const user = userEvent.setup()
    expect(await screen.findByText(/预留份额还差 ¥30,000.00/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '看能补足的在季商品' }))
    const proposed = within(await screen.findByRole('region', { name: '可以补足差额的一篮货' }))
    expect(proposed.getByText('在季商品只够补上 ¥8,000.00，还差 ¥22,000.00。')).toBeTruthy()
    await user.click(proposed.getByRole('link', { name: '用这一篮新建需求' }))
    const kilograms = await screen.findByRole<HTMLInputElement>('textbox', { name: '数量（公斤）' })
    expect(kilograms.value).toBe('25.25')
    const price = screen.getByRole<HTMLInputElement>('textbox', { name: /最高到货价/ })
    expect(price.value).toBe('318.64')
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: '预算科目' }).value).toBe(
      ids.line,
    )
  })

  it('says so when nothing suitable is in season', async () => {
    market({ 'GET /buyers/:buyerId/budget-lines/:id/basket': { ...basket, items: [] } })
    openConsole(`/b/${ids.order}?basket=${ids.line}`)
    expect(await screen.findByText('眼下没有合适的在季商品')).toBeTruthy()
  })

  it('leads somebody without a budget to the demand that sets one up', async () => {
    market({
      'GET /buyers/:buyerId/budget-lines': { items: [] },
      'GET /buyers/:buyerId/quota-cockpit': cockpitOf(),
    })
    openConsole(`/b/${ids.order}`)
    expect(await screen.findByText('还没有预算')).toBeTruthy()
    expect(screen.getByRole('link', { name: '去提采购需求' })).toBeTruthy()
  })

  it('keeps what was bought without a budget line apart', async () => {
    market({
      'GET /buyers/:buyerId/quota-cockpit': cockpitOf({
        ...canteen,
        budgetLine: null,
        quota: null,
      }),
    })
    openConsole(`/b/${ids.order}`)
    expect(await screen.findByRole('heading', { name: '没有对应预算的采购' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: '看能补足的在季商品' })).toBeNull()
  })

  it('says what a refusal says', async () => {
    market({
      'GET /buyers/:buyerId/quota-cockpit': new Refusal(403, 'auth.forbidden', '没有权限'),
    })
    openConsole(`/b/${ids.order}`)
    expect(await screen.findByText(/权限/)).toBeTruthy()
  })
})

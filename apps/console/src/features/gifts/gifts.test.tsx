import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { GiftProposals } from '@weibao/contracts/gift-proposal'
import { addDays, localDay } from '@weibao/kernel'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, Refusal } from '../../testing/fake-api'
import { buyerSession, emptyPage, ids } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  sessionStorage.clear()
})

const day = addDays(localDay(new Date()), 30)
const name = { zh: '百花蜜', en: 'Wildflower honey' }
const proposals: GiftProposals = {
  items: [
    {
      key: ids.row,
      boxes: [
        {
          id: ids.row,
          slug: 'honey-box',
          name: { zh: '山里的甜', en: 'Sweet of the mountains' },
          cooperativeName: { zh: '叶枝蜂业合作社', en: 'Yezhi Bee Cooperative' },
          isAdultOnly: false,
        },
      ],
      perHeadFen: 29_200,
      totalFen: 2_336_000,
      recognisedBasisPoints: 10_000,
      enoughFor: 150,
      lines: [
        {
          skuId: ids.line,
          productId: ids.line,
          categoryCode: 'honey',
          name,
          skuName: { zh: '500 克瓶装', en: '500 g jar' },
          townshipName: { zh: '叶枝镇', en: 'Yezhi Town' },
          packGrams: 500,
          packsPerHead: 2,
          packs: 160,
          massGrams: 80_000,
          landedFenPerKg: 29_200,
          amountFen: 2_336_000,
          isRecognised: true,
        },
      ],
    },
  ],
  leftOut: { season: 2, stock: 0, mass: 0, budget: 1 },
} as GiftProposals

function market(answers: Record<string, object> = {}) {
  const budget = { id: ids.line, year: Number(day.slice(0, 4)), ceilingFen: null }
  return fakeApi({
    'GET /session': buyerSession(),
    'GET /notifications/unread-count': { count: 0 },
    'GET /buyers/:buyerId/gift-proposals': proposals,
    'GET /buyers/:buyerId/budget-lines': {
      items: [
        { ...budget, kind: 'canteen', name: '教工食堂' },
        { ...budget, id: ids.row, kind: 'trade-union', name: '慰问' },
      ],
    },
    'GET /buyers/:buyerId/delivery-points': { items: [] },
    'GET /categories': {
      items: [{ code: 'honey', name: { zh: '蜂蜜', en: 'Honey' }, isBusinessOnly: false }],
    },
    'GET /products': { ...emptyPage, total: 0, facets: null },
    ...answers,
  })
}

const asked = `/b/${ids.order}/gifts?perHead=30000&heads=80&day=${day}`

describe('gift proposals', () => {
  it('are asked for by budget, heads and day, and say what was left out', async () => {
    const api = market()
    openConsole(`/b/${ids.order}/gifts`)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '看方案' }))
    expect(screen.getByText('请填 10 到 100000 元')).toBeTruthy()
    expect(api.asksOf('GET', `/buyers/${ids.order}/gift-proposals`)).toEqual([])
    await user.type(screen.getByRole('textbox', { name: '每人预算（元）' }), '300')
    await user.type(screen.getByRole('textbox', { name: '人数' }), '80')
    await user.type(screen.getByLabelText('希望哪天前送到'), day)
    await user.click(screen.getByRole('button', { name: '看方案' }))
    expect(await screen.findByRole('heading', { name: '山里的甜' })).toBeTruthy()
    expect(screen.getByText('比预算少 ¥8.00')).toBeTruthy()
    expect(screen.getByText(/2 种礼盒那天不当季.*1 种礼盒超出预算/)).toBeTruthy()
    const [question] = api.asksOf('GET', `/buyers/${ids.order}/gift-proposals`)
    expect(Object.fromEntries(question!.search)).toEqual({
      perHeadFen: '30000',
      headcount: '80',
      deliverOn: day,
    })
  })

  it('become a demand from the union’s money, to be there on the day', async () => {
    market()
    openConsole(asked)
    await userEvent.setup().click(await screen.findByRole('link', { name: '用方案 1 发布需求' }))
    const kilograms = await screen.findByRole<HTMLInputElement>('textbox', { name: '数量（公斤）' })
    expect(kilograms.value).toBe('80')
    const value = (field: HTMLElement) => (field as HTMLInputElement).value
    expect(value(screen.getByRole('textbox', { name: /最高到货价/ }))).toBe('292.00')
    expect(value(screen.getByRole('combobox', { name: '预算科目' }))).toBe(ids.row)
    expect(value(screen.getByRole('textbox', { name: /名称/ }))).toBe('工会礼盒：山里的甜')
    expect(value(screen.getByLabelText('最晚送达'))).toBe(day)
  })

  it('are printed for the committee, with what is in each', async () => {
    market()
    const print = vi.fn()
    vi.stubGlobal('print', print)
    openConsole(asked)
    const table = within(await screen.findByRole('table', { name: '方案 1 内容' }))
    expect(table.getByText('80 公斤')).toBeTruthy()
    await userEvent.setup().click(screen.getByRole('button', { name: '打印' }))
    expect(print).toHaveBeenCalledOnce()
  })

  it('say why there is none, and what a refusal says', async () => {
    market({ 'GET /buyers/:buyerId/gift-proposals': { ...proposals, items: [] } })
    openConsole(asked)
    expect(await screen.findByText('没有合适的方案')).toBeTruthy()
    cleanup()
    market({
      'GET /buyers/:buyerId/gift-proposals': new Refusal(422, 'demand.window-past', '日子已过'),
    })
    openConsole(asked)
    expect(await screen.findByText('日子已过')).toBeTruthy()
  })
})

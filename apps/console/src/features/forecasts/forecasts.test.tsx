import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComingHarvest, HarvestForecast } from '@weibao/contracts/harvest-forecast'
import { localDay } from '@weibao/kernel'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, Refusal } from '../../testing/fake-api'
import { buyerSession, emptyPage, ids, sessionOf } from '../../testing/market'
import { openConsole } from '../../testing/open-console'
import { weeksAhead } from './forecast-draft'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  sessionStorage.clear()
})

const name = { zh: '百花蜜', en: 'Wildflower honey' }
const [week = ''] = weeksAhead(localDay(new Date()), 1)
const forecast: HarvestForecast = {
  id: ids.row,
  productId: ids.line,
  productName: name,
  week,
  lowGrams: 40_000,
  likelyGrams: 60_000,
  highGrams: 90_000,
  note: '看天气',
  version: 3,
  statedAt: '2026-11-25T02:00:00.000Z',
  arrivedGrams: null,
}
const page = (...items: object[]) => ({ items, nextCursor: null })

function market(answers: Record<string, object> = {}) {
  return fakeApi({
    'GET /session': sessionOf('owner'),
    'GET /notifications/unread-count': { count: 0 },
    'GET /cooperatives/:cooperativeId/harvest-forecasts': page(forecast),
    'GET /cooperatives/:cooperativeId/harvest-forecasts/:id/changes': page({
      ...forecast,
      changedAt: forecast.statedAt,
      changedBy: '和春燕',
    }),
    'GET /cooperatives/:cooperativeId/products': page({ id: ids.line, name }),
    'PUT /cooperatives/:cooperativeId/harvest-forecasts': forecast,
    ...answers,
  })
}
const address = `/c/${ids.cooperative}/forecasts`
const sent = (api: ReturnType<typeof market>) =>
  api.asksOf('PUT', `/cooperatives/${ids.cooperative}/harvest-forecasts`)

describe('harvest forecasts of a cooperative', () => {
  it('are stated for a week to come, from the least to the most', async () => {
    const api = market({ 'GET /cooperatives/:cooperativeId/harvest-forecasts': emptyPage })
    openConsole(address)
    const user = userEvent.setup()
    expect(await screen.findByText('还没有预报')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '报一周' }))
    const dialog = within(await screen.findByRole('dialog'))
    await dialog.findByRole('option', { name: '百花蜜' })
    await user.selectOptions(dialog.getByLabelText('商品'), ids.line)
    await user.type(dialog.getByLabelText('最少（公斤）'), '50')
    await user.type(dialog.getByLabelText('估计（公斤）'), '40.5')
    await user.type(dialog.getByLabelText('最多（公斤）'), '90')
    await user.click(dialog.getByRole('button', { name: '保存' }))
    expect(dialog.getAllByText('要从小到大：最少、估计、最多').length).toBeGreaterThan(0)
    expect(sent(api)).toEqual([])
    await user.clear(dialog.getByLabelText('最少（公斤）'))
    await user.type(dialog.getByLabelText('最少（公斤）'), '30')
    await user.click(dialog.getByRole('button', { name: '保存' }))
    expect(await screen.findByText('已保存')).toBeTruthy()
    expect(sent(api)[0]!.body).toEqual({
      productId: ids.line,
      week,
      lowGrams: 30_000,
      likelyGrams: 40_500,
      highGrams: 90_000,
      note: '',
      version: 0,
    })
  })

  it('are changed by the version that was read, and show what they were', async () => {
    const api = market({
      'PUT /cooperatives/:cooperativeId/harvest-forecasts': new Refusal(
        409,
        'forecast.changed-meanwhile',
        '刚才有人改过',
      ),
    })
    openConsole(address)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: /修改 百花蜜/ }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(await dialog.findByText(/40 公斤 – 90 公斤，估计 60 公斤/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: '保存' }))
    expect(await dialog.findByText('刚才有人改过')).toBeTruthy()
    expect(sent(api)[0]!.body).toMatchObject({ version: 3 })
  })

  it('are held against what came once their week is over', async () => {
    market({
      'GET /cooperatives/:cooperativeId/harvest-forecasts': page({
        ...forecast,
        week: '2026-11-02',
        arrivedGrams: 70_000,
      }),
      'GET /cooperatives/:cooperativeId/harvest-forecasts/accuracy': {
        weeks: 26,
        forecasts: 4,
        withinRange: 3,
        likelyGrams: 240_000,
        arrivedGrams: 250_000,
        missedGrams: 50_000,
      },
    })
    openConsole(`${address}?when=past`)
    expect(await screen.findByText('75%')).toBeTruthy()
    expect(screen.getByText('3 / 4 次')).toBeTruthy()
    expect(screen.getByText('12.5 公斤')).toBeTruthy()
    expect(screen.getAllByText('70 公斤').length).toBeGreaterThan(0)
    expect(screen.queryByRole('button', { name: /修改/ })).toBeNull()
  })
})

describe('what will come, to a buyer', () => {
  const coming: ComingHarvest = {
    week,
    categoryCode: 'honey',
    categoryName: { zh: '蜂蜜', en: 'Honey' },
    lowGrams: 80_000,
    likelyGrams: 120_000,
    highGrams: 180_000,
    cooperatives: 2,
    products: [
      {
        slug: 'baihua-mi',
        name,
        cooperativeName: { zh: '叶枝蜂业合作社', en: 'Yezhi Bee Cooperative' },
        lowGrams: 40_000,
        likelyGrams: 60_000,
        highGrams: 90_000,
      },
    ],
  }
  const buyers = (items: object[]) =>
    market({
      'GET /session': buyerSession(),
      'GET /harvest-forecasts': page(...items),
      'GET /categories': { items: [] },
    })

  it('is a sum over cooperatives, with the way to ask for it early', async () => {
    buyers([coming])
    openConsole(`/b/${ids.order}/coming`)
    expect((await screen.findAllByText('120 公斤')).length).toBeGreaterThan(0)
    expect(screen.getAllByText('2 家合作社').length).toBeGreaterThan(0)
    expect(screen.getByRole('link', { name: '提前发布需求' })).toBeTruthy()
  })

  it('says so when nothing is forecast', async () => {
    buyers([])
    openConsole(`/b/${ids.order}/coming`)
    expect(await screen.findByText('现在没有预报')).toBeTruthy()
  })
})

import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { FairnessLedger, OwnFairness } from '@weibao/contracts/fairness'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, Refusal } from '../../testing/fake-api'
import { ids, sessionOf } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const months = [
  { month: '2026-10', index: null, cooperatives: 0 },
  { month: '2026-11', index: 0.9, cooperatives: 2 },
]
const ledger: FairnessLedger = {
  from: '2026-10',
  to: '2026-11',
  index: 0.9,
  cooperatives: 1,
  months,
  rows: [
    {
      cooperativeId: ids.cooperative,
      name: { zh: '叶枝蜂业合作社', en: 'Yezhi Bee Cooperative' },
      offeredGrams: 200_000,
      matchedGrams: 120_000,
      deliveredGrams: 100_000,
    },
    {
      cooperativeId: ids.order,
      name: { zh: '塔城合作社', en: 'Tacheng Cooperative' },
      offeredGrams: 50_000,
      matchedGrams: 0,
      deliveredGrams: 25_000,
    },
  ],
}
const own: OwnFairness = {
  from: '2026-10',
  to: '2026-11',
  index: 0.9,
  cooperatives: 8,
  months,
  own: { offeredGrams: 200_000, matchedGrams: 120_000, deliveredGrams: 100_000 },
  ownMonths: months.map(({ month }) => ({
    month,
    offeredGrams: 200_000,
    matchedGrams: 60_000,
    deliveredGrams: 50_000,
  })),
  band: 'middle',
}

const officer = (answers: Record<string, object>) =>
  fakeApi({
    'GET /session': sessionOf('officer'),
    'GET /notifications/unread-count': { count: 0 },
    ...answers,
  })
const cooperative = (answer: object) =>
  fakeApi({
    'GET /session': sessionOf('owner'),
    'GET /notifications/unread-count': { count: 0 },
    'GET /cooperatives/:cooperativeId/fairness': answer,
  })

describe('the fairness ledger', () => {
  it('shows every cooperative’s shares, and leaves small offers out of the comparison', async () => {
    const api = officer({
      'GET /reports/fairness': ledger,
      'GET /reports/fairness/export': new Refusal(503, 'request.busy', '太忙了'),
    })
    openConsole(`/a/${ids.office}/fairness?from=2026-10&to=2026-11`)
    const table = within(await screen.findByRole('table', { name: '各合作社' }))
    const [first, second] = table.getAllByRole('row').slice(1)
    expect(within(first!).getByText('60%')).toBeTruthy()
    expect(within(first!).getByText('80%')).toBeTruthy()
    expect(within(second!).getByText('不参与比较')).toBeTruthy()
    expect(
      table
        .getByRole('link', { name: '叶枝蜂业合作社：已验收的明细 100 公斤' })
        .getAttribute('href'),
    ).toContain('volume/rows?stage=received')
    await userEvent.click(screen.getByRole('button', { name: '导出 xlsx' }))
    expect(await screen.findByText('太忙了')).toBeTruthy()
    const [asked] = api.asksOf('GET', '/reports/fairness/export')
    expect(Object.fromEntries(asked!.search)).toEqual({
      from: '2026-10',
      to: '2026-11',
      format: 'xlsx',
    })
  })

  it('opens what was offered to its lots', async () => {
    const api = officer({
      'GET /reports/fairness': ledger,
      'GET /reports/fairness/rows': {
        items: [
          {
            id: ids.row,
            number: '7K3M9P2A',
            name: { zh: '百花蜜', en: 'Honey' },
            day: '2026-11-20',
            state: 'open',
            massGrams: 200_000,
            roundId: null,
          },
        ],
        nextCursor: null,
      },
    })
    openConsole(`/a/${ids.office}/fairness?from=2026-10&to=2026-11`)
    await userEvent
      .setup()
      .click(await screen.findByRole('link', { name: '叶枝蜂业合作社：上架的明细 200 公斤' }))
    expect(await screen.findByText('7K3M9P2A')).toBeTruthy()
    const [asked] = api.asksOf('GET', '/reports/fairness/rows')
    expect(Object.fromEntries(asked!.search)).toMatchObject({
      of: 'offered',
      cooperativeId: ids.cooperative,
      from: '2026-10',
      to: '2026-11',
    })
  })

  it('says so when nothing was offered', async () => {
    officer({ 'GET /reports/fairness': { ...ledger, index: null, rows: [] } })
    openConsole(`/a/${ids.office}/fairness`)
    expect(await screen.findByText('这段时间没有上架')).toBeTruthy()
  })

  it('gives no figure, and says why, while nothing of what was offered has been delivered', async () => {
    officer({ 'GET /reports/fairness': { ...ledger, index: null } })
    openConsole(`/a/${ids.office}/fairness`)
    expect(await screen.findByText('这段时间还没有货送达')).toBeTruthy()
  })

  it('tells a cooperative its own figures and the third that it is in', async () => {
    cooperative(own)
    openConsole(`/c/${ids.cooperative}/fairness`)
    expect(await screen.findByText('中间三分之一')).toBeTruthy()
    expect(screen.getByText('验收占上架 50%')).toBeTruthy()
    expect(screen.getByText('8 家合作社参与比较；上架不足 100 公斤的不比')).toBeTruthy()
  })

  it('gives no place to a cooperative of which nothing has been received yet', async () => {
    cooperative({ ...own, band: 'upper', own: { ...own.own, deliveredGrams: 0 } })
    openConsole(`/c/${ids.cooperative}/fairness`)
    expect(await screen.findByText('还没有货验收，不排位置')).toBeTruthy()
    expect(screen.queryByText('前三分之一')).toBeNull()
  })

  it('says why a cooperative is not compared', async () => {
    cooperative({ ...own, band: null })
    openConsole(`/c/${ids.cooperative}/fairness`)
    expect(await screen.findByText('暂不比较')).toBeTruthy()
  })

  it('says what a refusal says', async () => {
    cooperative(new Refusal(403, 'auth.forbidden', '没有权限'))
    openConsole(`/c/${ids.cooperative}/fairness`)
    expect(await screen.findByText(/权限/)).toBeTruthy()
  })
})

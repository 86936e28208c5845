import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { VolumeOverview, VolumeRow } from '@weibao/contracts/report'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, Refusal } from '../../testing/fake-api'
import { figures, ids, sessionOf } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const stages = {
  intended: figures(90_000),
  ordered: figures(70_000),
  received: figures(50_000),
  confirmed: figures(30_000),
}
const overview: VolumeOverview = {
  from: '2026-11',
  to: '2026-11',
  months: [
    {
      month: '2026-11',
      state: 'open',
      stages,
      reconciliation: { confirmedFen: 30_000, ledgerFen: 30_000, differenceFen: 0 },
    },
  ],
  totals: stages,
  ruleVersions: [0, 2],
}
const row: VolumeRow = {
  id: ids.row,
  stage: 'confirmed',
  kind: 'count',
  orderId: ids.order,
  orderNumber: 'DD20261125000017',
  orderLineId: ids.line,
  correctsId: null,
  cooperativeId: ids.cooperative,
  cooperativeName: { zh: '叶枝蜂业合作社', en: 'Yezhi Bee Cooperative' },
  productId: ids.line,
  productName: { zh: '百花蜜', en: 'Wildflower honey' },
  township: 'yezhi',
  category: 'honey',
  buyerKind: 'person',
  buyerOrganisationId: null,
  subdistrictCode: '310113003',
  channel: 'online-retail',
  purchaseKind: 'direct',
  attribution: 'retail',
  attributionName: null,
  evidenceGrade: 'A',
  goodsFen: 11_600,
  freightFen: 800,
  packingFen: 0,
  subsidyFen: 0,
  quantity: 2,
  massGrams: 1000,
  counted: true,
  scopeReasons: [],
  ruleVersion: 2,
  occurredAt: '2026-11-24T02:00:00.000Z',
  day: '2026-11-24',
  period: '2026-11',
  refundId: null,
  reason: '',
  authorId: null,
  approverId: null,
}

function anOffice(answers: Record<string, unknown> = {}) {
  return fakeApi({
    'GET /session': sessionOf('officer'),
    'GET /notifications/unread-count': { count: 3 },
    'GET /settings': { items: [] },
    'GET /townships': { items: [] },
    'GET /categories': { items: [] },
    'GET /reports/volume': overview,
    'GET /reports/volume/breakdown': {
      by: 'channel',
      items: [
        {
          ...figures(30_000),
          key: 'online-retail',
          label: { zh: '电商零售', en: 'Online retail' },
        },
      ],
      total: figures(30_000),
    },
    'GET /reports/volume/rows': { items: [row], nextCursor: null, total: figures(11_600) },
    ...answers,
  })
}

describe('the officer’s page of volume', () => {
  it('keeps the four stages apart and never shows a sum of them', async () => {
    anOffice()
    openConsole(`/a/${ids.office}/volume`)
    await screen.findByRole('heading', { name: '消费协作额' })
    for (const amount of ['¥900.00', '¥700.00', '¥500.00', '¥300.00'])
      expect(screen.getAllByText(amount).length).toBeGreaterThan(0)
    expect(document.body.textContent).not.toContain('¥2,400.00')
  })

  it('names the versions of the counting rules', async () => {
    anOffice()
    openConsole(`/a/${ids.office}/volume`)
    expect(await screen.findByText(/口径版本：内置和第 2 版/)).toBeTruthy()
  })

  it('opens a part of a split to its rows, with the filter in the address', async () => {
    const api = anOffice()
    const { address } = openConsole(`/a/${ids.office}/volume`)
    await userEvent.click(await screen.findByRole('link', { name: '看「电商零售」的明细' }))
    await screen.findByRole('heading', { name: '消费协作额明细' })
    expect(address()).toBe(
      `/a/${ids.office}/volume/rows?stage=confirmed&from=2026-11&to=2026-11&channel=online-retail`,
    )
    const [asked] = api.asksOf('GET', '/reports/volume/rows')
    expect(asked?.search.get('channel')).toBe('online-retail')
  })

  it('lets a split leave as a sheet, as it is narrowed', async () => {
    const path = '/reports/volume/breakdown/export'
    const api = anOffice({ [`GET ${path}`]: new Refusal(409, 'report.group-too-small', '太少') })
    openConsole(`/a/${ids.office}/volume?by=month&stage=ordered&category=honey`)
    await userEvent.click(await screen.findByRole('button', { name: '导出 xlsx' }))
    expect(await screen.findByText('太少')).toBeTruthy()
    const [asked] = api.asksOf('GET', path)
    expect(Object.fromEntries(asked!.search)).toMatchObject({
      by: 'month',
      stage: 'ordered',
      category: 'honey',
      format: 'xlsx',
    })
  })

  it('narrows a split by what stands in the address, and opens a month to its rows', async () => {
    const api = anOffice()
    openConsole(`/a/${ids.office}/volume?by=month&category=honey&buyerKind=person`)
    await screen.findByRole('heading', { name: '消费协作额' })
    await vi.waitFor(() => expect(api.asksOf('GET', '/reports/volume/breakdown')).toHaveLength(1))
    const [asked] = api.asksOf('GET', '/reports/volume/breakdown')
    expect(Object.fromEntries(asked!.search)).toMatchObject({
      by: 'month',
      stage: 'confirmed',
      category: 'honey',
      buyerKind: 'person',
    })
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: '买家类型' }).value).toBe(
      'person',
    )
  })

  it.each([
    [{ attribution: ids.order, attributionName: { zh: '友谊食堂', en: 'Youyi' } }, '友谊食堂'],
    [{ attribution: 'shared' }, '共享'],
    [{ attribution: 'retail' }, '居民零售'],
    [{ attribution: '310113003' }, '友谊路街道'],
  ])('says in words to whom a row is attributed: %j', async (attributed, words) => {
    const items = [{ ...row, subdistrictCode: null, ...attributed }]
    anOffice({ 'GET /reports/volume/rows': { items, nextCursor: null, total: figures(11_600) } })
    openConsole(`/a/${ids.office}/volume/rows?row=${ids.row}`)
    const term = await screen.findByText('归口')
    expect(term.nextElementSibling?.textContent).toBe(words)
  })

  it('opens a row to its order and its ledger entries', async () => {
    anOffice()
    openConsole(`/a/${ids.office}/volume/rows`)
    await userEvent.click(await screen.findByRole('link', { name: '百花蜜' }))
    const drawer = within(await screen.findByRole('dialog'))
    const href = (name: string) => drawer.getByRole('link', { name }).getAttribute('href')
    expect(href('打开订单')).toBe(`/a/${ids.office}/orders/${ids.order}`)
    expect(href('这一行的账本分录')).toContain(`orderLineId=${ids.line}`)
    expect(href('整笔订单的分录')).toContain(`orderId=${ids.order}`)
  })
})

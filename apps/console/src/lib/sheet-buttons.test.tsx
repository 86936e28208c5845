import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, Refusal } from '../testing/fake-api'
import { emptyPage, figures, ids, sessionOf } from '../testing/market'
import { openConsole } from '../testing/open-console'

vi.setConfig({ testTimeout: 60_000 })

let saved: string[]
beforeEach(() => {
  saved = []
  URL.createObjectURL = () => 'blob:sheet'
  URL.revokeObjectURL = () => undefined
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download)
  })
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const asBuyer = () => {
  const session = sessionOf('owner')
  const [membership] = session.memberships
  const buyer = { organisationKind: 'buyer', organisationId: ids.order, role: 'requester' } as const
  return { ...session, memberships: [{ ...membership!, ...buyer }] }
}
const account = {
  code: 'bank',
  group: 'bank',
  kind: 'asset',
  name: { zh: '银行存款', en: 'Bank' },
  organisationId: null,
  balanceFen: 5800,
  debitFen: 5800,
  creditFen: 0,
  entries: 1,
}

function aMarket(session: object, answers: Record<string, object> = {}) {
  return fakeApi({
    'GET /session': session,
    'GET /notifications/unread-count': { count: 0 },
    'GET /cooperatives/:id/orders': emptyPage,
    'GET /cooperatives/:id/order-counts': { counts: {} },
    'GET /cooperatives/:id/earnings': emptyPage,
    'GET /cooperatives/:id/earnings-balance': {
      heldFen: 0,
      payableFen: 0,
      settledFen: 0,
      paidFen: 0,
    },
    'GET /buyers/:id/orders': emptyPage,
    'GET /administration/orders': emptyPage,
    'GET /administration/transfers': emptyPage,
    'GET /ledger/accounts': { items: [account] },
    'GET /ledger/entries': emptyPage,
    'GET /administration/papers': emptyPage,
    'GET /townships': { items: [] },
    'GET /categories': { items: [] },
    'GET /settings': { items: [] },
    'GET /reports/volume/rows': { ...emptyPage, total: figures(0, 0) },
    ...answers,
  })
}

describe('a list that leaves as a sheet', () => {
  const cooperative = `/cooperatives/${ids.cooperative}`
  it.each([
    [
      '订单',
      sessionOf('clerk'),
      `/c/${ids.cooperative}/orders?state=shipped&cursor=abc`,
      `${cooperative}/orders/export`,
      { state: 'shipped' },
    ],
    [
      '应得明细',
      sessionOf('clerk'),
      `/c/${ids.cooperative}/money/earnings?cursor=abc`,
      `${cooperative}/earnings/export`,
      {},
    ],
    [
      '采购订单',
      asBuyer(),
      `/b/${ids.order}/orders?tab=to-pay&cursor=abc`,
      `/buyers/${ids.order}/orders/export`,
      { tab: 'to-pay' },
    ],
    [
      '全部订单',
      sessionOf('officer'),
      `/a/${ids.office}/orders?state=closed&q=2611&cursor=abc`,
      '/administration/orders/export',
      { state: 'closed', q: '2611' },
    ],
    [
      '对公转账',
      sessionOf('officer'),
      `/a/${ids.office}/transfers?state=unassigned&q=1234&cursor=abc`,
      '/administration/transfers/export',
      { state: 'unassigned', q: '1234' },
    ],
    [
      '分录',
      sessionOf('auditor'),
      `/a/${ids.office}/ledger/entries?account=bank&period=2026-11&cursor=abc`,
      '/ledger/entries/export',
      { account: 'bank', period: '2026-11' },
    ],
    [
      '账本',
      sessionOf('auditor'),
      `/a/${ids.office}/ledger?period=2026-11`,
      '/ledger/accounts/export',
      { period: '2026-11' },
    ],
    [
      '各社证照',
      sessionOf('liaison'),
      `/a/${ids.office}/papers?due=30&cursor=abc`,
      '/administration/papers/sheet',
      { due: '30' },
    ],
    [
      '消费协作额明细',
      sessionOf('officer'),
      `/a/${ids.office}/volume/rows?stage=received&channel=fair&cursor=abc`,
      '/reports/volume/export',
      { stage: 'received', channel: 'fair' },
    ],
  ])(
    'has the filters of the list of “%s”, and all of its pages',
    async (name, session, address, path, filter) => {
      const user = userEvent.setup()
      const api = aMarket(session, { [`GET ${path}`]: { a: 'file' } })
      openConsole(address)
      for (const format of ['xlsx', 'csv'])
        await user.click(await screen.findByRole('button', { name: `导出 ${format}` }))
      await waitFor(() => expect(saved).toEqual([`${name}.xlsx`, `${name}.csv`]))
      expect(api.asksOf('GET', path).map(({ search }) => Object.fromEntries(search))).toEqual([
        { ...filter, format: 'xlsx' },
        { ...filter, format: 'csv' },
      ])
    },
  )

  it('says why it is refused', async () => {
    const user = userEvent.setup()
    aMarket(sessionOf('officer'), {
      'GET /administration/orders/export': new Refusal(
        409,
        'report.too-many-rows',
        '符合条件的明细超过 50000 行，请缩小范围后再导出。',
      ),
    })
    openConsole(`/a/${ids.office}/orders`)
    await user.click(await screen.findByRole('button', { name: '导出 xlsx' }))
    expect(await screen.findByText(/请缩小范围后再导出/)).toBeTruthy()
    expect(saved).toEqual([])
  })
})

import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { SettlementView } from '@weibao/contracts/settlement'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, Refusal, silence } from '../../testing/fake-api'
import { ids, sessionOf } from '../../testing/market'
import { openConsole } from '../../testing/open-console'
import { monthsBefore } from './run-dialog'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const address = `/a/${ids.office}/settlements`

function aSettlement(last: number, state: SettlementView['state'] = 'closed'): SettlementView {
  const sent = state !== 'closed'
  return {
    id: `01934b1e-8a51-7c3e-9d55-0a6f5e1c3b0${last}`,
    number: `JS202610010000${last}`,
    cooperativeId: ids.cooperative,
    cooperativeName: { zh: `第${last}合作社`, en: `Cooperative ${last}` },
    period: '2026-10',
    state,
    earningCount: 2,
    goodsFen: 10_000 * last,
    freightFen: 0,
    commissionFen: 0,
    amountFen: 10_000 * last,
    closedAt: '2026-11-02T02:00:00.000Z',
    payout: sent
      ? {
          id: ids.line,
          state: 'sent',
          fileNumber: 'DK2026110200001',
          accountMasked: '**** 1234',
          bankReference: null,
          sentAt: '2026-11-02T03:00:00.000Z',
          settledAt: null,
        }
      : null,
  }
}

function anOffice(
  settlements: readonly SettlementView[],
  answers: Record<string, object> = {},
  role: 'officer' | 'auditor' = 'officer',
) {
  return fakeApi({
    'GET /session': sessionOf(role),
    'GET /notifications/unread-count': { count: 0 },
    'GET /administration/settlements': { items: settlements, nextCursor: null },
    ...answers,
  })
}

const choose = (number: string) => screen.findByRole('checkbox', { name: new RegExp(number) })
const button = (name: string) => screen.findByRole('button', { name })

describe('the officer’s settlements', () => {
  it('takes month and state from the address', async () => {
    const api = anOffice([])
    openConsole(`${address}?state=payable&period=2026-10`)
    expect(await screen.findByRole('heading', { name: '没有结算单' })).toBeTruthy()
    const [asked] = api.asksOf('GET', '/administration/settlements')
    expect([asked?.search.get('state'), asked?.search.get('period')]).toEqual([
      'payable',
      '2026-10',
    ])
  })

  it('makes a bank file of what is chosen, after a refusal that changed nothing', async () => {
    let hasAccount = false
    const path = '/administration/payout-files'
    const api = anOffice([aSettlement(1), aSettlement(2), aSettlement(3, 'payable')], {
      [`POST ${path}`]: () =>
        hasAccount
          ? { fileNumber: 'DK2026112500001', count: 2, amountFen: 30_000, csv: '\uFEFFa,b\r\n' }
          : new Refusal(409, 'payout.no-account', '第2合作社 还没有登记收款账户。'),
    })
    const { address: here } = openConsole(address)
    const user = userEvent.setup()
    await user.click(await choose('JS2026100100001'))
    await user.click(await choose('JS2026100100002'))
    expect(screen.queryByRole('checkbox', { name: /JS2026100100003/ })).toBeNull()
    expect(screen.getByText('已选 2 张，共 ¥300.00')).toBeTruthy()
    await user.click(await button('制作打款文件'))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: '制作打款文件' }))
    expect(await dialog.findByText('第2合作社 还没有登记收款账户。')).toBeTruthy()
    expect(dialog.getByText('没有生成文件，所选结算单都没有变化。')).toBeTruthy()

    hasAccount = true
    await user.click(dialog.getByRole('button', { name: '制作打款文件' }))
    expect(await screen.findByText('打款文件 DK2026112500001：2 笔，共 ¥300.00')).toBeTruthy()
    const asks = api.asksOf('POST', path)
    expect(asks[1]?.body).toEqual({ settlementIds: [aSettlement(1).id, aSettlement(2).id] })
    expect(asks[0]?.idempotencyKey).not.toBe(asks[1]?.idempotencyKey)

    await user.click(screen.getByRole('link', { name: '账本' }))
    const warning = within(await screen.findByRole('dialog', { name: '打款文件还没有下载' }))
    await user.click(warning.getByRole('button', { name: '留下来下载' }))
    expect(here()).toBe(address)

    let saved: Blob | undefined
    URL.createObjectURL = (file: Blob) => {
      saved = file
      return 'blob:file'
    }
    URL.revokeObjectURL = () => undefined
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    await user.click(await button('下载 DK2026112500001.csv'))
    expect(click).toHaveBeenCalledOnce()
    expect(saved?.size).toBe(3 + 'a,b\r\n'.length)
    await user.click(await button('收起'))
    expect(screen.queryByText(/打款文件 DK2026112500001/)).toBeNull()
  })

  it('keeps the key over a lost answer, so that no second file is made', async () => {
    let isConnected = false
    const path = '/administration/payout-files'
    const api = anOffice([aSettlement(1)], {
      [`POST ${path}`]: () =>
        isConnected
          ? { fileNumber: 'DK2026112500001', count: 1, amountFen: 10_000, csv: 'a' }
          : silence,
    })
    openConsole(address)
    const user = userEvent.setup()
    await user.click(await choose('JS2026100100001'))
    await user.click(await button('制作打款文件'))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: '制作打款文件' }))
    await dialog.findByRole('alert')
    isConnected = true
    await user.click(dialog.getByRole('button', { name: '制作打款文件' }))
    await screen.findByText(/打款文件 DK2026112500001/)
    const [first, second] = api.asksOf('POST', path)
    expect(first?.idempotencyKey).toBeTruthy()
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey)
  })

  it('tells who made the file that a colleague has to confirm, and keeps the reference', async () => {
    anOffice([aSettlement(1, 'payable')], {
      'POST /administration/payouts/:id/confirmation': new Refusal(
        409,
        'payout.same-person',
        '制作打款文件的人不能自己确认，请由另一位管理员确认。',
      ),
    })
    openConsole(address)
    const user = userEvent.setup()
    await user.click(await button('确认到账 JS2026100100001'))
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByLabelText('银行流水号'), 'ABC-778899')
    await user.click(dialog.getByRole('button', { name: '确认到账' }))
    const alert = await dialog.findByRole('alert')
    expect(alert.textContent).toContain('须由另一位管理员确认')
    expect(alert.textContent).toContain('把流水号 ABC-778899 交给同事')
    expect(dialog.getByLabelText<HTMLInputElement>('银行流水号').value).toBe('ABC-778899')
  })

  it('marks a transfer as returned, with a reason', async () => {
    const path = `/administration/payouts/${ids.line}/return`
    const api = anOffice([aSettlement(1, 'payable')], {
      'POST /administration/payouts/:id/return': aSettlement(1),
    })
    openConsole(address)
    const user = userEvent.setup()
    await user.click(await button('标记退回 JS2026100100001'))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: '标记退回' }))
    expect(dialog.getByLabelText('退回原因').getAttribute('aria-invalid')).toBe('true')
    expect(api.asksOf('POST', path)).toHaveLength(0)
    await user.type(dialog.getByLabelText('退回原因'), '户名不符')
    await user.click(dialog.getByRole('button', { name: '标记退回' }))
    expect(await screen.findByText('JS2026100100001 已退回，等待重新打款')).toBeTruthy()
    expect(api.asksOf('POST', path)[0]?.body).toEqual({ reason: '户名不符' })
  })

  it('settles a past month and says what came of it', async () => {
    const path = '/administration/settlement-runs'
    const api = anOffice([], { [`POST ${path}`]: { count: 2, amountFen: 30_000 } })
    const { address: here } = openConsole(address)
    const user = userEvent.setup()
    await user.click(await button('结算一个月'))
    const dialog = within(await screen.findByRole('dialog'))
    const months = dialog.getByLabelText<HTMLSelectElement>('结算到哪个月底')
    const period = months.options[1]!.value
    await user.selectOptions(months, period)
    await user.click(dialog.getByRole('button', { name: /^结算\d/ }))
    expect(await screen.findByText(/已结算：2 张结算单，共 ¥300.00/)).toBeTruthy()
    expect(api.asksOf('POST', path)[0]?.body).toEqual({ period })
    await user.click(screen.getByRole('button', { name: /的结算单$/ }))
    await waitFor(() => expect(here()).toBe(`${address}?period=${period}`))
  })

  it('lets an auditor read and nothing else', async () => {
    anOffice([aSettlement(1), aSettlement(2, 'payable')], {}, 'auditor')
    openConsole(address)
    await screen.findByText('JS2026100100001')
    expect(screen.queryByRole('checkbox')).toBeNull()
    for (const name of [/结算一个月/, /确认到账/, /退回/])
      expect(screen.queryByRole('button', { name })).toBeNull()
  })
})

describe('the months that can be settled', () => {
  it('are past ones, over the turn of the year', () => {
    expect(monthsBefore('2026-02', 3)).toEqual(['2026-01', '2025-12', '2025-11'])
  })
})

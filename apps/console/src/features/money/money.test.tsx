import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { EarningView, SettlementView } from '@weibao/contracts/settlement'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, Refusal } from '../../testing/fake-api'
import { emptyPage, ids, sessionOf } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const base = `/c/${ids.cooperative}`
const balance = { heldFen: 12_345, payableFen: -400, settledFen: 700_00, paidFen: 1_000_000 }
const settlement: SettlementView = {
  id: ids.row,
  number: 'JS2026100100001',
  cooperativeId: ids.cooperative,
  cooperativeName: { zh: '叶枝蜂业合作社', en: 'Yezhi Bee Cooperative' },
  period: '2026-10',
  state: 'closed',
  earningCount: 3,
  goodsFen: 71_000,
  freightFen: 2_000,
  commissionFen: 3_000,
  amountFen: 70_000,
  closedAt: '2026-11-02T02:00:00.000Z',
  payout: null,
}
const refund: EarningView = {
  id: ids.line,
  kind: 'refund',
  orderId: ids.order,
  orderNumber: 'DD20261125000017',
  goodsFen: -5_800,
  freightFen: 0,
  commissionFen: -290,
  amountFen: -5_510,
  earnedAt: '2026-11-24T02:00:00.000Z',
  payableFrom: '2026-11-24',
  settlementNumber: null,
}

function aCooperative(role: 'owner' | 'clerk', answers: Record<string, object> = {}) {
  return fakeApi({
    'GET /session': sessionOf(role, { isEnabled: role === 'owner' }),
    'GET /notifications/unread-count': { count: 0 },
    'GET /cooperatives/:id/earnings-balance': balance,
    'GET /cooperatives/:id/settlements': { items: [settlement], nextCursor: null },
    'GET /cooperatives/:id/earnings': { items: [refund], nextCursor: null },
    ...answers,
  })
}

describe('a cooperative’s money', () => {
  it('shows the four parts of what was earned, and that they add up', async () => {
    aCooperative('clerk')
    openConsole(`${base}/money`)
    const parts = within(await screen.findByRole('region', { name: '应得去向' }))
    for (const amount of ['¥123.45', '-¥4.00', '¥700.00', '¥10,000.00'])
      expect(parts.getByText(amount)).toBeTruthy()
    expect(parts.getByText('¥123.45 + (-¥4.00) + ¥700.00 + ¥10,000.00 =')).toBeTruthy()
    expect(parts.getByText('¥10,819.45')).toBeTruthy()
  })

  it('offers the statement of each settlement as paper and as a sheet', async () => {
    aCooperative('clerk')
    openConsole(`${base}/money`)
    for (const [label, format] of [
      ['PDF', 'pdf'],
      ['Excel', 'xlsx'],
    ] as const) {
      const name = `${label} JS2026100100001 对账单`
      const link = await screen.findByRole('link', { name })
      expect(link.getAttribute('href')).toBe(
        `/api/settlements/${ids.row}/statement?format=${format}`,
      )
    }
  })

  it('writes a refund as a negative row that adds up, and opens its order', async () => {
    aCooperative('clerk')
    openConsole(`${base}/money/earnings`)
    const link = await screen.findByRole('link', { name: 'DD20261125000017' })
    expect(link.getAttribute('href')).toBe(`${base}/orders/${ids.order}`)
    const row = within(link.closest('tr')!)
    // -58.00 + 0.00 + 2.90 = -55.10
    for (const amount of ['-¥58.00', '¥0.00', '¥2.90', '-¥55.10'])
      expect(row.getByText(amount)).toBeTruthy()
  })

  it('says what will come when there is nothing yet', async () => {
    aCooperative('clerk', { 'GET /cooperatives/:id/settlements': emptyPage })
    openConsole(`${base}/money`)
    expect(await screen.findByRole('heading', { name: '还没有结算单' })).toBeTruthy()
  })
})

describe('the payout account', () => {
  const account = {
    holder: '叶枝蜂业合作社',
    bank: '农业银行维西县支行',
    numberMasked: '**** 1234',
    updatedAt: '2026-11-01T02:00:00.000Z',
  }
  const address = `/cooperatives/${ids.cooperative}/payout-account`
  const fill = async (number: string, again: string) => {
    const user = userEvent.setup()
    await user.type(await screen.findByLabelText('户名'), '叶枝蜂业合作社')
    await user.type(screen.getByLabelText('开户行'), '农业银行维西县支行')
    await user.type(screen.getByLabelText('账号'), number)
    await user.type(screen.getByLabelText('再输一次账号'), again)
    await user.click(screen.getByRole('button', { name: '保存账户' }))
  }

  it('is not offered to a clerk, and refused at its address', async () => {
    aCooperative('clerk', {
      'GET /cooperatives/:id/payout-account': new Refusal(403, 'access.not-allowed', '不可以'),
    })
    openConsole(`${base}/money`)
    await screen.findByRole('link', { name: '应得明细' })
    expect(screen.queryByRole('link', { name: '收款账户' })).toBeNull()
    cleanup()
    openConsole(`${base}/money/account`)
    expect(await screen.findByRole('link', { name: '回到首页' })).toBeTruthy()
    expect(screen.queryByLabelText('账号')).toBeNull()
  })

  it('asks an owner without a second factor to set it up, instead of for its code', async () => {
    const api = aCooperative('owner', { 'GET /session': sessionOf('owner') })
    openConsole(`${base}/money/account`)
    const link = await screen.findByRole('link', { name: '现在设置' })
    expect(link.getAttribute('href')).toContain(encodeURIComponent(`${base}/money/account`))
    expect(api.asksOf('GET', address)).toHaveLength(0)
  })

  it('shows the number masked and says beside each field what is wrong', async () => {
    const api = aCooperative('owner', { 'GET /cooperatives/:id/payout-account': { account } })
    openConsole(`${base}/money/account`)
    expect(await screen.findByText('**** 1234')).toBeTruthy()
    await fill('6228 4800 1234', '6228480012345')
    expect(screen.getByLabelText('再输一次账号').getAttribute('aria-invalid')).toBe('true')
    expect(screen.getAllByText('两次输入的账号不一致').length).toBeGreaterThan(0)
    expect(api.asksOf('PUT', address)).toHaveLength(0)
  })

  it('saves plain digits after the second factor is proved again', async () => {
    let isProved = false
    const api = aCooperative('owner', {
      'GET /cooperatives/:id/payout-account': { account: null },
      'PUT /cooperatives/:id/payout-account': () =>
        isProved
          ? { account: { ...account, numberMasked: '**** 5678' } }
          : new Refusal(403, 'access.second-factor-needed', '这项操作需要先完成两步验证。'),
      'POST /session/second-factor': () => {
        isProved = true
        return sessionOf('owner', { isEnabled: true })
      },
    })
    openConsole(`${base}/money/account`)
    await screen.findByText('还没有登记收款账户')
    await fill('６２２８ 4800-5678', '622848005678')
    const user = userEvent.setup()
    await user.type(await screen.findByLabelText('动态码'), '123456')
    await user.click(screen.getByRole('button', { name: '验证' }))
    expect(await screen.findByText('收款账户已保存，末四位 5678')).toBeTruthy()
    expect(await screen.findByText('**** 5678')).toBeTruthy()
    const asks = api.asksOf('PUT', address)
    expect(asks.at(-1)?.body).toEqual({
      holder: '叶枝蜂业合作社',
      bank: '农业银行维西县支行',
      number: '622848005678',
    })
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('账号').value).toBe(''))
  })
})

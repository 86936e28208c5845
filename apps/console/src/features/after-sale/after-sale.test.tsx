import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { AfterSale } from '@weibao/contracts/after-sale'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeApi } from '../../testing/fake-api'
import { ids, sessionOf } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

beforeEach(() => sessionStorage.clear())
vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const path = `/after-sales/${ids.row}`

function aCase(given: Partial<AfterSale>): AfterSale {
  return {
    id: ids.row,
    number: 'SH-202611-000001',
    orderId: ids.order,
    orderNumber: '261125-000017-1',
    cooperativeId: ids.cooperative,
    cooperativeName: { zh: '叶枝蜂业合作社', en: 'Yezhi Bee Cooperative' },
    kind: 'refund-only',
    reason: 'damaged',
    state: 'opened',
    turn: 'cooperative',
    deadline: '2026-11-27T02:00:00.000Z',
    requestedFen: 6_200,
    agreedFen: null,
    openedAt: '2026-11-25T02:00:00.000Z',
    text: '瓶子碎了',
    requestedGoodsFen: 5_800,
    requestedFreightFen: 400,
    answer: null,
    appeal: '',
    decision: null,
    parcel: null,
    resend: null,
    refundState: null,
    orderState: 'accepted',
    lines: [
      {
        orderLineId: ids.line,
        productSlug: 'honey',
        name: { zh: '百花蜜', en: 'Honey' },
        skuName: { zh: '500克', en: '500 g' },
        quantity: 2,
        goodsFen: 5_800,
        freightFen: 400,
        refundedFen: null,
        resellable: null,
      },
    ],
    photos: [],
    events: [
      { kind: 'opened', by: 'buyer', at: '2026-11-25T02:00:00.000Z', text: '', amountFen: 6_200 },
    ],
    acts: ['answer'],
    ...given,
  }
}

/** The console at a case, as its clerk sees it; every act is answered with the case as it was. */
function openCase(given: Partial<AfterSale> = {}) {
  const kase = aCase(given)
  const api = fakeApi({
    'GET /session': sessionOf('clerk'),
    'GET /notifications/unread-count': { count: 0 },
    'GET /after-sales/:id': kase,
    'POST /after-sales/:id/answer': kase,
    'POST /after-sales/:id/return-receipt': kase,
  })
  openConsole(`/c/${ids.cooperative}${path}`)
  return api
}

const press = async (user: ReturnType<typeof userEvent.setup>, name: string) =>
  user.click(await screen.findByRole('button', { name }))

describe('a cooperative’s after-sale case', () => {
  it('is answered with less only with an amount within what is asked for, and a reason', async () => {
    const api = openCase()
    const user = userEvent.setup()
    await press(user, '答复')
    await user.click(screen.getByRole('radio', { name: '部分退款' }))
    const amount = screen.getByLabelText('退款金额')
    await user.type(amount, '62.01')
    await press(user, '确定')
    expect(await screen.findByText(/请填 0.01 元到/)).toBeTruthy()
    await user.clear(amount)
    await user.type(amount, '31')
    await press(user, '确定')
    expect(await screen.findByText('请写明理由，至少 2 个字')).toBeTruthy()
    expect(api.asksOf('POST', `${path}/answer`)).toHaveLength(0)
    await user.type(screen.getByLabelText('理由'), '只碎了一瓶')
    await press(user, '确定')
    await screen.findByText('已办理')
    const [asked] = api.asksOf('POST', `${path}/answer`)
    expect(asked?.body).toEqual({ outcome: 'reduced', amountFen: 3_100, reason: '只碎了一瓶' })
    expect(asked?.idempotencyKey).toMatch(/^[\w-]{8,}$/)
  })

  it('takes goods back by the packages that can be sold again, no more than came', async () => {
    const api = openCase({ state: 'returning', acts: ['confirm-return', 'object'] })
    const user = userEvent.setup()
    await press(user, '确认收到退货')
    const count = screen.getByLabelText('百花蜜：退回 2 份，还能卖的份数')
    await user.clear(count)
    await user.type(count, '3')
    await press(user, '确定')
    expect(api.asksOf('POST', `${path}/return-receipt`)).toHaveLength(0)
    await user.clear(count)
    await user.type(count, '1')
    await press(user, '确定')
    await screen.findByText('已办理')
    expect(api.asksOf('POST', `${path}/return-receipt`)[0]?.body).toEqual({
      lines: [{ orderLineId: ids.line, resellable: 1 }],
    })
  })

  it('shows no act where there is none to do', async () => {
    openCase({ state: 'refereed', turn: 'referee', deadline: null, acts: [] })
    expect(await screen.findByText('瓶子碎了')).toBeTruthy()
    for (const name of ['答复', '确认收到退货', '裁定'])
      expect(screen.queryByRole('button', { name })).toBeNull()
  })
})

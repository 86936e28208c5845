import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Order, OrderGroup } from '@weibao/contracts/order'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, Refusal } from '../../testing/fake-api'
import { anOrder, ids, sessionOf } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 60_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const buyerId = ids.order

function sessionAs(role: 'approver' | 'receiver') {
  const session = sessionOf('owner')
  return {
    ...session,
    memberships: session.memberships.map((membership) => ({
      ...membership,
      organisationId: buyerId,
      organisationKind: 'buyer' as const,
      role,
    })),
  }
}

const procured = (state: Order['state']): Order => ({
  ...anOrder(state),
  buyer: { id: buyerId, name: { zh: '示例小学', en: 'Sample School' } },
  leavesOn: '2026-11-28',
  arrivesOn: '2026-12-02',
})

const groupOf = (order: Order, payment: Partial<OrderGroup['payment']> = {}): OrderGroup => ({
  id: order.groupId,
  number: '261124-000017',
  totalFen: order.totalFen,
  placedAt: order.placedAt,
  payment: {
    state: 'captured',
    way: 'online',
    expiresAt: '2026-11-25T02:30:00.000Z',
    failureCode: null,
    transfer: null,
    ...payment,
  },
  orders: [order],
})

const answersFor = (order: Order, role: 'approver' | 'receiver', group = groupOf(order)) => ({
  'GET /session': sessionAs(role),
  'GET /notifications/unread-count': { count: 0 },
  'GET /orders/:id': order,
  'GET /order-groups/:id': group,
})

describe('an organisation’s order', () => {
  it('that is not paid shows how to pay by transfer and can be given up, once it is asked again', async () => {
    const order = procured('placed')
    const group = groupOf(order, {
      state: 'created',
      way: 'bank-transfer',
      transfer: {
        accountName: '维宝演示',
        bank: '演示银行',
        accountNumber: '31001234567890',
        reference: 'WB00123454',
        amountFen: order.totalFen,
        payBy: '2026-12-01T02:30:00.000Z',
        seenFen: 0,
        receivedFen: 0,
      },
    })
    const path = `/order-groups/${order.groupId}/cancellation`
    const api = fakeApi({ ...answersFor(order, 'approver', group), [`POST ${path}`]: group })
    openConsole(`/b/${buyerId}/orders/${order.id}`)
    expect(await screen.findByText('31001234567890')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '去付款' })).toBeNull()
    expect(screen.getByRole('link', { name: '下载购销合同' }).getAttribute('href')).toContain(
      `/api/orders/${order.id}/contract`,
    )
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: '放弃付款' }))
    expect(api.asksOf('POST', path)).toEqual([])
    await user.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: '放弃付款' }),
    )
    await vi.waitFor(() => expect(api.asksOf('POST', path)).toHaveLength(1))
  })

  it('that nobody could have placed says that there is no such page, not that something was sent wrong', async () => {
    const field = { path: 'params.id', code: 'field.format', message: '格式不对' }
    fakeApi({
      ...answersFor(procured('placed'), 'approver'),
      'GET /orders/:id': new Refusal(422, 'request.invalid', '提交的内容有误', [field]),
    })
    openConsole(`/b/${buyerId}/orders/nonsense`)
    expect(await screen.findByRole('heading', { name: '没有找到这个页面' })).toBeTruthy()
    expect(screen.queryByText(/提交的内容有误/)).toBeNull()
  })

  it('is received by a receiver, who can neither pay nor cancel', async () => {
    const order = procured('shipped')
    const path = `/orders/${order.id}/acceptance`
    const api = fakeApi({
      ...answersFor(order, 'receiver'),
      [`POST ${path}`]: procured('accepted'),
    })
    openConsole(`/b/${buyerId}/orders/${order.id}`)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '确认收货' }))
    expect(screen.getByText('已付款')).toBeTruthy()
    expect(screen.queryByText(/按约定的日期发货/)).toBeNull()
    expect(screen.queryByRole('button', { name: '取消订单' })).toBeNull()
    await user.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: '确认收货' }),
    )
    await vi.waitFor(() => expect(api.asksOf('POST', path)).toHaveLength(1))
    expect(api.asksOf('POST', path)[0]?.idempotencyKey).toBeTruthy()
  })
})

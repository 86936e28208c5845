import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Order } from '@weibao/contracts/order'
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
const session = sessionOf('owner')
const sessionAs = (role: 'receiver' | 'requester') => ({
  ...session,
  memberships: session.memberships.map((membership) => ({
    ...membership,
    organisationId: buyerId,
    organisationKind: 'buyer' as const,
    role,
  })),
})

const procured = (state: Order['state'], receipt: Order['receipt'] = null): Order => ({
  ...anOrder(state),
  buyer: { id: buyerId, name: { zh: '示例小学', en: 'Sample School' } },
  receipt,
})
const received = procured('accepted', {
  kind: 'buyer',
  receivedAt: '2026-11-29T02:00:00.000Z',
  creditFen: 6_200,
  caseIds: [ids.row],
  lines: [
    {
      orderLineId: ids.line,
      accepted: 1,
      short: 0,
      damaged: 1,
      inCases: 0,
      over: 0,
      weighedGrams: 480,
      note: '一瓶碎了',
      creditFen: 6_200,
    },
  ],
})
const order = procured('shipped')
const answersFor = (of: Order, more: Record<string, object> = {}) => ({
  'GET /session': sessionAs('receiver'),
  'GET /notifications/unread-count': { count: 0 },
  'GET /orders/:id': of,
  ...more,
})
const quote = { goodsFen: 5_800, freightFen: 400, totalFen: 6_200 }
const lateness = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis))
const pathOf = (what: string) => `/orders/${order.id}/${what}`

describe('receiving an organisation’s order', () => {
  it('counts line by line, shows the credit, and confirms what it showed, under a key', async () => {
    const api = fakeApi(
      answersFor(order, {
        'POST /orders/:id/acceptance-quote': quote,
        'POST /orders/:id/after-sale-photos': { id: ids.row, width: 40, height: 30 },
        'POST /orders/:id/acceptance': new Refusal(409, 'receipt.more-than-ordered', '超过了', [
          { path: 'body.differences.0.damaged', code: 'field.invalid', message: '请核对这一行' },
        ]),
      }),
    )
    openConsole(`/b/${buyerId}/orders/${order.id}/receiving`)
    const user = userEvent.setup()
    const card = within(await screen.findByRole('group', { name: '百花蜜' }))
    expect(screen.getByText('没有短少或破损，按整单收货。')).toBeTruthy()
    const stepper = card.getByRole('spinbutton', { name: '百花蜜破损件数' })
    stepper.focus()
    await user.keyboard('{ArrowUp}')
    expect(card.getByText('实收 1 件')).toBeTruthy()
    expect(await screen.findByText('货款 ¥58.00，运费 ¥4.00')).toBeTruthy()
    fireEvent.change(document.querySelector('input[type=file]')!, {
      target: { files: [new File(['jpeg'], '破损.jpg', { type: 'image/jpeg' })] },
    })
    expect(await card.findByRole('img', { name: '百花蜜的第 1 张照片' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '确认验收' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByText(/将退款 ¥62.00/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: '确认验收' }))
    expect(await screen.findByText('请核对这一行')).toBeTruthy()
    const [asked] = api.asksOf('POST', pathOf('acceptance'))
    expect(asked?.idempotencyKey).toBeTruthy()
    expect(asked?.body).toEqual({
      differences: [
        {
          orderLineId: ids.line,
          short: 0,
          damaged: 1,
          over: 0,
          weighedGrams: null,
          note: '',
          photoIds: [ids.row],
        },
      ],
    })
  })

  it('acknowledges what was received, though the order is known as received before all is asked anew', async () => {
    let isReceived = false
    fakeApi({
      ...answersFor(order),
      'GET /orders/:id': () => (isReceived ? received : order),
      'POST /orders/:id/acceptance-quote': quote,
      'POST /orders/:id/acceptance': () => {
        isReceived = true
        return {}
      },
      'GET /orders/:id/invoice': { invoice: null },
    })
    const answered = fetch
    vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
      if (isReceived && !url.endsWith('acceptance'))
        await lateness(url.endsWith('quote') ? 500 : 50)
      return answered(url, init)
    })
    openConsole(`/b/${buyerId}/orders/${order.id}/receiving`)
    const user = userEvent.setup()
    await user.click((await screen.findAllByRole('button', { name: /^增加/ }))[0]!)
    await screen.findByText('货款 ¥58.00，运费 ¥4.00')
    await user.click(screen.getByRole('button', { name: '确认验收' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: '确认验收' }))
    const over = vi.fn()
    const watch = new MutationObserver(() => {
      if (screen.queryByText('这笔订单现在不能验收')) over()
    })
    watch.observe(document.body, { childList: true, subtree: true })
    expect(await screen.findByText('已验收。', {}, { timeout: 20_000 })).toBeTruthy()
    watch.disconnect()
    expect(over).not.toHaveBeenCalled()
  })

  it('is over once it is received, and is nothing for a requester', async () => {
    fakeApi(answersFor(received))
    openConsole(`/b/${buyerId}/orders/${order.id}/receiving`)
    expect(await screen.findByText('这笔订单现在不能验收')).toBeTruthy()
    cleanup()
    fakeApi({ ...answersFor(order), 'GET /session': sessionAs('requester') })
    openConsole(`/b/${buyerId}/orders/${order.id}/receiving`)
    expect(await screen.findByText('这里需要别的权限')).toBeTruthy()
  })

  it('leaves a receipt to print, with what was damaged, refunded and said', async () => {
    fakeApi(answersFor(received))
    openConsole(`/b/${buyerId}/orders/${order.id}/receipt`)
    expect(await screen.findByRole('heading', { name: '验收单' })).toBeTruthy()
    const table = within(screen.getByRole('table', { name: '验收单' }))
    expect(table.getByText('称重 480 克 · 一瓶碎了')).toBeTruthy()
    expect(table.getByText('¥62.00')).toBeTruthy()
  })
})

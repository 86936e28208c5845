import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi } from '../../testing/fake-api'
import { anOrder, ids, sessionOf } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const path = `/orders/${ids.order}/cancellation`
const cancellation = { reason: 'cannot-send', text: '那里不通快递' } as const

function aMarket() {
  return fakeApi({
    'GET /session': sessionOf('clerk'),
    'GET /notifications/unread-count': { count: 0 },
    'GET /orders/:id': anOrder('confirmed'),
    'POST /orders/:id/cancellation': { ...anOrder('cancelled'), cancellation },
  })
}

async function openDialog() {
  openConsole(`/c/${ids.cooperative}/orders/${ids.order}`)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: '发不了货，取消订单' }))
  return user
}

describe('a cooperative that cannot deliver an order', () => {
  it('says why, and that the goods are gone: all of them, unless it says fewer', async () => {
    const api = aMarket()
    const user = await openDialog()
    await user.click(await screen.findByRole('button', { name: '取消并全额退款' }))
    expect(await screen.findByText('请写明情况，至少 2 个字')).toBeTruthy()
    expect(api.asksOf('POST', path)).toEqual([])
    await user.type(screen.getByLabelText(/^给买家的说明/), '下了冰雹')
    await user.click(screen.getByRole('button', { name: '取消并全额退款' }))
    expect(await screen.findByText('订单已取消，退款会原路退回。')).toBeTruthy()
    expect(api.asksOf('POST', path)[0]?.body).toEqual({ reason: 'shortfall', text: '下了冰雹' })
  })

  it('says nothing of what is gone where the goods are there', async () => {
    const api = aMarket()
    const user = await openDialog()
    await user.click(await screen.findByRole('radio', { name: '货还在，但寄不出' }))
    expect(screen.queryByText('哪些货没有了')).toBeNull()
    await user.type(screen.getByLabelText(/^给买家的说明/), cancellation.text)
    await user.click(screen.getByRole('button', { name: '取消并全额退款' }))
    expect(await screen.findByText('订单已取消，退款会原路退回。')).toBeTruthy()
    expect(api.asksOf('POST', path)[0]?.body).toEqual(cancellation)
  })

  it('is shown who cancelled, and why', async () => {
    fakeApi({
      'GET /session': sessionOf('clerk'),
      'GET /notifications/unread-count': { count: 0 },
      'GET /orders/:id': {
        ...anOrder('cancelled'),
        cancellation: { reason: 'not-wanted', text: '买错了' },
      },
    })
    openConsole(`/c/${ids.cooperative}/orders/${ids.order}`)
    expect(await screen.findByText('买家取消了订单，货款已退，不要再发货。')).toBeTruthy()
    expect(screen.getByText('说明：买错了')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '发不了货，取消订单' })).toBeNull()
  })
})

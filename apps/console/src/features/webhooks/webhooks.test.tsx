import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi } from '../../testing/fake-api'
import { ids, sessionOf } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const endpoint = {
  id: ids.line,
  organisationId: ids.cooperative,
  url: 'https://erp.example/hook',
  kinds: ['order.paid', 'order.shipped'],
  state: 'disabled' as const,
  failuresInARow: 40,
  previousSecretUntil: null,
  createdAt: '2026-11-25T02:00:00.000Z',
}
const delivery = {
  id: ids.order,
  kind: 'order.paid' as const,
  state: 'failed' as const,
  attempts: 9,
  lastStatus: 500,
  lastError: null,
  lastMillis: 12,
  createdAt: '2026-11-25T02:00:00.000Z',
  deliveredAt: null,
}
const base = {
  'GET /session': sessionOf('owner'),
  'GET /notifications/unread-count': { count: 0 },
}

describe('webhooks of an organisation', () => {
  it('shows the secret of a new address, this once', async () => {
    const api = fakeApi({
      ...base,
      'GET /organisations/:organisationId/webhook-endpoints': { items: [] },
      'POST /organisations/:organisationId/webhook-endpoints': { endpoint, secret: 'whsec_1' },
    })
    openConsole(`/c/${ids.cooperative}/webhooks`)
    const user = userEvent.setup()
    expect(await screen.findByText('还没有推送地址')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '添加推送地址' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText(/推送地址/), 'https://erp.example/hook')
    await user.click(within(dialog).getByRole('button', { name: '保存' }))
    expect(await screen.findByText('whsec_1')).toBeTruthy()
    const path = `/organisations/${ids.cooperative}/webhook-endpoints`
    expect(api.asksOf('POST', path)[0]?.body).toMatchObject({ url: 'https://erp.example/hook' })
  })

  it('says that an address is switched off, and switches it on again', async () => {
    const api = fakeApi({
      ...base,
      'GET /organisations/:organisationId/webhook-endpoints': { items: [endpoint] },
      'PATCH /webhook-endpoints/:id': { ...endpoint, state: 'active' },
    })
    openConsole(`/c/${ids.cooperative}/webhooks`)
    expect(await screen.findByText(/已停止推送/)).toBeTruthy()
    await userEvent.setup().click(screen.getByRole('button', { name: '启用' }))
    expect(api.asksOf('PATCH', `/webhook-endpoints/${ids.line}`)[0]?.body).toEqual({
      state: 'active',
    })
  })

  it('shows what was sent and answered, and sends it again', async () => {
    const api = fakeApi({
      ...base,
      'GET /organisations/:organisationId/webhook-endpoints': { items: [endpoint] },
      'GET /webhook-endpoints/:id/deliveries': { items: [delivery], nextCursor: null },
      'GET /webhook-deliveries/:id': {
        ...delivery,
        endpointId: endpoint.id,
        url: endpoint.url,
        body: '{"kind":"order.paid"}',
        calls: [
          { at: delivery.createdAt, status: 500, error: null, millis: 12, answer: 'no disk left' },
        ],
      },
      'POST /webhook-deliveries/:id/resending': { ...delivery, state: 'waiting' },
    })
    openConsole(`/c/${ids.cooperative}/webhooks/${ids.line}?state=failed`)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: /^查看：订单付款/ }))
    expect(await screen.findByText('no disk left')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '重新推送' }))
    expect(await screen.findByText(/已重新排队/)).toBeTruthy()
    expect(api.asksOf('POST', `/webhook-deliveries/${ids.order}/resending`)).toHaveLength(1)
  })
})

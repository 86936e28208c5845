import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { AllocationView } from '@weibao/contracts/allocation'
import type { MemberRole, OrganisationKind } from '@weibao/contracts/permissions'
import type { Session } from '@weibao/contracts/session'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi } from '../../testing/fake-api'
import { ids, sessionOf } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const buyerId = ids.order
const cooperativeId = ids.cooperative
const proposed: AllocationView = {
  id: ids.row,
  number: 'A26-0001',
  roundId: ids.office,
  roundNumber: 'R26-0001',
  ticketId: ids.line,
  state: 'proposed',
  declinedBy: null,
  reason: '',
  lineId: ids.line,
  demandId: ids.line,
  demandNumber: 'D26-0001',
  buyerId,
  buyerName: { zh: '示例小学', en: 'Sample School' },
  subdistrictCode: null,
  deliveryPointName: '第一食堂',
  cooperativeId,
  cooperativeName: { zh: '叶枝蜂业合作社', en: 'Yezhi Bee Cooperative' },
  productId: ids.row,
  productName: { zh: '百花蜜', en: 'Wildflower honey' },
  skuName: { zh: '500 克瓶', en: '500 g jar' },
  categoryCode: 'honey',
  townshipCode: 'yezhi',
  lotId: ids.row,
  lotCode: 'WX-1',
  packages: 20,
  packGrams: 500,
  massGrams: 10_000,
  unitPriceFen: 4_800,
  goodsFen: 96_000,
  freightFen: 2_400,
  leavesOn: '2026-11-28',
  arrivesOn: '2026-12-02',
  answerBy: '2026-11-27T02:00:00.000Z',
  confirmBy: null,
  orderBy: null,
  proposedAt: '2026-11-25T02:00:00.000Z',
  orderId: null,
  firstApproval: null,
}

function sessionAs(organisationId: string, kind: OrganisationKind, role: MemberRole): Session {
  const session = sessionOf('owner')
  const memberships = session.memberships.map((membership) => ({
    ...membership,
    organisationId,
    organisationKind: kind,
    role,
  }))
  return { ...session, memberships }
}

describe('allocations', () => {
  it('are accepted by a buyer after one more question, with one intent', async () => {
    const path = `/buyers/${buyerId}/allocations/${proposed.id}/acceptance`
    const api = fakeApi({
      'GET /session': sessionAs(buyerId, 'buyer', 'approver'),
      'GET /notifications/unread-count': { count: 0 },
      'GET /buyers/:buyerId/allocations': { items: [proposed], nextCursor: null },
      [`POST ${path}`]: { ...proposed, state: 'accepted' },
    })
    openConsole(`/b/${buyerId}/results`)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: /接受.*A26-0001/ }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.queryByRole('textbox')).toBeNull()
    expect(api.asksOf('POST', path)).toEqual([])

    await user.click(dialog.getByRole('button', { name: '接受' }))
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const asks = api.asksOf('POST', path)
    expect(asks).toHaveLength(1)
    expect(asks[0]?.idempotencyKey).toBeTruthy()
  })

  it('wait for the approver where a requester looks', async () => {
    fakeApi({
      'GET /session': sessionAs(buyerId, 'buyer', 'requester'),
      'GET /notifications/unread-count': { count: 0 },
      'GET /buyers/:buyerId/allocations': { items: [], nextCursor: null },
    })
    openConsole(`/b/${buyerId}/results`)
    expect(await screen.findByRole('link', { name: '等审批人答复' })).toBeTruthy()
    expect(screen.getByText('没有等审批人答复的')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '接受' })).toBeNull()
  })

  it('say their state where it differs, and their weight beside the packages', async () => {
    const items = [{ ...proposed, state: 'accepted' }]
    fakeApi({
      'GET /session': sessionAs(cooperativeId, 'cooperative', 'owner'),
      'GET /notifications/unread-count': { count: 0 },
      'GET /cooperatives/:cooperativeId/allocations': { items, nextCursor: null },
    })
    openConsole(`/c/${cooperativeId}/allocations`)
    expect(await screen.findByText('10 公斤')).toBeTruthy()
    expect(screen.queryByRole('columnheader', { name: '状态' })).toBeNull()
    await userEvent.click(screen.getByRole('link', { name: '全部' }))
    expect(await screen.findByRole('columnheader', { name: '状态' })).toBeTruthy()
  })

  it('are declined by a cooperative with a reason only, sent without the blanks around it', async () => {
    const path = `/cooperatives/${cooperativeId}/allocations/${proposed.id}/refusal`
    const api = fakeApi({
      'GET /session': sessionAs(cooperativeId, 'cooperative', 'owner'),
      'GET /notifications/unread-count': { count: 0 },
      'GET /cooperatives/:cooperativeId/allocations': {
        items: [{ ...proposed, state: 'accepted', confirmBy: '2026-11-29T02:00:00.000Z' }],
        nextCursor: null,
      },
      [`POST ${path}`]: { ...proposed, state: 'declined' },
    })
    openConsole(`/c/${cooperativeId}/allocations`)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '不能供货：A26-0001' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByRole('textbox', { name: /原因/ }), '   雪 ')
    await user.click(dialog.getByRole('button', { name: '不能供货' }))
    expect((await dialog.findAllByText('请写明原因，至少 2 个字')).length).toBeGreaterThan(0)
    expect(api.asksOf('POST', path)).toEqual([])

    await user.type(dialog.getByRole('textbox', { name: /原因/ }), '大封路')
    await user.click(dialog.getByRole('button', { name: '不能供货' }))
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await screen.findByText('已答复不能供货，占用已放开')).toBeTruthy()
    expect(api.asksOf('POST', path)[0]?.body).toEqual({ reason: '雪 大封路' })
  })

  it('are accepted all of a page at once, and those above the limit wait for another approver', async () => {
    const second = { ...proposed, id: ids.office, number: 'A26-0002' }
    const mine = {
      ...proposed,
      id: ids.cooperative,
      number: 'A26-0003',
      firstApproval: { personId: ids.person, name: '和春燕', at: proposed.proposedAt },
    }
    const path = `/buyers/${buyerId}/allocation-acceptances`
    const api = fakeApi({
      'GET /session': sessionAs(buyerId, 'buyer', 'approver'),
      'GET /notifications/unread-count': { count: 0 },
      'GET /buyers/:buyerId/allocations': { items: [proposed, second, mine], nextCursor: null },
      [`POST ${path}`]: {
        items: [
          { ...proposed, state: 'accepted' },
          { ...second, firstApproval: mine.firstApproval },
        ],
      },
    })
    openConsole(`/b/${buyerId}/results`)
    const user = userEvent.setup()
    // Who has approved it first leaves it to another, and may still decline.
    expect(await screen.findByText('您已接受，待另一位审批人复核')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '接受：A26-0003' })).toBeNull()
    expect(screen.getByRole('button', { name: '不要：A26-0003' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '接受本页全部' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: '接受' }))
    expect(await screen.findByText('已接受 1 份，另有 1 份待另一位审批人复核')).toBeTruthy()
    expect(api.asksOf('POST', path)[0]?.body).toEqual({ ids: [proposed.id, second.id] })
  })
})

import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type {
  AwaitingPayment,
  TransferDetail,
  TransferReturnView,
} from '@weibao/contracts/transfer'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, Refusal } from '../../testing/fake-api'
import { ids, sessionOf } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const base = `/a/${ids.office}/transfers`
const colleague = '01934b1e-8a51-7c3e-9d55-0a6f5e1c4b01'

const payment: AwaitingPayment = {
  id: ids.line,
  reference: 'WB00000013',
  description: { zh: '蜂蜜 (261129-000001)', en: 'Honey (261129-000001)' },
  state: 'created',
  amountFen: 58_000,
  missingFen: 58_000,
  expiresAt: '2026-12-09T02:00:00.000Z',
}

function aTransfer(recordedBy: string): TransferDetail {
  return {
    transfer: {
      id: ids.order,
      bankReference: 'BK-20261129-01',
      payerName: '友谊路小学食堂',
      payerBank: '演示银行',
      payerAccountMasked: '**** 1234',
      amountFen: 60_000,
      valueDay: '2026-11-28',
      note: 'WB 0000 0013',
      state: 'recorded',
      assignedFen: 58_000,
      returnedFen: 0,
      remainderFen: 2000,
      pendingCount: 1,
      recordedBy,
      recordedAt: '2026-11-29T02:00:00.000Z',
      decidedBy: null,
      decidedAt: null,
      reason: null,
      reversalProposedBy: null,
    },
    assignments: [
      { id: ids.line, payment, amountFen: 58_000, state: 'recorded', recordedBy, decidedBy: null },
    ],
    returns: [],
    events: [
      {
        kind: 'recorded',
        at: '2026-11-29T02:00:00.000Z',
        personId: recordedBy,
        paymentId: null,
        amountFen: 60_000,
        note: '',
      },
    ],
    people: [{ id: recordedBy, displayName: '周明' }],
  }
}

const office = (answers: Record<string, object>, role: 'officer' | 'auditor' = 'officer') =>
  fakeApi({
    'GET /session': sessionOf(role),
    'GET /notifications/unread-count': { count: 0 },
    'GET /administration/transfers/:id': aTransfer(colleague),
    'GET /administration/awaiting-payments': { items: [payment] },
    ...answers,
  })

describe('bank transfers', () => {
  it('are listed by state and search, as the address says', async () => {
    const { transfer } = aTransfer(colleague)
    const api = office({ 'GET /administration/transfers': { items: [transfer], nextCursor: null } })
    openConsole(`${base}?state=unassigned&q=1234`)
    expect(await screen.findByRole('link', { name: 'BK-20261129-01' })).toBeTruthy()
    const [asked] = api.asksOf('GET', '/administration/transfers')
    expect([asked?.search.get('state'), asked?.search.get('q')]).toEqual(['unassigned', '1234'])
  })

  it('are recorded with the payments they are for; what is left is said', async () => {
    const api = office({ 'POST /administration/transfers': aTransfer(ids.person) })
    const { address } = openConsole(`${base}/new`)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '登记' }))
    expect(screen.getByLabelText('银行流水号').getAttribute('aria-invalid')).toBe('true')
    expect(api.asksOf('POST', '/administration/transfers')).toHaveLength(0)
    await user.type(screen.getByLabelText('银行流水号'), 'BK-20261129-01')
    await user.type(screen.getByLabelText('付款户名'), '友谊路小学食堂')
    await user.type(screen.getByLabelText('付款开户行'), '演示银行')
    await user.type(screen.getByLabelText('付款账号'), '6200 0000 0000 1234')
    await user.type(screen.getByLabelText('金额'), '600')
    await user.click(await screen.findByRole('button', { name: '付 WB 0000 0013' }))
    expect(screen.getByText('分配后还剩 ¥20.00')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '登记' }))
    await screen.findByRole('heading', { name: 'BK-20261129-01' })
    expect(address()).toBe(`${base}/${ids.order}`)
    expect(api.asksOf('POST', '/administration/transfers')[0]?.body).toMatchObject({
      payerAccount: '6200000000001234',
      amountFen: 60_000,
      assignments: [{ paymentId: ids.line, amountFen: 58_000 }],
    })
  })

  it('are confirmed as they were seen, and a refusal stays in the dialog', async () => {
    let isChanged = true
    const path = '/administration/transfers/:id/confirmation'
    const api = office({
      [`POST ${path}`]: () =>
        isChanged
          ? new Refusal(409, 'transfer.changed', '分配在您查看之后有改动，请刷新核对后再确认。')
          : aTransfer(colleague),
    })
    openConsole(`${base}/${ids.order}`)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '确认入账' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByText(/友谊路小学食堂/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: '确认入账' }))
    expect(await dialog.findByText(/分配在您查看之后有改动/)).toBeTruthy()
    isChanged = false
    await user.click(dialog.getByRole('button', { name: '确认入账' }))
    expect(await screen.findByText('已确认入账')).toBeTruthy()
    const asks = api.asksOf('POST', `/administration/transfers/${ids.order}/confirmation`)
    expect(asks[1]?.body).toEqual({ assignmentIds: [ids.line] })
    expect(asks[0]?.idempotencyKey).not.toBe(asks[1]?.idempotencyKey)
  })

  it('say who recorded them, and whether it was oneself', async () => {
    const answers = { 'GET /administration/transfers/:id': aTransfer(colleague) }
    office(answers)
    openConsole(`${base}/${ids.order}`)
    expect((await screen.findByText('登记人')).nextSibling?.textContent).toBe('周明')
    cleanup()
    office({ 'GET /administration/transfers/:id': aTransfer(ids.person) })
    openConsole(`${base}/${ids.order}`)
    expect((await screen.findByText('登记人')).nextSibling?.textContent).toBe('周明（您）')
  })

  it('are not confirmed by who recorded them, nor by an auditor', async () => {
    office({ 'GET /administration/transfers/:id': aTransfer(ids.person) })
    openConsole(`${base}/${ids.order}`)
    expect(await screen.findByText(/须由另一位管理员确认/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '确认入账' })).toBeNull()
    cleanup()
    office({}, 'auditor')
    openConsole(`${base}/${ids.order}`)
    await screen.findByRole('heading', { name: 'BK-20261129-01' })
    for (const name of ['确认入账', '撤回登记', '分配到付款'])
      expect(screen.queryByRole('button', { name })).toBeNull()
  })

  it('are not recorded by an auditor, who gets no form to fill in vain', async () => {
    office({}, 'auditor')
    openConsole(`${base}/new`)
    expect(await screen.findByRole('heading', { level: 1, name: '这里需要别的权限' })).toBeTruthy()
    expect(screen.queryByLabelText('银行流水号')).toBeNull()
  })
})

describe('what goes back to payers', () => {
  const made = (
    state: TransferReturnView['state'],
    proposedBy: string | null,
  ): TransferReturnView => ({
    id: ids.line,
    transferId: ids.order,
    refundId: ids.order,
    payerName: '友谊路小学食堂',
    payerBank: '演示银行',
    payerAccountMasked: '**** 1234',
    amountFen: 5800,
    reason: 'cancelled-by-buyer',
    state,
    requestedBy: null,
    requestedAt: '2026-11-29T02:00:00.000Z',
    fileNumber: proposedBy && 'TK-202611-000001',
    proposedBy,
    bankReference: null,
    sentAt: null,
  })

  it('goes into a bank file, and is confirmed by who did not make it', async () => {
    let item = made('waiting', null)
    const api = office({
      'GET /administration/transfer-returns': () => ({ items: [item], nextCursor: null }),
      'POST /administration/transfer-return-files': {
        fileNumber: 'TK-202611-000001',
        count: 1,
        amountFen: 5800,
        csv: 'a',
      },
      'POST /administration/transfer-returns/:id/confirmation': made('sent', colleague),
    })
    openConsole(`${base}/returns`)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('checkbox', { name: /友谊路小学食堂/ }))
    await user.click(screen.getByRole('button', { name: '制作银行文件' }))
    const dialog = within(await screen.findByRole('dialog'))
    item = made('proposed', ids.person)
    await user.click(dialog.getByRole('button', { name: '制作银行文件' }))
    expect(await screen.findByText(/TK-202611-000001：1 笔/)).toBeTruthy()
    expect(api.asksOf('POST', '/administration/transfer-return-files')[0]?.body).toEqual({
      returnIds: [ids.line],
    })
    expect(screen.queryByRole('button', { name: /^确认汇出/ })).toBeNull()
    cleanup()
    item = made('proposed', colleague)
    openConsole(`${base}/returns`)
    await user.click(await screen.findByRole('button', { name: '确认汇出 友谊路小学食堂' }))
    const confirm = within(await screen.findByRole('dialog'))
    await user.type(confirm.getByLabelText('银行流水号'), 'S-0001')
    await user.click(confirm.getByRole('button', { name: '确认汇出' }))
    expect(await screen.findByText('已处理')).toBeTruthy()
  })
})

import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { PaymentView } from '@weibao/contracts/payment'
import { I18nProvider, ToastProvider } from '@weibao/ui'
import { afterEach, describe, expect, it } from 'vitest'
import { TransferInstruction } from './transfer-instruction'

afterEach(cleanup)

function show(given: Partial<PaymentView>, seen = 0, received = 0) {
  const payment: PaymentView = {
    state: 'created',
    way: 'bank-transfer',
    expiresAt: '2026-12-09T04:00:00.000Z',
    failureCode: null,
    transfer: {
      accountName: '维宝演示账户',
      bank: '演示银行',
      accountNumber: '00000000000000000',
      reference: 'WB00000013',
      amountFen: 123_456,
      payBy: '2026-12-09T04:00:00.000Z',
      seenFen: seen,
      receivedFen: received,
    },
    ...given,
  }
  return render(
    <I18nProvider initialLocale="zh-CN">
      <ToastProvider>
        <TransferInstruction payment={payment} />
      </ToastProvider>
    </I18nProvider>,
  )
}

describe('the instruction for a bank transfer', () => {
  it('copies amount, reference and account as a bank’s form takes them', async () => {
    const user = userEvent.setup()
    show({})
    expect(screen.getByText('WB 0000 0013')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '复制附言码' }))
    expect(await navigator.clipboard.readText()).toBe('WB00000013')
    await user.click(screen.getByRole('button', { name: '复制转账金额' }))
    expect(await navigator.clipboard.readText()).toBe('1234.56')
    await user.click(screen.getByRole('button', { name: '复制收款账号' }))
    expect(await navigator.clipboard.readText()).toBe('00000000000000000')
  })

  it('says that the transfer was seen, and what is missing of one that was too small', () => {
    show({}, 100_000)
    expect(screen.getByText(/已看到贵单位的转账 ¥1,000.00/)).toBeTruthy()
    expect(screen.getByText('¥234.56')).toBeTruthy()
    cleanup()
    show({}, 0, 100_000)
    expect(screen.getByText(/已到账 ¥1,000.00，还差 ¥234.56/)).toBeTruthy()
    expect(screen.getByText('¥234.56')).toBeTruthy()
  })

  it('asks for no money that has come in, comes too late, or is paid online', () => {
    for (const given of [{ state: 'captured' }, { state: 'expired' }] as const) {
      show(given, 0, given.state === 'captured' ? 123_456 : 0)
      expect(screen.queryByRole('button')).toBeNull()
      cleanup()
    }
    expect(show({ way: 'online', transfer: null }).container.textContent).toBe('')
  })
})

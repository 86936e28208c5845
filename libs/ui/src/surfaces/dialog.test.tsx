import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Button, ConfirmDialog, Dialog, Popover } from '../index'

afterEach(cleanup)

function Page() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>选地址</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="收货地址">
        <Button>上海市宝山区</Button>
      </Dialog>
    </>
  )
}

describe('a dialog', () => {
  it('is named by its title and has nothing in it while closed', async () => {
    render(<Page />)
    expect(screen.queryByText('上海市宝山区')).toBeNull()
    await userEvent.setup().click(screen.getByText('选地址'))
    expect(screen.getByRole('dialog', { name: '收货地址' })).toBeTruthy()
  })

  it('gives the focus back to what opened it', async () => {
    const user = userEvent.setup()
    render(<Page />)
    await user.click(screen.getByText('选地址'))
    await user.click(screen.getByRole('button', { name: '关闭' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '选地址' }))
  })

  it('closes on Escape through its owner, not by itself', async () => {
    render(<Page />)
    await userEvent.setup().click(screen.getByText('选地址'))
    const dialog = screen.getByRole('dialog')
    const cancel = createEvent('cancel', dialog, { cancelable: true })
    fireEvent(dialog, cancel)
    expect(cancel.defaultPrevented).toBe(true)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('closes on a press outside but not inside', async () => {
    render(<Page />)
    await userEvent.setup().click(screen.getByText('选地址'))
    fireEvent.mouseDown(screen.getByText('上海市宝山区'))
    expect(screen.queryByRole('dialog')).not.toBeNull()
    fireEvent.mouseDown(screen.getByRole('dialog'))
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('a popover', () => {
  it('closes on Escape with the focus on its button, and when the focus leaves', async () => {
    const user = userEvent.setup()
    render(
      <>
        <Popover label="筛选">
          <button type="button">有货</button>
        </Popover>
        <button type="button">别处</button>
      </>,
    )
    const details = screen.getByText('筛选').closest('details')!
    details.open = true
    screen.getByText('有货').focus()
    await user.keyboard('{Escape}')
    expect(details.open).toBe(false)
    expect(document.activeElement).toBe(details.querySelector('summary'))
    details.open = true
    screen.getByText('别处').focus()
    expect(details.open).toBe(false)
  })
})

describe('a confirmation', () => {
  it('tells a yes from a no, and waits while busy', async () => {
    const user = userEvent.setup()
    const [onConfirm, onClose] = [vi.fn(), vi.fn()]
    const texts = { title: '取消订单', confirmLabel: '取消订单', cancelLabel: '再想想' }
    const { rerender } = render(
      <ConfirmDialog {...texts} open onConfirm={onConfirm} onClose={onClose}>
        货款原路退回。
      </ConfirmDialog>,
    )
    await user.click(screen.getByRole('button', { name: '再想想' }))
    expect([onConfirm.mock.calls.length, onClose.mock.calls.length]).toEqual([0, 1])
    await user.click(screen.getByRole('button', { name: '取消订单' }))
    expect(onConfirm).toHaveBeenCalledTimes(1)
    rerender(
      <ConfirmDialog {...texts} open busy onConfirm={onConfirm} onClose={onClose}>
        货款原路退回。
      </ConfirmDialog>,
    )
    await user.click(screen.getByRole('button', { name: /请稍候/ }))
    expect(onConfirm).toHaveBeenCalledTimes(1)
  })
})

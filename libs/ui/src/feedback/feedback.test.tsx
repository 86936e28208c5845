import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  Button,
  ErrorState,
  I18nProvider,
  ToastProvider,
  useToast,
  type ToastContent,
} from '../index'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function Shown({ content }: { content: ToastContent }) {
  const show = useToast()
  return <Button onClick={() => show(content)}>做</Button>
}

function showToast(content: ToastContent) {
  render(
    <ToastProvider>
      <Shown content={content} />
    </ToastProvider>,
  )
  fireEvent.click(screen.getByText('做'))
}

describe('a toast', () => {
  it('is read in the live region and leaves by itself', () => {
    showToast({ text: '已放进购物车' })
    expect(screen.getByRole('status').textContent).toContain('已放进购物车')
    act(() => void vi.advanceTimersByTime(6000))
    expect(screen.queryByText('已放进购物车')).toBeNull()
  })

  it('stays while a problem is unread', () => {
    showToast({ text: '没能保存', tone: 'problem' })
    act(() => void vi.advanceTimersByTime(60_000))
    fireEvent.click(screen.getByRole('button', { name: '关闭' }))
    expect(screen.queryByText('没能保存')).toBeNull()
  })

  it('stays while somebody points at it', () => {
    showToast({ text: '已删除' })
    fireEvent.pointerEnter(screen.getByText('已删除').parentElement!)
    act(() => void vi.advanceTimersByTime(60_000))
    expect(screen.getByText('已删除')).toBeTruthy()
  })
})

describe('an error state', () => {
  it('says what is safe and what to do, in the reader’s language', () => {
    const onRetry = vi.fn()
    render(
      <I18nProvider initialLocale="en">
        <ErrorState
          safe="Nothing was charged."
          next="Pay again."
          reference="7F3"
          onRetry={onRetry}
        />
      </I18nProvider>,
    )
    expect(screen.getByText('What is safe').nextSibling?.textContent).toBe('Nothing was charged.')
    expect(screen.getByText('Reference 7F3')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(onRetry).toHaveBeenCalledTimes(1)
  })
})

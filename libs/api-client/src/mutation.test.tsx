import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useMutation } from './mutation.js'

const told = { onSuccess: vi.fn(), onError: vi.fn(), onSettled: vi.fn() }
let answer: Promise<string>
let answerWith: (how: string | Error) => void

/** A form that is gone before its act is answered, as when the list it stands in is read anew. */
function Form({ onSent }: { readonly onSent: () => void }) {
  const { mutate } = useMutation({ mutationFn: (_: string) => answer })
  return (
    <button
      onClick={() => {
        mutate('鸡蛋', told)
        onSent()
      }}
    >
      送出
    </button>
  )
}

function Page() {
  const [isSent, setSent] = useState(false)
  return isSent ? <p>已送出</p> : <Form onSent={() => setSent(true)} />
}

const send = () => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Page />
    </QueryClientProvider>,
  )
  fireEvent.click(screen.getByRole('button'))
  expect(screen.getByText('已送出')).toBeTruthy()
}
const answered = (how: string | Error) =>
  act(async () => {
    answerWith(how)
    await answer.catch(() => undefined)
  })

beforeEach(() => {
  answer = new Promise((resolve, reject) => {
    answerWith = (how) => (how instanceof Error ? reject(how) : resolve(how))
  })
  window.history.replaceState(null, '', '/demands')
})
afterEach(() => {
  cleanup()
  vi.clearAllMocks()
})

describe('an act', () => {
  it('tells its answer to who asked, though the form is gone', async () => {
    send()
    await answered('收到')
    expect(told.onSuccess).toHaveBeenCalledExactlyOnceWith('收到', '鸡蛋')
    expect(told.onSettled).toHaveBeenCalledExactlyOnceWith('收到', null, '鸡蛋')
    expect(told.onError).not.toHaveBeenCalled()
  })

  it('tells its refusal as well', async () => {
    send()
    const refusal = new Error('不收了')
    await answered(refusal)
    expect(told.onError).toHaveBeenCalledExactlyOnceWith(refusal, '鸡蛋')
    expect(told.onSettled).toHaveBeenCalledExactlyOnceWith(undefined, refusal, '鸡蛋')
    expect(told.onSuccess).not.toHaveBeenCalled()
  })

  it('tells nothing to who went to another page', async () => {
    send()
    window.history.replaceState(null, '', '/orders')
    await answered('收到')
    expect(told.onSuccess).not.toHaveBeenCalled()
    expect(told.onSettled).not.toHaveBeenCalled()
  })
})

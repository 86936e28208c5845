import { cleanup, screen, waitFor } from '@testing-library/react'
import { accountRoutes } from '@weibao/contracts/account'
import { cartRoutes } from '@weibao/contracts/cart'
import { notificationRoutes } from '@weibao/contracts/notification'
import { orderRoutes } from '@weibao/contracts/order-routes'
import { sessionRoutes } from '@weibao/contracts/session'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeApi } from '../../testing/fake-api'
import { renderAt } from '../../testing/render-at'
import { cartOf, riceLine, stranger, xiaoman } from '../../testing/samples'

let api: FakeApi
beforeEach(() => {
  api = new FakeApi()
    .on(cartRoutes.get, () => cartOf())
    .on(sessionRoutes.get, () => stranger)
    .on(orderRoutes.listMine, () => ({ items: [], nextCursor: null }))
    .on(notificationRoutes.unreadCount, () => ({ count: 0 }))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function signIn({ user }: ReturnType<typeof renderAt>) {
  await user.type(await screen.findByLabelText('手机号或邮箱'), 'lin@example.com')
  await user.type(screen.getByLabelText('密码'), '山里的蜜蜂飞过河')
  await user.click(screen.getByRole('button', { name: '登录' }))
}

describe('signing in', () => {
  it('leads from a page that needs a person, and back to it', async () => {
    api.on(sessionRoutes.signIn, () => xiaoman)
    const page = renderAt('/orders?state=placed')
    await page.user.click(await screen.findByRole('link', { name: '登录' }))
    await signIn(page)
    await waitFor(() => expect(page.address()).toBe('/orders'))
    expect(api.callsOf(sessionRoutes.signIn)[0]?.body).toEqual({
      contact: 'lin@example.com',
      password: '山里的蜜蜂飞过河',
    })
  })

  it('asks for the cart again, so that what the guest put aside comes along', async () => {
    api.on(sessionRoutes.signIn, () => xiaoman)
    const page = renderAt('/sign-in?next=/cart')
    await screen.findByLabelText('手机号或邮箱')
    api.on(cartRoutes.get, () => cartOf(riceLine))
    await signIn(page)
    expect(await screen.findByRole('spinbutton', { name: '塔城红米的数量' })).toBeTruthy()
  })

  it('says what is missing without asking the server', async () => {
    const { user } = renderAt('/sign-in')
    await user.click(await screen.findByRole('button', { name: '登录' }))
    expect(await screen.findByRole('link', { name: '请填密码' })).toBeTruthy()
    expect(api.callsOf(sessionRoutes.signIn)).toHaveLength(0)
  })

  it('shows a refusal and keeps what was typed', async () => {
    api.refuse(sessionRoutes.signIn, {
      status: 401,
      code: 'sign-in.refused',
      detail: '账号或密码不正确。',
    })
    const page = renderAt('/sign-in')
    await signIn(page)
    expect(await screen.findByText('账号或密码不正确。')).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('手机号或邮箱').value).toBe('lin@example.com')
  })

  it('asks for the second step where the account has one', async () => {
    const waiting = { ...stranger, state: 'awaiting-second-factor' as const }
    api.on(sessionRoutes.signIn, () => waiting).on(sessionRoutes.proveSecondFactor, () => xiaoman)
    api.refuse(accountRoutes.get, { status: 401, code: 'access.sign-in-needed', detail: '' })
    const page = renderAt('/sign-in')
    await signIn(page)
    await page.user.type(await screen.findByLabelText('动态码或恢复码'), '123 456')
    await page.user.click(screen.getByRole('button', { name: '确认' }))
    await waitFor(() => expect(page.address()).toBe('/account'))
    expect(await screen.findByRole('heading', { name: '林小满，您好' })).toBeTruthy()
    expect(api.callsOf(sessionRoutes.proveSecondFactor)[0]?.body).toEqual({ code: '123 456' })
  })

  it('is asked of a stranger before security settings are shown', async () => {
    const { address } = renderAt('/account/security')
    await screen.findByLabelText('手机号或邮箱')
    expect(address()).toBe('/sign-in?next=%2Faccount%2Fsecurity')
  })
})

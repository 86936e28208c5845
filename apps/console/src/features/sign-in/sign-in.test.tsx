import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, Refusal } from '../../testing/fake-api'
import { emptyPage, ids, nobody, sessionOf } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const people = { 'GET /notifications/unread-count': { count: 0 }, 'GET /people': emptyPage }

describe('signing in', () => {
  it('asks for what is missing before it asks the server', async () => {
    const api = fakeApi({ 'GET /session': nobody() })
    openConsole('/sign-in')
    await userEvent.click(await screen.findByRole('button', { name: '登录' }))
    expect(screen.getByLabelText('邮箱或手机号').getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByRole('alert').textContent).toContain('请填写密码')
    expect(api.asksOf('POST', '/session')).toHaveLength(0)
  })

  it('takes the second step with a recovery code and goes where one wanted to go', async () => {
    const operator = sessionOf('operator')
    const api = fakeApi({
      ...people,
      'GET /session': nobody(),
      'POST /session': { ...nobody(), state: 'awaiting-second-factor' },
      'POST /session/second-factor': operator,
    })
    const { address } = openConsole(`/a/${ids.office}/people?state=suspended`)
    const user = userEvent.setup()
    await user.type(await screen.findByLabelText('邮箱或手机号'), 'yunwei@example.com')
    await user.type(screen.getByLabelText('密码'), '山里的蜜蜂飞过河')
    await user.click(screen.getByRole('button', { name: '登录' }))
    await user.click(await screen.findByRole('button', { name: /用恢复码/ }))
    await user.type(screen.getByLabelText('恢复码'), 'abcd efgh ijkl mnop')
    await user.click(screen.getByRole('button', { name: '验证' }))
    await screen.findByRole('heading', { name: '人员' })
    expect(address()).toBe(`/a/${ids.office}/people?state=suspended`)
    expect(api.asksOf('POST', '/session/second-factor')[0]?.body).toEqual({
      code: 'abcd efgh ijkl mnop',
    })
  })

  it('says beside the field that the account or the password is wrong', async () => {
    fakeApi({
      'GET /session': nobody(),
      'POST /session': new Refusal(401, 'sign-in.refused', '账号或密码不正确'),
    })
    openConsole('/sign-in')
    const user = userEvent.setup()
    await user.type(await screen.findByLabelText('邮箱或手机号'), 'a@example.com')
    await user.type(screen.getByLabelText('密码'), '不是这个')
    await user.click(screen.getByRole('button', { name: '登录' }))
    expect((await screen.findByRole('alert')).textContent).toContain('账号或密码不正确')
  })

  it('never leads to another site', async () => {
    fakeApi({ ...people, 'GET /session': nobody(), 'POST /session': sessionOf('clerk') })
    const { router } = openConsole('/sign-in?to=//evil.example/')
    const user = userEvent.setup()
    await user.type(await screen.findByLabelText('邮箱或手机号'), 'a@example.com')
    await user.type(screen.getByLabelText('密码'), '对的密码在这里')
    await user.click(screen.getByRole('button', { name: '登录' }))
    await waitFor(() => expect(router.state.location.pathname).not.toBe('/sign-in'))
    expect(router.state.location.pathname).toBe(`/c/${ids.cooperative}`)
  })
})

describe('the second factor', () => {
  it('is set up before an office opens, and its recovery codes are seen once', async () => {
    let session = sessionOf('officer', { isEnabled: false })
    fakeApi({
      ...people,
      'GET /session': () => session,
      'GET /periods': { items: [] },
      'POST /account/second-factor': {
        secret: 'JBSWY3DPEHPK3PXP',
        uri: 'otpauth://totp/x',
        qrCode: 'data:image/svg+xml,',
      },
      'POST /account/second-factor/confirmation': () => {
        session = sessionOf('officer')
        return { recoveryCodes: ['abcdefghijklmnop', 'qrstuvwxyz234567'] }
      },
    })
    const { address } = openConsole('/')
    const user = userEvent.setup()
    await screen.findByRole('heading', { name: '设置两步验证' })
    await user.type(screen.getByLabelText('密码'), '山里的蜜蜂飞过河')
    await user.click(screen.getByRole('button', { name: '继续' }))
    expect(await screen.findByText('JBSW Y3DP EHPK 3PXP')).toBeTruthy()
    await user.type(screen.getByLabelText(/6 位动态码/), '123456')
    await user.click(screen.getByRole('button', { name: '开启' }))
    expect(await screen.findByText('abcd efgh ijkl mnop')).toBeTruthy()
    const finish = screen.getByRole<HTMLButtonElement>('button', { name: '完成' })
    expect(finish.disabled).toBe(true)
    await user.click(screen.getByLabelText('我已保存好这些恢复码'))
    await user.click(finish)
    await waitFor(() => expect(address()).toBe(`/a/${ids.office}`))
  })

  it('is proved again where a call needs it, and the call then goes on by itself', async () => {
    let isProved = false
    const api = fakeApi({
      ...people,
      'GET /session': sessionOf('operator'),
      'GET /people': () =>
        isProved
          ? emptyPage
          : new Refusal(403, 'access.second-factor-needed', '这项操作需要先完成两步验证。'),
      'POST /session/second-factor': () => {
        isProved = true
        return sessionOf('operator')
      },
    })
    openConsole(`/a/${ids.office}/people`)
    const user = userEvent.setup()
    await screen.findByRole('heading', { name: '请再验证一次' })
    await user.type(screen.getByLabelText('动态码'), '123456')
    await user.click(screen.getByRole('button', { name: '验证' }))
    expect(await screen.findByRole('heading', { name: '人员' })).toBeTruthy()
    expect(api.asksOf('GET', '/people')).toHaveLength(2)
  })

  it('may be put off: the page then says what it needs', async () => {
    fakeApi({
      ...people,
      'GET /session': sessionOf('operator'),
      'GET /people': new Refusal(403, 'access.second-factor-needed', '需要两步验证'),
    })
    openConsole(`/a/${ids.office}/people`)
    await userEvent.click(await screen.findByRole('button', { name: '关闭' }))
    expect(await screen.findByRole('button', { name: '现在验证' })).toBeTruthy()
  })
})

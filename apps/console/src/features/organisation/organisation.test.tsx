import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { MemberView } from '@weibao/contracts/member'
import type { OrganisationView } from '@weibao/contracts/organisation'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, Refusal } from '../../testing/fake-api'
import { buyerSession, ids } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const organisation: OrganisationView = {
  id: ids.order,
  kind: 'buyer',
  status: 'approved',
  name: { zh: '示例小学', en: 'Sample School' },
  shortName: { zh: '示例小学', en: 'Sample School' },
  region: 'baoshan',
  placeCode: '310113104',
  address: '月浦镇绥化路 1 号',
  isDemonstration: true,
  licence: {
    registrationNumber: '12310113MB2C000000',
    licenceNumber: null,
    licenceIssuer: null,
    licenceExpiresOn: null,
    legalRepresentative: null,
  },
  version: 1,
  createdAt: '2026-11-02T02:00:00.000Z',
  approvedAt: '2026-11-03T02:00:00.000Z',
}
/** The input itself is out of the way of everybody; the button before it opens it. */
const choosePaper = (name: string) =>
  fireEvent.change(document.querySelector('input[type=file]')!, {
    target: { files: [new File(['%PDF-1.7'], name, { type: 'application/pdf' })] },
  })
const member: MemberView = {
  id: ids.row,
  personId: ids.line,
  displayName: '吴思齐',
  role: 'requester',
  maskedEmail: 'r***@weibao.example',
  maskedMobile: null,
  hasSecondFactor: false,
  isSuspended: false,
  memberSince: '2026-11-03T02:00:00.000Z',
}
const proved = () => ({
  ...buyerSession(),
  secondFactor: { isEnabled: true, isRequired: false, provedUntil: '2036-01-01T00:00:00.000Z' },
})
const shell = { 'GET /notifications/unread-count': { count: 0 } }
const page = {
  ...shell,
  'GET /organisations/:id': organisation,
  'GET /organisations/:id/members': { items: [member] },
  'GET /organisations/:id/registration-papers': { items: [] },
  'GET /organisations/:id/invitations': { items: [] },
  'GET /organisations/:id/machine-keys': { items: [], grantableScopes: ['demand:manage'] },
}

describe('an organisation', () => {
  it('invites somebody into a role', async () => {
    const api = fakeApi({
      ...page,
      'GET /session': proved(),
      'POST /organisations/:id/invitations': {},
    })
    openConsole(`/b/${ids.order}/organisation`)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '邀请成员' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: '发送邀请' }))
    expect(dialog.getAllByText('请填手机号或邮箱').length).toBeGreaterThan(0)
    await user.type(dialog.getByRole('textbox', { name: '手机号或邮箱' }), '13900001234')
    await user.selectOptions(dialog.getByRole('combobox', { name: '角色' }), '审批人')
    await user.click(dialog.getByRole('button', { name: '发送邀请' }))
    expect(await screen.findByText('邀请已发出')).toBeTruthy()
    expect(api.asksOf('POST', `/organisations/${ids.order}/invitations`)[0]?.body).toEqual({
      contact: '13900001234',
      role: 'approver',
    })
  })

  it('says why the last of its keepers stays', async () => {
    fakeApi({
      ...page,
      'GET /session': proved(),
      'DELETE /organisations/:id/members/:memberId': () =>
        new Refusal(409, 'member.last-keeper', '至少要有一位审批人'),
    })
    openConsole(`/b/${ids.order}/organisation`)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '移出' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: '移出' }))
    expect(await screen.findByText('至少要有一位审批人')).toBeTruthy()
  })

  it('asks for a second factor before people and keys can be managed', async () => {
    fakeApi({ ...page, 'GET /session': buyerSession() })
    openConsole(`/b/${ids.order}/organisation`)
    expect(await screen.findByRole('link', { name: '启用动态码' })).toBeTruthy()
    expect(screen.getByText('吴思齐')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '邀请成员' })).toBeNull()
  })

  it('makes a key that is shown once', async () => {
    const api = fakeApi({
      ...page,
      'GET /session': proved(),
      'POST /organisations/:id/machine-keys': { key: {}, token: 'wbk_once' },
    })
    openConsole(`/b/${ids.order}/organisation`)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '新建密钥' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByRole('textbox', { name: /用途/ }), '食堂采购系统')
    await user.click(dialog.getByRole('checkbox', { name: '提交采购需求' }))
    await user.click(dialog.getByRole('button', { name: '新建密钥' }))
    expect(await dialog.findByDisplayValue('wbk_once')).toBeTruthy()
    expect(api.asksOf('POST', `/organisations/${ids.order}/machine-keys`)[0]?.body).toEqual({
      name: '食堂采购系统',
      scopes: ['demand:manage'],
      daysValid: 90,
    })
  })
})

describe('an application', () => {
  it('names what is missing, then goes out once however often it is pressed after a lost answer', async () => {
    let isLost = true
    const api = fakeApi({
      ...shell,
      'GET /session': { ...buyerSession(), memberships: [] },
      'GET /townships': { items: [] },
      'POST /organisations/:id/registration-papers': {},
      'GET /organisations/:id': { ...organisation, status: 'applied' },
      'POST /organisations': () => {
        if (!isLost) return { ...organisation, status: 'applied' }
        isLost = false
        return new Refusal(503, 'service.unavailable', '请稍后再试')
      },
    })
    openConsole('/apply?kind=buyer')
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '提交登记' }))
    expect(screen.getAllByText('请填写').length).toBeGreaterThan(3)
    expect(screen.getAllByText('请上传营业执照或法人证书').length).toBeGreaterThan(0)
    expect(api.asksOf('POST', '/organisations')).toEqual([])
    for (const [name, text] of [
      ['单位全称', '月浦第三小学食堂'],
      ['英文名称', 'Yuepu No. 3 canteen'],
      ['简称', '月浦三小'],
      ['英文简称', 'Yuepu No. 3'],
      ['详细地址', '月浦镇绥化路 1 号'],
      ['统一社会信用代码', '12310113MB2C000000'],
    ] as const)
      await user.type(screen.getByRole('textbox', { name }), text)
    await user.selectOptions(screen.getByRole('combobox', { name: '街道 / 镇' }), '月浦镇')
    choosePaper('法人证书.pdf')
    await user.click(screen.getByRole('button', { name: '提交登记' }))
    expect((await screen.findAllByText('请稍后再试')).length).toBeGreaterThan(0)
    await user.click(screen.getByRole('button', { name: '提交登记' }))
    await vi.waitFor(() => expect(api.asksOf('POST', '/organisations')).toHaveLength(2))
    const [first, second] = api.asksOf('POST', '/organisations')
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey)
    expect(second?.body).toMatchObject({ kind: 'buyer', placeCode: '310113104' })
    await vi.waitFor(() =>
      expect(
        api.asksOf('POST', `/organisations/${organisation.id}/registration-papers`),
      ).toHaveLength(1),
    )
  })
})

import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { OrganisationView } from '@weibao/contracts/organisation'
import type { RegistrationPaperView } from '@weibao/contracts/registration-paper'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, Refusal } from '../../testing/fake-api'
import { buyerSession, ids, sessionOf } from '../../testing/market'
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
  status: 'applied',
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
  approvedAt: null,
}
const scan: RegistrationPaperView = {
  id: ids.row,
  name: '法人证书.pdf',
  type: 'application/pdf',
  sizeBytes: 20_000,
  uploadedAt: '2026-11-02T02:00:00.000Z',
  fileId: ids.line,
}
const photo = { ...scan, id: ids.line, name: '食堂许可证.jpg', type: 'image/webp' as const }
const papersPath = `/organisations/${ids.order}/registration-papers`

/** A member of an organisation whose registration is not decided. */
function applicantSession(organisationStatus: 'applied' | 'refused') {
  const session = buyerSession()
  const memberships = session.memberships.map((each) => ({
    ...each,
    role: 'approver' as const,
    organisationStatus,
    isInForce: false,
  }))
  return { ...session, memberships }
}
const page = {
  'GET /notifications/unread-count': { count: 0 },
  'GET /organisations/:id': organisation,
  'GET /townships': { items: [] },
}

describe('an applicant', () => {
  it('sees what was handed in while it waits, takes one off and adds another', async () => {
    let items: RegistrationPaperView[] = [scan, photo]
    const api = fakeApi({
      ...page,
      'GET /session': applicantSession('applied'),
      'GET /organisations/:id/registration-papers': () => ({ items }),
      'DELETE /organisations/:id/registration-papers/:paperId': () => {
        items = [photo]
        return {}
      },
      'POST /organisations/:id/registration-papers': () => {
        items = [photo, { ...scan, id: ids.order, name: '新证书.pdf' }]
        return items[1]!
      },
    })
    openConsole(`/b/${ids.order}`)
    const user = userEvent.setup()
    expect(await screen.findByRole('heading', { name: '正在审核' })).toBeTruthy()
    expect(await screen.findByRole('img', { name: '食堂许可证.jpg（图）' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '删去法人证书.pdf' }))
    await vi.waitFor(() => expect(screen.queryByRole('link', { name: /法人证书/ })).toBeNull())
    fireEvent.change(document.querySelector('input[type=file]')!, {
      target: { files: [new File(['%PDF-1.7'], '新证书.pdf')] },
    })
    expect(await screen.findByRole('link', { name: '下载 新证书.pdf' })).toBeTruthy()
    expect(api.asksOf('POST', papersPath)).toHaveLength(1)
  })

  it('reads why a paper was not taken', async () => {
    fakeApi({
      ...page,
      'GET /session': applicantSession('refused'),
      'GET /organisations/:id/registration-papers': { items: [] },
      'POST /organisations/:id/registration-papers': () =>
        new Refusal(422, 'file.type-not-allowed', '只能上传 PDF 或图片'),
    })
    openConsole(`/b/${ids.order}`)
    expect(await screen.findByText('还没有证照')).toBeTruthy()
    fireEvent.change(document.querySelector('input[type=file]')!, {
      target: { files: [new File(['MZ'], '证书.exe')] },
    })
    expect(await screen.findByText('只能上传 PDF 或图片')).toBeTruthy()
  })
})

describe('an officer', () => {
  const list = {
    ...page,
    'GET /session': sessionOf('officer'),
    'GET /subdistricts': { items: [] },
    'GET /organisations': { items: [organisation], nextCursor: null },
  }

  it('opens the papers before deciding, and sends an application back with the reason', async () => {
    const api = fakeApi({
      ...list,
      'GET /organisations/:id/registration-papers': { items: [scan, photo] },
      'POST /organisations/:id/refusal': { ...organisation, status: 'refused' },
    })
    openConsole(`/a/${ids.office}/applications`)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '驳回' }))
    const dialog = within(await screen.findByRole('dialog'))
    const link = await dialog.findByRole('link', { name: '下载 法人证书.pdf' })
    expect(link.getAttribute('href')).toBe(`/api/files/${ids.line}`)
    expect(dialog.getByRole('img', { name: '食堂许可证.jpg（图）' })).toBeTruthy()
    await user.type(dialog.getByRole('textbox', { name: '原因' }), '证书已过期')
    await user.click(dialog.getByRole('button', { name: '驳回' }))
    await vi.waitFor(() =>
      expect(api.asksOf('POST', `/organisations/${ids.order}/refusal`)[0]?.body).toEqual({
        version: 1,
        reason: '证书已过期',
      }),
    )
  })

  it('is told when the application was changed meanwhile, and sees how it stands now', async () => {
    let items = [organisation]
    const api = fakeApi({
      ...list,
      'GET /organisations': () => ({ items, nextCursor: null }),
      'GET /organisations/:id/registration-papers': { items: [scan] },
      'POST /organisations/:id/approval': () => {
        items = [{ ...organisation, version: 2, name: { zh: '改名小学', en: 'Renamed School' } }]
        return new Refusal(409, 'organisation.edited-meanwhile', '申请资料刚刚有改动')
      },
    })
    openConsole(`/a/${ids.office}/applications`)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '通过' }))
    const dialog = within(await screen.findByRole('dialog'))
    const approve = dialog.getByRole('button', { name: '通过' })
    await user.click(approve)
    expect(await dialog.findByText('申请资料刚刚有改动')).toBeTruthy()
    expect(approve).toHaveProperty('disabled', true)
    expect(await screen.findByText('改名小学')).toBeTruthy()
    const [asked] = api.asksOf('POST', `/organisations/${ids.order}/approval`)
    expect(asked?.body).toEqual({ version: 1 })
  })

  it('is told that nothing can be approved without a paper', async () => {
    fakeApi({ ...list, 'GET /organisations/:id/registration-papers': { items: [] } })
    openConsole(`/a/${ids.office}/applications`)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '证照' }))
    expect(await screen.findByText('申请人还没有上传证照，暂时不能通过。')).toBeTruthy()
  })
})

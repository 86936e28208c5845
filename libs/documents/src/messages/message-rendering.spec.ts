import { describe, expect, it } from 'vitest'
import type { MessageKind, MessageParams } from './message-kinds.js'
import { renderMail, renderNotice, renderSms } from './message-rendering.js'
import { messageTemplates } from './message-templates.js'

const at = '2026-11-25T01:30:00.000Z'
const order = { orderId: '01934b1e-8a51-7c3e-9d55-0a6f5e1c2b3d', orderNumber: 'SH-202611-000123' }
const product = {
  cooperativeId: order.orderId,
  productId: order.orderId,
  productZh: '崖蜜',
  productEn: 'Cliff honey',
}
const paper = {
  cooperativeId: order.orderId,
  kindZh: '酒类许可',
  kindEn: 'liquor licence',
  number: 'J-1',
  expiresOn: '2026-12-01',
  daysLeft: 6,
}
const samples: { readonly [K in MessageKind]: MessageParams[K] } = {
  'verification-code': { code: '204816', minutes: 10 },
  'password-reset': { code: '204816', minutes: 10 },
  'account-exists': {},
  'account-unknown': {},
  invitation: {
    organisation: '塔城示范合作社',
    inviter: '和某',
    path: '/invitations/abc',
    days: 7,
  },
  'new-sign-in': { at, device: 'Chrome', address: '127.0.0.1' },
  'password-changed': { at },
  'contact-changed': { at, masked: '138****8000' },
  'second-factor-added': { at },
  'second-factor-removed': { at },
  'recovery-code-used': { at, left: 7 },
  'order-placed': { ...order, amountFen: 105_805, payBefore: at },
  'order-paid': { ...order, amountFen: 105_805 },
  'order-to-ship': { ...order, cooperativeId: order.orderId, shipBefore: '2026-11-28' },
  'order-shipped': { ...order, carrier: '示范快递', trackingNumber: 'SF1' },
  'order-delivered': { ...order, carrier: '示范快递', trackingNumber: 'SF1' },
  'order-parcel-missing': {
    ...order,
    carrier: '示范快递',
    trackingNumber: 'SF1',
    fate: 'lost',
  },
  recall: {
    ...order,
    productZh: '蜜',
    productEn: 'Honey',
    lotCode: '7K3M9P2A',
    reason: '检出异物',
  },
  'order-accepted': { ...order, isAutomatic: true },
  'order-cancelled': { ...order, reason: 'shortfall', text: '下了冰雹' },
  'invoice-requested': { ...order, cooperativeId: order.orderId },
  'invoice-answered': { ...order, isIssued: true },
  'review-written': { cooperativeId: order.orderId, product: { zh: '蜜', en: 'Honey' }, rating: 4 },
  'review-reminder': { ...order, product: { zh: '蜜', en: 'Honey' } },
  'review-answered': { orderId: order.orderId, product: { zh: '蜜', en: 'Honey' } },
  'after-sale-moved': {
    buyerId: null,
    caseId: order.orderId,
    caseNumber: 'SH-202611-000001',
    orderNumber: order.orderNumber,
    cooperativeId: null,
    step: 'reduced',
    amountFen: 1200,
    before: at,
  },
  'webhook-disabled': { organisationId: order.orderId, side: 'buyer', host: 'erp.example' },
  'allocation-lapsed': {
    organisationId: order.orderId,
    side: 'buyer',
    number: 'PX-1',
    productZh: '蜜',
    productEn: 'Honey',
  },
  'allocation-superseded': {
    organisationId: order.orderId,
    number: 'PX-1',
    productZh: '蜜',
    productEn: 'Honey',
    reason: '下冰雹',
  },
  'allocations-wait-for-second': { organisationId: order.orderId, count: 2, amountFen: 1_200_000 },
  'refund-paid': { ...order, amountFen: 5 },
  'product-approved': { ...product, isChange: false },
  'product-returned': { ...product, reason: 'No photograph of the label' },
  'recognition-decided': { ...product, state: 'recognised', validTo: '2027-11-24', reason: '' },
  'paper-expiring': paper,
  'paper-expiring-there': {
    ...paper,
    cooperativeZh: '同乐示范合作社',
    cooperativeEn: 'Tongle Cooperative',
  },
  'organisation-decided': {
    organisationId: order.orderId,
    kind: 'cooperative',
    name: 'Tacheng Demonstration Cooperative',
    status: 'approved',
    reason: '',
  },
}
const kinds = Object.keys(messageTemplates) as MessageKind[]
const ORIGIN = 'https://weibao.example'

describe('The words of messages', () => {
  it.each(kinds)('say %s in both languages, by mail, SMS and on the site', (kind) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const mail = renderMail(kind, samples[kind], locale, ORIGIN)!
      const sms = renderSms(kind, samples[kind], locale)!
      const { title, body } = renderNotice(kind, samples[kind], locale)
      for (const text of [mail.subject, mail.text, mail.html, sms, title, body]) {
        expect(text.length).toBeGreaterThan(3)
        expect(text).not.toMatch(/undefined|NaN|null|\[object|Invalid/)
      }
      if (locale === 'en') expect(title + body).not.toMatch(/账号|订单|请/)
      expect([...sms].length).toBeLessThan(200)
    }
  })

  it('say when and how much as people read it', () => {
    const { title, body } = renderNotice('order-placed', samples['order-placed'], 'zh-CN')
    expect(title).toBe('订单 SH-202611-000123 待付款')
    expect(body).toBe('货已为您留好，应付 ¥1,058.05，请在 11月25日 09:30 前付款，逾期自动取消。')
    expect(renderNotice('order-placed', samples['order-placed'], 'en').body).toContain(
      '25 November at 09:30',
    )
    expect(renderSms('verification-code', samples['verification-code'], 'zh-CN')).toBe(
      '【维宝】验证码 204816，10 分钟内有效。请勿转告他人。',
    )
  })

  it('link to the place on the site', () => {
    const mail = renderMail('order-paid', samples['order-paid'], 'en', ORIGIN)!
    expect(mail.text).toContain(`${ORIGIN}/orders/${order.orderId}`)
    expect(mail.html).toContain(`href="${ORIGIN}/orders/${order.orderId}"`)
  })

  it('show what people typed as text, on one line where it is a subject', () => {
    const params = {
      ...samples.invitation,
      inviter: 'a\r\nBcc: x@y.z',
      organisation: '<img src=x onerror=alert(1)>\u202E',
    }
    const mail = renderMail('invitation', params, 'zh-CN', ORIGIN)!
    expect(mail.subject).toBe('a Bcc: x@y.z 邀请您加入「<img src=x onerror=alert(1)>」')
    expect(mail.html).not.toContain('<img')
    expect(mail.html).toContain('&lt;img')
    expect(mail.text).not.toContain('\u202e')
  })

  it('fall back to the name of a kind that is no more', () => {
    expect(renderNotice('constructor', {}, 'en')).toEqual({
      group: 'account',
      title: 'constructor',
      body: '',
      path: null,
    })
    expect(renderMail('gone', {}, 'en', ORIGIN)).toBeNull()
  })
})

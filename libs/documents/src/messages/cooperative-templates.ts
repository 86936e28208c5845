import type { MessageParams } from './message-kinds.js'
import type { MessageTemplate } from './message-template.js'

type Kind =
  | 'product-approved'
  | 'product-returned'
  | 'recognition-decided'
  | 'paper-expiring'
  | 'paper-expiring-there'
  | 'organisation-decided'

const of = (cooperativeId: string) => `/console/c/${encodeURIComponent(cooperativeId)}`
const productPath = ({
  cooperativeId,
  productId,
}: MessageParams['product-approved' | 'product-returned']) =>
  `${of(cooperativeId)}/products/${encodeURIComponent(productId)}`

const RECOGNITION = {
  recognised: ['已认定为帮扶产品', 'recognised'],
  refused: ['认定申请未通过', 'not recognised'],
  lapsed: ['认定已到期', 'recognition has lapsed'],
  revoked: ['认定已撤销', 'recognition was revoked'],
} as const

const ORGANISATION = {
  approved: ['已通过审核', 'approved'],
  refused: ['未通过审核', 'not approved'],
  suspended: ['已暂停', 'suspended'],
} as const

const zhLeft = (days: number) =>
  days > 0 ? `还有 ${days} 天到期` : days === 0 ? '今天到期' : '已过期'
const enLeft = (days: number) =>
  days > 0 ? `expires in ${days} days` : days === 0 ? 'expires today' : 'has expired'

/** What cooperatives and their liaison are told of products, papers and approvals. */
export const cooperativeTemplates: {
  readonly [K in Kind]: MessageTemplate<MessageParams[K]>
} = {
  'product-approved': {
    group: 'programme',
    path: productPath,
    words: {
      'zh-CN': ({ productZh, isChange }) => ({
        subject: isChange ? `“${productZh}”的修改已通过` : `“${productZh}”已上架`,
        body: isChange
          ? '修改后的内容已在商城显示。'
          : '商品已通过审核并上架。登记批次后买家即可下单。',
      }),
      en: ({ productEn, productZh, isChange }) => ({
        subject: `${productEn || productZh}: ${isChange ? 'change approved' : 'listed'}`,
        body: isChange
          ? 'The shop shows what you changed.'
          : 'The product is approved and listed. Declare a lot, and buyers can order.',
      }),
    },
  },
  'product-returned': {
    group: 'programme',
    path: productPath,
    words: {
      'zh-CN': ({ productZh, reason }) => ({
        subject: `“${productZh}”被退回`,
        body: `原因：${reason}\n修改后可以再次提交。`,
        sms: `“${productZh.slice(0, 20)}”审核被退回，请登录查看原因。`,
      }),
      en: ({ productEn, productZh, reason }) => ({
        subject: `${productEn || productZh} was returned`,
        body: `Reason: ${reason}\nCorrect it and hand it in again.`,
        sms: 'A product was returned by the liaison. Sign in to read why.',
      }),
    },
  },
  'recognition-decided': {
    group: 'programme',
    path: productPath,
    words: {
      'zh-CN': ({ productZh, state, validTo, reason }) => ({
        subject: `“${productZh}”${RECOGNITION[state][0]}`,
        body: state === 'recognised' && validTo ? `有效期至 ${validTo}。` : `说明：${reason}`,
        sms: `“${productZh.slice(0, 20)}”${RECOGNITION[state][0]}。`,
      }),
      en: ({ productEn, productZh, state, validTo, reason }) => ({
        subject: `${productEn || productZh}: ${RECOGNITION[state][1]}`,
        body: state === 'recognised' && validTo ? `Valid until ${validTo}.` : `Reason: ${reason}`,
        sms: `A product: ${RECOGNITION[state][1]}. Sign in to read more.`,
      }),
    },
  },
  'paper-expiring': {
    group: 'programme',
    path: ({ cooperativeId }) => `${of(cooperativeId)}/papers?expiring=true`,
    words: {
      'zh-CN': ({ kindZh, number, expiresOn, daysLeft }) => ({
        subject: `${kindZh}${zhLeft(daysLeft)}`,
        body: `编号 ${number}，有效期至 ${expiresOn}。过期后不能登记新批次、申请认定，请尽快续办并登记新证照。`,
        sms: `${kindZh}${zhLeft(daysLeft)}（至 ${expiresOn}），请尽快续办并登记。`,
      }),
      en: ({ kindEn, number, expiresOn, daysLeft }) => ({
        subject: `A paper ${enLeft(daysLeft)}: ${kindEn}`,
        body: `Number ${number}, valid to ${expiresOn}. Once expired, no new lot can be opened and no recognition asked for. Renew it and file the new one.`,
        sms: `Your ${kindEn} ${enLeft(daysLeft)} (${expiresOn}). Renew it and file the new one.`,
      }),
    },
  },
  'paper-expiring-there': {
    group: 'programme',
    words: {
      'zh-CN': ({ cooperativeZh, kindZh, number, expiresOn, daysLeft }) => ({
        subject: `${cooperativeZh}的${kindZh}${zhLeft(daysLeft)}`,
        body: `编号 ${number}，有效期至 ${expiresOn}，尚未登记新证照。`,
      }),
      en: ({ cooperativeEn, kindEn, number, expiresOn, daysLeft }) => ({
        subject: `${cooperativeEn}: a paper ${enLeft(daysLeft)}, ${kindEn}`,
        body: `Number ${number}, valid to ${expiresOn}; no newer one is on file.`,
      }),
    },
  },
  'organisation-decided': {
    group: 'programme',
    path: ({ kind, organisationId }) =>
      kind === 'cooperative' ? of(organisationId) : '/account/organisations',
    words: {
      'zh-CN': ({ name, status, reason }) => ({
        subject: `“${name}”${ORGANISATION[status][0]}`,
        body: status === 'approved' ? '成员现在可以使用平台。' : `原因：${reason}`,
        sms: `“${name.slice(0, 30)}”${ORGANISATION[status][0]}。`,
      }),
      en: ({ name, status, reason }) => ({
        subject: `${name}: ${ORGANISATION[status][1]}`,
        body: status === 'approved' ? 'Its members can use the site now.' : `Reason: ${reason}`,
        sms: `${name.slice(0, 40)}: ${ORGANISATION[status][1]}.`,
      }),
    },
  },
}

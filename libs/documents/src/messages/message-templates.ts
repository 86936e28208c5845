import { afterSaleTemplate } from './after-sale.template.js'
import type { MessageTemplate } from './message-template.js'
import { enTime, yuan, zhDay, zhTime } from './message-formats.js'
import { cooperativeTemplates } from './cooperative-templates.js'
import type { MessageKind, MessageParams } from './message-kinds.js'
import { orderPath } from './order-path.js'
import { orderTemplates } from './order-templates.js'
import { parcelTemplates } from './parcel-templates.js'
import { procurementTemplates } from './procurement-templates.js'

const SECURITY_PATH = '/account/security'

/** The words of every message. A kind or a language that is missing does not compile. */
export const messageTemplates: { readonly [K in MessageKind]: MessageTemplate<MessageParams[K]> } =
  {
    'verification-code': {
      group: 'account',
      isSecurity: true,
      words: {
        'zh-CN': ({ code, minutes }) => ({
          subject: `验证码 ${code}`,
          body: `您的验证码是 ${code}，${minutes} 分钟内有效。工作人员不会向您索要验证码，请勿转告他人。`,
          sms: `验证码 ${code}，${minutes} 分钟内有效。请勿转告他人。`,
        }),
        en: ({ code, minutes }) => ({
          subject: `Verification code ${code}`,
          body: `Your code is ${code}. It is valid for ${minutes} minutes. Our staff never ask for it; tell it to nobody.`,
          sms: `Code ${code}, valid for ${minutes} minutes. Tell it to nobody.`,
        }),
      },
    },
    'password-reset': {
      group: 'account',
      isSecurity: true,
      words: {
        'zh-CN': ({ code, minutes }) => ({
          subject: '重设密码',
          body: `重设密码的验证码是 ${code}，${minutes} 分钟内有效。如果不是您本人操作，请忽略，密码不会改变。`,
          sms: `重设密码验证码 ${code}，${minutes} 分钟内有效。非本人操作请忽略。`,
        }),
        en: ({ code, minutes }) => ({
          subject: 'Reset your password',
          body: `The code to reset your password is ${code}, valid for ${minutes} minutes. If this was not you, ignore it: your password stays as it is.`,
          sms: `Password reset code ${code}, valid for ${minutes} minutes. Ignore it if this was not you.`,
        }),
      },
    },
    'account-exists': {
      group: 'account',
      isSecurity: true,
      words: {
        'zh-CN': () => ({
          subject: '您已有维宝账号',
          body: '有人用这个联系方式注册维宝，但它已有账号，请直接登录；忘记密码可在登录页重新设置。如果不是您本人操作，请忽略，账号没有任何变化。',
          sms: '此号码已有账号，请直接登录，忘记密码可重新设置。非本人操作请忽略。',
        }),
        en: () => ({
          subject: 'You already have an account',
          body: 'Somebody asked to register this contact, but it has an account already: please sign in, or reset the password there. If this was not you, ignore it; nothing has changed.',
          sms: 'This number has an account already: please sign in. Ignore this if it was not you.',
        }),
      },
    },
    'account-unknown': {
      group: 'account',
      isSecurity: true,
      words: {
        'zh-CN': () => ({
          subject: '没有找到您的维宝账号',
          body: '有人要为这个联系方式重设密码，但它还没有维宝账号。您可以用它注册，或换用注册时的邮箱、手机号。如果不是您本人操作，请忽略。',
          sms: '此号码还没有账号，可直接注册，或换用注册时的邮箱、手机号。非本人操作请忽略。',
        }),
        en: () => ({
          subject: 'No account found',
          body: 'Somebody asked to reset the password for this contact, but it has no account. Register with it, or use the contact you registered. If this was not you, ignore it.',
          sms: 'This number has no account yet: register, or use the contact you registered. Ignore this if it was not you.',
        }),
      },
    },
    invitation: {
      group: 'account',
      isSecurity: true,
      path: ({ path }) => path,
      words: {
        'zh-CN': ({ organisation, inviter, days }) => ({
          subject: `${inviter} 邀请您加入「${organisation}」`,
          body: `${inviter} 邀请您在维宝上加入「${organisation}」。邀请 ${days} 天内有效；如果不认识对方，请忽略。`,
        }),
        en: ({ organisation, inviter, days }) => ({
          subject: `${inviter} invites you to join ${organisation}`,
          body: `${inviter} invites you to join ${organisation} on Weibao. The invitation is valid for ${days} days; if you do not know them, ignore it.`,
        }),
      },
    },
    'new-sign-in': {
      group: 'account',
      isSecurity: true,
      path: () => SECURITY_PATH,
      words: {
        'zh-CN': ({ at, device, address }) => ({
          subject: '账号在新设备上登录',
          body: `${zhTime(at)}，您的账号在 ${device} 上登录（${address}）。如果不是您本人，请立即修改密码并退出所有设备。`,
        }),
        en: ({ at, device, address }) => ({
          subject: 'New sign-in to your account',
          body: `${enTime(at)}: your account was signed in to on ${device} (${address}). If this was not you, change your password and sign out everywhere now.`,
        }),
      },
    },
    'password-changed': {
      group: 'account',
      isSecurity: true,
      path: () => SECURITY_PATH,
      words: {
        'zh-CN': ({ at }) => ({
          subject: '密码已修改',
          body: `您的密码已于 ${zhTime(at)} 修改，其他设备已退出登录。如果不是您本人，请立即重设密码。`,
        }),
        en: ({ at }) => ({
          subject: 'Your password was changed',
          body: `Your password was changed on ${enTime(at)} and other devices were signed out. If this was not you, reset it now.`,
        }),
      },
    },
    'contact-changed': {
      group: 'account',
      isSecurity: true,
      path: () => SECURITY_PATH,
      words: {
        'zh-CN': ({ at, masked }) => ({
          subject: '联系方式已更换',
          body: `您的账号已于 ${zhTime(at)} 改用 ${masked}。如果不是您本人，请立即联系我们。`,
        }),
        en: ({ at, masked }) => ({
          subject: 'Your contact was changed',
          body: `Since ${enTime(at)} your account uses ${masked}. If this was not you, contact us now.`,
        }),
      },
    },
    'second-factor-added': {
      group: 'account',
      isSecurity: true,
      path: () => SECURITY_PATH,
      words: {
        'zh-CN': ({ at }) => ({
          subject: '已开启两步验证',
          body: `您的账号已于 ${zhTime(at)} 开启两步验证。请妥善保存恢复码。`,
        }),
        en: ({ at }) => ({
          subject: 'Second factor added',
          body: `Since ${enTime(at)} your account asks for a second factor. Keep the recovery codes safe.`,
        }),
      },
    },
    'second-factor-removed': {
      group: 'account',
      isSecurity: true,
      path: () => SECURITY_PATH,
      words: {
        'zh-CN': ({ at }) => ({
          subject: '两步验证已关闭',
          body: `您的账号已于 ${zhTime(at)} 关闭两步验证。如果不是您本人，请立即修改密码。`,
        }),
        en: ({ at }) => ({
          subject: 'Second factor removed',
          body: `On ${enTime(at)} the second factor of your account was removed. If this was not you, change your password now.`,
        }),
      },
    },
    'recovery-code-used': {
      group: 'account',
      isSecurity: true,
      path: () => SECURITY_PATH,
      words: {
        'zh-CN': ({ at, left }) => ({
          subject: '恢复码已使用',
          body: `${zhTime(at)}，有人用恢复码登录了您的账号，还剩 ${left} 个。如果不是您本人，请立即修改密码。`,
        }),
        en: ({ at, left }) => ({
          subject: 'A recovery code was used',
          body: `${enTime(at)}: a recovery code was used to sign in to your account; ${left} are left. If this was not you, change your password now.`,
        }),
      },
    },
    'order-placed': {
      group: 'orders',
      path: orderPath,
      words: {
        'zh-CN': ({ orderNumber, amountFen, payBefore }) => ({
          subject: `订单 ${orderNumber} 待付款`,
          body: `货已为您留好，应付 ${yuan(amountFen)}，请在 ${zhTime(payBefore)} 前付款，逾期自动取消。`,
        }),
        en: ({ orderNumber, amountFen, payBefore }) => ({
          subject: `Order ${orderNumber} awaits payment`,
          body: `The goods are held for you. Please pay ${yuan(amountFen)} before ${enTime(payBefore)}; after that the order is cancelled.`,
        }),
      },
    },
    'order-paid': {
      group: 'orders',
      path: orderPath,
      words: {
        'zh-CN': ({ orderNumber, amountFen }) => ({
          subject: `订单 ${orderNumber} 已付款`,
          body: `已收到 ${yuan(amountFen)}，合作社会尽快发货。`,
        }),
        en: ({ orderNumber, amountFen }) => ({
          subject: `Order ${orderNumber} is paid`,
          body: `We have received ${yuan(amountFen)}. The cooperative will ship soon.`,
        }),
      },
    },
    'order-to-ship': {
      group: 'orders',
      path: ({ cooperativeId, orderId }) =>
        `/console/c/${encodeURIComponent(cooperativeId)}/orders/${encodeURIComponent(orderId)}`,
      words: {
        'zh-CN': ({ orderNumber, shipBefore }) => ({
          subject: `新订单 ${orderNumber} 待发货`,
          body: `买家已付款，请在 ${zhDay(shipBefore)} 前发货。`,
        }),
        en: ({ orderNumber, shipBefore }) => ({
          subject: `New order ${orderNumber} to ship`,
          body: `The buyer has paid. Please ship by ${shipBefore}.`,
        }),
      },
    },
    ...parcelTemplates,
    ...procurementTemplates,
    ...orderTemplates,
    'invoice-requested': {
      group: 'orders',
      path: ({ cooperativeId }) => `/console/c/${encodeURIComponent(cooperativeId)}/invoices`,
      words: {
        'zh-CN': ({ orderNumber }) => ({
          subject: `订单 ${orderNumber} 申请发票`,
          body: '买家申请了发票，请开具后到工作台填写号码并上传文件。',
        }),
        en: ({ orderNumber }) => ({
          subject: `Invoice asked for: order ${orderNumber}`,
          body: 'The buyer asks for an invoice. Please issue it, then enter its number and upload the file in the console.',
        }),
      },
    },
    'invoice-answered': {
      group: 'orders',
      path: orderPath,
      words: {
        'zh-CN': ({ orderNumber, isIssued }) => ({
          subject: isIssued
            ? `订单 ${orderNumber} 的发票已开具`
            : `订单 ${orderNumber} 的开票申请被退回`,
          body: isIssued ? '打开订单即可下载。' : '打开订单查看原因，修改后可再次提交。',
        }),
        en: ({ orderNumber, isIssued }) => ({
          subject: isIssued
            ? `The invoice of order ${orderNumber} is ready`
            : `Your invoice request for order ${orderNumber} came back`,
          body: isIssued
            ? 'Open the order to download it.'
            : 'Open the order to see why; you can correct and send it again.',
        }),
      },
    },
    'review-written': {
      group: 'orders',
      path: ({ cooperativeId }) => `/console/c/${encodeURIComponent(cooperativeId)}/reviews`,
      words: {
        'zh-CN': ({ product, rating }) => ({
          subject: `“${product.zh}”有新评价：${rating} 星`,
          body: '买家写了评价，请到工作台查看并回复。',
        }),
        en: ({ product, rating }) => ({
          subject: `New review of ${product.en}: ${rating} of 5`,
          body: 'A buyer has written a review. Please read and answer it in the console.',
        }),
      },
    },
    'review-reminder': {
      group: 'orders',
      path: orderPath,
      words: {
        'zh-CN': ({ product }) => ({
          subject: `收到的“${product.zh}”怎么样？`,
          body: '说说味道和包装，给后来的人做个参考，也让合作社知道哪里做得好。只提醒这一次。',
        }),
        en: ({ product }) => ({
          subject: `How is the ${product.en} that you received?`,
          body: 'A few words on taste and packing help others and tell the cooperative what it does well. This is the only reminder.',
        }),
      },
    },
    'review-answered': {
      group: 'orders',
      path: orderPath,
      words: {
        'zh-CN': ({ product }) => ({
          subject: `合作社回复了您对“${product.zh}”的评价`,
          body: '点开订单即可查看回复。',
        }),
        en: ({ product }) => ({
          subject: `Your review of ${product.en} has been answered`,
          body: 'Open the order to read the answer.',
        }),
      },
    },
    'after-sale-moved': afterSaleTemplate,
    'webhook-disabled': {
      group: 'orders',
      path: ({ organisationId, side }) =>
        `/console/${side === 'buyer' ? 'b' : 'c'}/${encodeURIComponent(organisationId)}/webhooks`,
      words: {
        'zh-CN': ({ host }) => ({
          subject: `推送地址 ${host} 已停用`,
          body: '连续多次推送失败，系统已停止向它推送。修好后请到工作台重新启用，漏掉的可以补发。',
        }),
        en: ({ host }) => ({
          subject: `Your webhook address ${host} is switched off`,
          body: 'Too many deliveries in a row have failed, so nothing is sent to it any more. Once it is mended, switch it on in the console; what it missed can be sent again.',
        }),
      },
    },
    'refund-paid': {
      group: 'orders',
      path: orderPath,
      words: {
        'zh-CN': ({ orderNumber, amountFen }) => ({
          subject: `订单 ${orderNumber} 已退款`,
          body: `已退回 ${yuan(amountFen)}，到账时间以支付方式为准。`,
        }),
        en: ({ orderNumber, amountFen }) => ({
          subject: `Refund for order ${orderNumber}`,
          body: `We have returned ${yuan(amountFen)}. When it arrives depends on your means of payment.`,
        }),
      },
    },
    ...cooperativeTemplates,
  }

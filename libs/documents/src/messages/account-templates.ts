import { enTime, zhTime } from './message-formats.js'
import type { MessageParams } from './message-kinds.js'
import type { MessageTemplate } from './message-template.js'

type AccountKind =
  | 'verification-code'
  | 'password-reset'
  | 'account-exists'
  | 'account-unknown'
  | 'invitation'
  | 'new-sign-in'
  | 'password-changed'
  | 'contact-changed'
  | 'second-factor-added'
  | 'second-factor-removed'
  | 'recovery-code-used'

const SECURITY_PATH = '/account/security'

/** What a person is told of their own account: codes, sign-ins, what was changed of it. */
export const accountTemplates: { readonly [K in AccountKind]: MessageTemplate<MessageParams[K]> } =
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
  }

import { consentVersions } from '@weibao/contracts/consent'
import type { LegalText } from './legal-text'

export const privacyText: LegalText = {
  title: { zh: '隐私政策', en: 'Privacy policy' },
  version: consentVersions.privacy,
  lead: {
    zh: '维宝是演示站点，请不要填写真实的个人信息。只收办成一件事必需的信息，写明给谁看、留多久。',
    en: 'Weibao is a demonstration: please do not enter real personal data. We keep only what a purpose needs, and say who sees it and for how long.',
  },
  sections: [
    {
      title: { zh: '收哪些', en: 'What we keep' },
      paragraphs: [
        {
          zh: '账号：称呼、手机号或邮箱、密码的不可逆摘要、登录设备和时间。订单：收货人、电话、地址、买了什么、付了多少。银行卡号不经过本站，由支付机构处理。',
          en: 'Account: name, mobile number or e-mail, a one-way digest of the password, devices and times of signing in. Orders: recipient, phone, address, what was bought and paid. Card numbers never pass through this site; the payment provider handles them.',
        },
      ],
    },
    {
      title: { zh: '给谁看', en: 'Who sees it' },
      paragraphs: [
        {
          zh: '发货的合作社看到收货信息，送达一段时间后遮住。快递公司看到运单上的信息。支付机构看到金额和订单号。两地办公室看到的是统计数字和订单，不看您的地址。',
          en: 'The sending cooperative sees the delivery details, which are masked some time after delivery. The courier sees what is on the waybill. The payment provider sees amount and order number. The offices of both places see figures and orders, not your address.',
        },
        {
          zh: '不卖给别人，不做广告画像，页面不加载别家的脚本、字体或统计。',
          en: 'Nothing is sold, no advertising profile is made, and pages load no scripts, fonts or counters of anybody else.',
        },
      ],
    },
    {
      title: { zh: '留多久', en: 'For how long' },
      paragraphs: [
        {
          zh: '账号信息留到您注销。账本和凭证依法保留，注销后不再带姓名和联系方式。登录记录和验证码只短期保留。',
          en: 'Account data until you close the account. Books and vouchers as long as the law asks, after closing without name or contact. Sign-in records and codes only briefly.',
        },
      ],
    },
    {
      title: { zh: '您可以做什么', en: 'What you can do' },
      paragraphs: [
        {
          zh: '在“我的数据”里下载全部资料、注销账号；在“个人资料”里更改；在“消息”里选择要不要邮件和短信。',
          en: 'Under “My data” download everything or close the account; under “Profile” change it; under “Notices” choose mail and SMS.',
        },
      ],
    },
    {
      title: { zh: '存在这台设备上的', en: 'On this device' },
      paragraphs: [
        {
          zh: '一个登录或购物车用的 Cookie，您选的语言，和没写完的地址（关掉标签页就没了）。没有跟踪用的 Cookie，所以也没有弹窗要您同意。',
          en: 'One cookie for signing in or the cart, the language you chose, and an address you have not finished (gone when the tab closes). No tracking cookies, and therefore no banner.',
        },
      ],
    },
  ],
}

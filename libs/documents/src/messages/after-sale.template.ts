import { enTime, yuan, zhTime } from './message-formats.js'
import type { MessageParams } from './message-kinds.js'
import type { MessageTemplate } from './message-template.js'

type Params = MessageParams['after-sale-moved']
type Say = (params: Params) => string
interface Said {
  readonly subject: Say
  readonly body: Say
}

const zhBefore: Say = ({ before }) => (before ? `（${zhTime(before)} 前）` : '')
const enBefore: Say = ({ before }) => (before ? ` by ${enTime(before)}` : '')

const zh: Readonly<Record<Params['step'], Said>> = {
  opened: {
    subject: ({ orderNumber }) => `订单 ${orderNumber} 有售后申请待答复`,
    body: (params) =>
      `买家申请退款 ${yuan(params.amountFen)}，请及时答复${zhBefore(params)}；逾期未答复视为同意。`,
  },
  reduced: {
    subject: ({ caseNumber }) => `售后 ${caseNumber}：合作社提出部分退款`,
    body: (params) =>
      `合作社提出退款 ${yuan(params.amountFen)}。您可以接受，或申请平台介入${zhBefore(params)}；逾期视为接受。`,
  },
  refused: {
    subject: ({ caseNumber }) => `售后 ${caseNumber}：合作社未同意`,
    body: (params) =>
      `合作社未同意退款。如不认可，请申请平台介入${zhBefore(params)}；逾期售后关闭。`,
  },
  refereed: {
    subject: ({ caseNumber }) => `售后 ${caseNumber} 已由平台介入`,
    body: () => '平台专员会查看双方说明与照片后裁定，请留意结果。',
  },
  'to-send-back': {
    subject: ({ caseNumber }) => `售后 ${caseNumber}：请寄回商品`,
    body: (params) =>
      `退款 ${yuan(params.amountFen)} 已定，请寄回商品并填写快递单号${zhBefore(params)}；逾期未寄出，售后关闭。`,
  },
  'sent-back': {
    subject: ({ caseNumber }) => `售后 ${caseNumber}：买家已寄回商品`,
    body: (params) => `请收货后确认商品状况${zhBefore(params)}；逾期视为已收到。`,
  },
  settled: {
    subject: ({ caseNumber }) => `售后 ${caseNumber} 已办结`,
    body: ({ amountFen }) => `退款 ${yuan(amountFen)}，原路退回买家。`,
  },
  'replacement-offered': {
    subject: ({ caseNumber }) => `售后 ${caseNumber}：合作社提出补发`,
    body: (params) =>
      `合作社提出重新寄一份，不退款。您可以接受，或申请平台介入${zhBefore(params)}；逾期视为接受。`,
  },
  'to-resend': {
    subject: ({ caseNumber }) => `售后 ${caseNumber}：商定补发`,
    body: (params) => `合作社会重新寄出商品${zhBefore(params)}；逾期未寄出，改为全额退款。`,
  },
  resent: {
    subject: ({ caseNumber }) => `售后 ${caseNumber}：补发已寄出`,
    body: (params) =>
      `收到后请确认。没收到或仍有问题，请在售后里反映${zhBefore(params)}；逾期视为收到。`,
  },
  'resend-delivered': {
    subject: ({ caseNumber }) => `售后 ${caseNumber}：补发已送达`,
    body: (params) =>
      `请查收并确认。没收到或仍有问题，请在售后里反映${zhBefore(params)}；逾期视为收到。`,
  },
  replaced: {
    subject: ({ caseNumber }) => `售后 ${caseNumber}：补发已收到`,
    body: () => '补发已收到，售后办结，未产生退款。',
  },
  'rest-cancelled': {
    subject: ({ orderNumber }) => `订单 ${orderNumber} 未发货的部分已取消`,
    body: ({ amountFen }) => `退款 ${yuan(amountFen)}，原路退回买家；已发出的商品不受影响。`,
  },
  closed: {
    subject: ({ caseNumber }) => `售后 ${caseNumber} 已关闭`,
    body: () => '本次售后未产生退款。',
  },
  withdrawn: {
    subject: ({ caseNumber }) => `售后 ${caseNumber} 已撤销`,
    body: () => '买家撤销了售后申请，无需处理。',
  },
}

const en: Readonly<Record<Params['step'], Said>> = {
  opened: {
    subject: ({ orderNumber }) => `A case on order ${orderNumber} waits for your answer`,
    body: (params) =>
      `The buyer asks for ${yuan(params.amountFen)} back. Please answer${enBefore(params)}; silence counts as agreement.`,
  },
  reduced: {
    subject: ({ caseNumber }) => `Case ${caseNumber}: a part is offered`,
    body: (params) =>
      `The cooperative offers ${yuan(params.amountFen)}. Accept it or ask the referee${enBefore(params)}; silence accepts it.`,
  },
  refused: {
    subject: ({ caseNumber }) => `Case ${caseNumber}: the cooperative disagrees`,
    body: (params) =>
      `The cooperative has refused. If you do not accept that, ask the referee${enBefore(params)}; otherwise the case closes.`,
  },
  refereed: {
    subject: ({ caseNumber }) => `Case ${caseNumber} is with the referee`,
    body: () => 'An officer looks at what both sides say and at the photographs, and decides.',
  },
  'to-send-back': {
    subject: ({ caseNumber }) => `Case ${caseNumber}: please send the goods back`,
    body: (params) =>
      `${yuan(params.amountFen)} is agreed. Send the goods back and enter the tracking number${enBefore(params)}; otherwise the case closes.`,
  },
  'sent-back': {
    subject: ({ caseNumber }) => `Case ${caseNumber}: the goods are on their way back`,
    body: (params) => `Please confirm what arrived${enBefore(params)}; silence counts as received.`,
  },
  settled: {
    subject: ({ caseNumber }) => `Case ${caseNumber} is settled`,
    body: ({ amountFen }) => `${yuan(amountFen)} goes back to the buyer the way it came.`,
  },
  'replacement-offered': {
    subject: ({ caseNumber }) => `Case ${caseNumber}: the goods can be sent again`,
    body: (params) =>
      `The cooperative offers to send the goods again instead of a refund. Accept it or ask the referee${enBefore(params)}; silence accepts it.`,
  },
  'to-resend': {
    subject: ({ caseNumber }) => `Case ${caseNumber}: the goods are to be sent again`,
    body: (params) =>
      `The cooperative sends the goods again${enBefore(params)}; otherwise the money is refunded in full.`,
  },
  resent: {
    subject: ({ caseNumber }) => `Case ${caseNumber}: the goods were sent again`,
    body: (params) =>
      `Please confirm when they arrive. If they do not, or are wrong too, say so in the case${enBefore(params)}; silence counts as received.`,
  },
  'resend-delivered': {
    subject: ({ caseNumber }) => `Case ${caseNumber}: the replacement is delivered`,
    body: (params) =>
      `Please confirm that you have it. If it is not there or is wrong too, report it in the case${enBefore(params)}; after that it counts as received.`,
  },
  replaced: {
    subject: ({ caseNumber }) => `Case ${caseNumber}: the replacement has arrived`,
    body: () => 'The replacement was received. The case is over; nothing is refunded.',
  },
  'rest-cancelled': {
    subject: ({ orderNumber }) => `What order ${orderNumber} still owed is cancelled`,
    body: ({ amountFen }) =>
      `${yuan(amountFen)} goes back to the buyer the way it came. What was sent is not affected.`,
  },
  closed: {
    subject: ({ caseNumber }) => `Case ${caseNumber} is closed`,
    body: () => 'Nothing is refunded.',
  },
  withdrawn: {
    subject: ({ caseNumber }) => `Case ${caseNumber} is withdrawn`,
    body: () => 'The buyer has withdrawn the case. There is nothing to do.',
  },
}

const say = (said: Readonly<Record<Params['step'], Said>>) => (params: Params) => ({
  subject: said[params.step].subject(params),
  body: said[params.step].body(params),
})

/** How a case moved: to its buyer in the shop, to organisations in the console. */
export const afterSaleTemplate: MessageTemplate<Params> = {
  group: 'orders',
  path: ({ caseId, buyerId, cooperativeId }) => {
    const desk = buyerId ? `/console/b/${encodeURIComponent(buyerId)}` : ''
    const own = cooperativeId ? `/console/c/${encodeURIComponent(cooperativeId)}` : desk
    return `${own}/after-sales/${encodeURIComponent(caseId)}`
  },
  words: { 'zh-CN': say(zh), en: say(en) },
}

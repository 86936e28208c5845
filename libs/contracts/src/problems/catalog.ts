import type { ProblemText } from '../problem-text.js'

export const catalogProblems = {
  'product.edited-meanwhile': {
    kind: 'conflict',
    'zh-CN': '这条内容刚被别人改过。请刷新后再改，您填写的内容没有保存。',
    en: 'Somebody has just edited this. Reload and edit again; what you entered was not saved.',
  },
  'cooperative.founded-later': {
    kind: 'invalid',
    'zh-CN': '成立年份不能晚于今年。',
    en: 'The founding year cannot lie in the future.',
  },
  'bundle.sku-not-own': {
    kind: 'invalid',
    'zh-CN': '礼盒里只能放本社自己的商品规格。',
    en: 'A gift box holds the cooperative’s own packs only.',
  },
  'bundle.sku-twice': {
    kind: 'invalid',
    'zh-CN': '同一规格只能列一次，请改数量。',
    en: 'List a pack once and change how many of it are in the box.',
  },
  'product.under-review': {
    kind: 'conflict',
    'zh-CN': '商品正在等待审核，不能修改。要改请先撤回。',
    en: 'This product waits for approval and cannot be edited. Take it back first.',
  },
  'product.not-under-review': {
    kind: 'conflict',
    'zh-CN': '没有正在等待审核的内容，可能刚被处理。',
    en: 'Nothing waits for approval here; it may just have been decided.',
  },
  'product.incomplete': {
    kind: 'invalid',
    'zh-CN': '还缺：{missing}。补齐后再提交。',
    en: 'Still missing: {missingEn}. Complete it, then hand it in.',
  },
  'product.papers-missing': {
    kind: 'invalid',
    'zh-CN': '缺少有效证照：{missing}。请先在“证照”里登记。',
    en: 'Papers in force are missing: {missingEn}. File them under Papers first.',
  },
  'product.papers-expired': {
    kind: 'conflict',
    'zh-CN': '证照已过期：{missing}。登记新证照后才能继续。',
    en: 'Papers have expired: {missingEn}. File the new ones to go on.',
  },
  'product.place-unknown': {
    kind: 'invalid',
    'zh-CN': '没有这个类目或乡镇，请重新选择。',
    en: 'There is no such category or township. Choose again.',
  },
  'product.too-many': {
    kind: 'conflict',
    'zh-CN': '每个合作社最多 {max} 件商品。',
    en: 'A cooperative can have at most {max} products.',
  },
  'review.decided-already': {
    kind: 'conflict',
    'zh-CN': '这份申请已处理或已撤回，请刷新。',
    en: 'This has been decided or taken back already. Reload.',
  },
  'review.decided-by-submitter': {
    kind: 'forbidden',
    'zh-CN': '提交人不能审核自己的提交，请由他人处理。',
    en: 'Whoever handed it in cannot decide. Let somebody else do it.',
  },
  'review.reason-needed': {
    kind: 'invalid',
    'zh-CN': '退回时请写明原因，至少 4 个字。',
    en: 'Say why it is returned, in at least 4 characters.',
  },
  'picture.too-many': {
    kind: 'conflict',
    'zh-CN': '每件商品最多 {max} 张照片，请先删去一张。',
    en: 'A product can have at most {max} photographs. Remove one first.',
  },
  'picture.too-small': {
    kind: 'invalid',
    'zh-CN': '照片太小，短边至少 {min} 像素。',
    en: 'The photograph is too small: its shorter side needs {min} pixels at least.',
  },
  'picture.last-of-listed': {
    kind: 'conflict',
    'zh-CN': '已上架的商品至少保留一张照片。',
    en: 'A listed product keeps at least one photograph.',
  },
  'paper.dates-wrong': {
    kind: 'invalid',
    'zh-CN': '签发日不能晚于今天，到期日须在签发日之后。',
    en: 'The day of issue cannot be later than today, and the expiry must follow it.',
  },
  'paper.filed-already': {
    kind: 'conflict',
    'zh-CN': '同一种证照的这个编号已经登记过。',
    en: 'A paper of this kind with this number is on file already.',
  },
  'paper.too-many': {
    kind: 'conflict',
    'zh-CN': '最多登记 {max} 份证照，请先移除不用的。',
    en: 'At most {max} papers can be on file. Remove some first.',
  },
  'sku.pack-fixed': {
    kind: 'conflict',
    'zh-CN': '商品上过架后，规格名称和重量不能再改；请停售它并新增规格。',
    en: 'Name and weight of a pack are fixed once the product was listed. Stop its sale and add another.',
  },
  'sku.too-many': {
    kind: 'conflict',
    'zh-CN': '每件商品最多 {max} 个规格。',
    en: 'A product can have at most {max} packs.',
  },
  'sku.breaks-not-falling': {
    kind: 'invalid',
    'zh-CN': '阶梯价须随数量增加而降低，且数量不能重复。',
    en: 'Quantity breaks must rise in quantity and fall in price.',
  },
  'recognition.pending': {
    kind: 'conflict',
    'zh-CN': '这件商品已有认定或正在申请，不必重复提交。',
    en: 'This product is recognised, or an application is waiting already.',
  },
  'recognition.not-listed': {
    kind: 'conflict',
    'zh-CN': '商品上架后才能申请认定。',
    en: 'Recognition can be asked for once the product is listed.',
  },
  'recognition.dates-wrong': {
    kind: 'invalid',
    'zh-CN': '请填写认定的起止日期，截止日须晚于起始日且尚未过去。',
    en: 'Give the first and last day of the recognition; the last must be later and not past.',
  },
  'recognition.decided-by-applicant': {
    kind: 'forbidden',
    'zh-CN': '申请人不能审批自己的申请，请由他人处理。',
    en: 'Whoever applied cannot decide. Let somebody else do it.',
  },
} as const satisfies Record<string, ProblemText>

import type { ProblemText } from '../problem-text.js'

export const identityProblems = {
  'sign-in.refused': {
    kind: 'unauthenticated',
    'zh-CN': '账号或密码不正确，请核对后重试，或通过“忘记密码”重新设置。',
    en: 'The account or the password is not right. Check both, or use “Forgot password”.',
  },
  'sign-in.too-many': {
    kind: 'too-many',
    'zh-CN': '尝试次数过多，为保护账号已暂停验证，请 {minutes} 分钟后再试。',
    en: 'Too many attempts. To protect the account, please wait {minutes} minutes.',
  },
  'account.suspended': {
    kind: 'forbidden',
    'zh-CN': '这个账号已被停用，请联系平台运维人员。',
    en: 'This account is suspended. Please contact the operator of the site.',
  },
  'account.erasure-blocked': {
    kind: 'conflict',
    'zh-CN': '暂时不能注销账号：{reason}',
    en: 'The account cannot be closed yet: {reason}',
  },
  'code.refused': {
    kind: 'invalid',
    'zh-CN': '验证码不正确或已失效，请核对，或重新获取。',
    en: 'The code is not right, or no longer valid. Check it, or ask for a new one.',
  },
  'code.too-many': {
    kind: 'too-many',
    'zh-CN': '获取验证码过于频繁，请 {minutes} 分钟后再试。',
    en: 'Too many codes were asked for. Please wait {minutes} minutes.',
  },
  'password.wrong': {
    kind: 'forbidden',
    'zh-CN': '当前密码不正确。',
    en: 'The current password is not right.',
  },
  'consent.outdated': {
    kind: 'conflict',
    'zh-CN': '服务条款或隐私政策已更新，请刷新页面，阅读新版后再同意。',
    en: 'The terms or the privacy notice have changed. Reload, read the new text, then agree.',
  },
  'contact.last': {
    kind: 'conflict',
    'zh-CN': '至少要保留一个邮箱或手机号，请先添加另一个。',
    en: 'One e-mail address or mobile number must stay. Add another first.',
  },
  'second-factor.refused': {
    kind: 'invalid',
    'zh-CN': '动态码不正确、已用过或已过期，请等待下一个再试。',
    en: 'The code is not right, already used, or too old. Wait for the next one and try again.',
  },
  'second-factor.not-enabled': {
    kind: 'conflict',
    'zh-CN': '尚未开启两步验证，请先在“账号安全”中开启。',
    en: 'The second factor is not set up yet. Set it up under account security first.',
  },
  'second-factor.enabled': {
    kind: 'conflict',
    'zh-CN': '两步验证已经开启。',
    en: 'The second factor is already set up.',
  },
  'second-factor.required': {
    kind: 'conflict',
    'zh-CN': '管理人员必须使用两步验证，不能关闭。',
    en: 'The second factor is required for members of the administration and stays on.',
  },
  'organisation.registered-already': {
    kind: 'conflict',
    'zh-CN': '这个统一社会信用代码已登记在另一个单位名下。',
    en: 'This registration number already belongs to another organisation.',
  },
  'organisation.identity-fixed': {
    kind: 'conflict',
    'zh-CN': '已通过审核的单位，名称、地区和统一社会信用代码须由平台运维人员变更。',
    en: 'Name, region and registration number of an approved organisation are changed by an operator.',
  },
  'organisation.too-many': {
    kind: 'conflict',
    'zh-CN': '待审核的申请太多，请等待审核结果。',
    en: 'Too many applications are waiting. Please wait for a decision.',
  },
  'organisation.edited-meanwhile': {
    kind: 'conflict',
    'zh-CN': '申请资料或证照刚刚有改动，列表已换成最新内容。请关闭窗口，看过新的内容后再审核。',
    en: 'The application or its papers were changed meanwhile; the list now shows how it stands. Close this and read it before you decide.',
  },
  'organisation.papers-missing': {
    kind: 'conflict',
    'zh-CN': '还没有上传登记证照，请先上传营业执照或法人证书的扫描件或照片。',
    en: 'No registration paper is on file yet. A scan or photograph of the certificate is needed first.',
  },
  'organisation.papers-full': {
    kind: 'conflict',
    'zh-CN': '登记证照最多 {max} 份，请先删去不需要的。',
    en: 'At most {max} registration papers are kept. Take one off first.',
  },
  'organisation.paper-fixed': {
    kind: 'conflict',
    'zh-CN': '审核通过时依据的证照不能删去，换了新证请另行上传。',
    en: 'What an approval was given on cannot be taken off. Add the renewed paper beside it.',
  },
  'member.last-keeper': {
    kind: 'conflict',
    'zh-CN': '这是最后一位负责人（{role}），请先把该角色交给另一位成员。',
    en: 'This is the last {role}. Give that role to another member first.',
  },
  'member.already': {
    kind: 'conflict',
    'zh-CN': '对方已是这个单位的成员。',
    en: 'This person is already a member of the organisation.',
  },
  'member.role-not-of-kind': {
    kind: 'invalid',
    'zh-CN': '这类单位没有“{role}”这个角色。',
    en: 'Organisations of this kind have no role “{role}”.',
  },
  'invitation.ended': {
    kind: 'not-found',
    'zh-CN': '邀请链接无效、已使用或已过期，请联系对方重新邀请。',
    en: 'This invitation is not valid, already used, or expired. Ask for a new one.',
  },
  'invitation.too-many': {
    kind: 'conflict',
    'zh-CN': '未接受的邀请太多，请先撤回一些。',
    en: 'Too many invitations are open. Withdraw some first.',
  },
  'machine-key.scope-not-allowed': {
    kind: 'invalid',
    'zh-CN': '接口密钥不能拥有权限“{scope}”。',
    en: 'A machine key cannot hold the permission “{scope}”.',
  },
  'machine-key.too-many': {
    kind: 'conflict',
    'zh-CN': '有效的接口密钥太多，请先停用一些。',
    en: 'Too many machine keys are in force. Revoke some first.',
  },
  'person.is-yourself': {
    kind: 'conflict',
    'zh-CN': '不能对自己的账号这样做，请由另一位运维人员操作。',
    en: 'You cannot do this to your own account. Ask another operator.',
  },
  'field.contact': {
    kind: 'invalid',
    'zh-CN': '请填写邮箱地址或中国大陆手机号',
    en: 'Must be an e-mail address or a mobile number of mainland China',
  },
  'field.password-common': {
    kind: 'invalid',
    'zh-CN': '这个密码太常见，容易被猜中，请换一个',
    en: 'This password is among the most common ones; choose another',
  },
  'field.password-is-contact': {
    kind: 'invalid',
    'zh-CN': '密码不能与账号相同',
    en: 'Must not be the same as the account’s e-mail address or number',
  },
} as const satisfies Record<string, ProblemText>

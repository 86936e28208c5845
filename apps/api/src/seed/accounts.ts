import { randomBytes } from 'node:crypto'
import type { INestApplicationContext } from '@nestjs/common'
import type { MemberRole } from '@weibao/contracts/permissions'
import { Members, Organisations, People, SecondFactors } from '@weibao/identity'
import type { Id } from '@weibao/kernel'
import { Secret } from 'otpauth'
import { TOUR_BUYER } from './buyers.js'

/** A demonstration account as the launcher prints it. Everybody in it is invented. */
export interface Account {
  readonly role: string
  readonly labelZh: string
  readonly labelEn: string
  readonly email: string
  readonly password: string
  readonly totpSecret?: string
}

interface Plan {
  readonly role: 'shopper' | MemberRole
  readonly labelZh: string
  readonly labelEn: string
  readonly email: string
  readonly name: string
  /** Whose member, by key of `organisationIds`; more than one for somebody who serves two. */
  readonly of?: readonly string[]
}

const TOUR = 'badi-barley'

const administration: readonly Plan[] = [
  {
    role: 'shopper',
    labelZh: '消费者',
    labelEn: 'Shopper',
    email: 'shopper@weibao.example',
    name: '陈小满',
  },
  {
    role: 'officer',
    labelZh: '宝山管理员',
    labelEn: 'Baoshan officer',
    email: 'officer@weibao.example',
    name: '周立行',
    of: ['baoshan-office'],
  },
  {
    role: 'officer',
    labelZh: '宝山管理员（复核）',
    labelEn: 'Second officer',
    email: 'officer2@weibao.example',
    name: '顾安宁',
    of: ['baoshan-office'],
  },
  {
    role: 'liaison',
    labelZh: '维西联络员',
    labelEn: 'Weixi liaison',
    email: 'liaison@weibao.example',
    name: '和春山',
    of: ['weixi-office'],
  },
  {
    role: 'operator',
    labelZh: '运维',
    labelEn: 'Operator',
    email: 'operator@weibao.example',
    name: '沈一川',
    of: ['operations'],
  },
  {
    role: 'auditor',
    labelZh: '审计员',
    labelEn: 'Auditor',
    email: 'auditor@weibao.example',
    name: '陆明正',
    of: ['audit'],
  },
]

const buyers: readonly Plan[] = [
  ['requester', '采购单位经办人', 'Buyer’s requester', 'requester', '吴思齐'],
  ['approver', '采购单位审批人', 'Buyer’s approver', 'approver', '郑可欣'],
  ['approver', '采购单位审批人（复核）', 'Buyer’s second approver', 'approver2', '韩守一'],
  ['receiver', '采购单位收货人', 'Buyer’s receiver', 'receiver', '马大力'],
].map(([role, labelZh, labelEn, mailbox, name]) => ({
  role: role as MemberRole,
  labelZh: labelZh!,
  labelEn: labelEn!,
  email: `${mailbox}@weibao.example`,
  name: name!,
  of: [TOUR_BUYER],
}))

const offices = [
  {
    key: 'baoshan-office',
    zh: '宝山区协作办（演示）',
    en: 'Baoshan cooperation office (demonstration)',
    shortZh: '宝山协作办',
    shortEn: 'Baoshan office',
    region: 'baoshan',
  },
  {
    key: 'weixi-office',
    zh: '维西县联络组（演示）',
    en: 'Weixi liaison group (demonstration)',
    shortZh: '维西联络组',
    shortEn: 'Weixi liaison',
    region: 'weixi',
  },
  {
    key: 'operations',
    zh: '平台运维组（演示）',
    en: 'Site operations (demonstration)',
    shortZh: '运维组',
    shortEn: 'Operations',
    region: 'baoshan',
  },
  {
    key: 'audit',
    zh: '审计组（演示）',
    en: 'Audit group (demonstration)',
    shortZh: '审计组',
    shortEn: 'Audit',
    region: 'baoshan',
  },
] as const

/** Offices of the administration; their ids by key. */
export async function seedOffices(app: INestApplicationContext): Promise<Map<string, Id>> {
  const organisations = app.get(Organisations, { strict: false })
  const ids = new Map<string, Id>()
  for (const { key, zh, en, shortZh, shortEn, region } of offices) {
    const names = { nameZh: zh, nameEn: en, shortNameZh: shortZh, shortNameEn: shortEn }
    ids.set(
      key,
      await organisations.create({
        kind: 'administration',
        ...names,
        region,
        isDemonstration: true,
      }),
    )
  }
  return ids
}

/**
 * One account for each role. Cooperatives get an owner each; the first also a clerk, who serves the
 * second as well. Passwords and second factors are drawn anew for every seed.
 */
export async function seedAccounts(
  app: INestApplicationContext,
  organisationIds: ReadonlyMap<string, Id>,
  cooperatives: readonly { slug: string; zh: string; en: string }[],
): Promise<Account[]> {
  const password = `weixi-${randomBytes(4).toString('hex')}`
  const [first, second] = cooperatives
  const clerk: Plan = {
    role: 'clerk',
    labelZh: '合作社店员（两家）',
    labelEn: 'Clerk of two cooperatives',
    email: 'clerk@weibao.example',
    name: '余秀兰',
    of: [first!.slug, second!.slug],
  }
  // The seller of 百花蜜 comes first: the tour of the README goes through it.
  const inOrder = [...cooperatives].sort(
    (a, b) => Number(b.slug === TOUR) - Number(a.slug === TOUR),
  )
  const owners = inOrder.map(({ slug, zh, en }): Plan => ({
    role: 'owner',
    labelZh: zh,
    labelEn: en,
    email: `${slug}@weibao.example`,
    name: `${zh}负责人`,
    of: [slug],
  }))
  const accounts: Account[] = []
  for (const plan of [...administration, ...buyers, ...owners, clerk])
    accounts.push(await seedAccount(app, plan, organisationIds, password))
  return accounts
}

async function seedAccount(
  app: INestApplicationContext,
  plan: Plan,
  organisationIds: ReadonlyMap<string, Id>,
  password: string,
): Promise<Account> {
  const { role, labelZh, labelEn, email, name, of = [] } = plan
  const personId = await app
    .get(People, { strict: false })
    .create({ displayName: name, contacts: [email], password })
  if (role !== 'shopper')
    for (const key of of)
      await app
        .get(Members, { strict: false })
        .add({ organisationId: organisationIds.get(key)!, personId, role })
  const account = { role, labelZh, labelEn, email, password }
  if (role === 'shopper') return account
  const totpSecret = new Secret({ size: 20 }).base32
  if (role === 'clerk') return account
  await app.get(SecondFactors, { strict: false }).adopt(personId, totpSecret)
  return { ...account, totpSecret }
}

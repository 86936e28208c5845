import type { VolumeFigures } from '@weibao/contracts/report'
import type { Order } from '@weibao/contracts/order'
import type { MemberRole, OrganisationKind } from '@weibao/contracts/permissions'
import type { CockpitLine, QuotaCockpit } from '@weibao/contracts/quota-cockpit'
import type { Session } from '@weibao/contracts/session'

/** Small pieces of a market for screen tests. */

export const ids = {
  person: '01934b1e-8a51-7c3e-9d55-0a6f5e1c2b01',
  cooperative: '01934b1e-8a51-7c3e-9d55-0a6f5e1c2b02',
  office: '01934b1e-8a51-7c3e-9d55-0a6f5e1c2b03',
  order: '01934b1e-8a51-7c3e-9d55-0a6f5e1c2b04',
  row: '01934b1e-8a51-7c3e-9d55-0a6f5e1c2b05',
  line: '01934b1e-8a51-7c3e-9d55-0a6f5e1c2b06',
} as const

const anonymous: Session = {
  state: 'anonymous',
  person: null,
  memberships: [],
  secondFactor: { isEnabled: false, isRequired: false, provedUntil: null },
}

export function nobody(): Session {
  return anonymous
}

export function sessionOf(
  role: MemberRole,
  secondFactor: Partial<Session['secondFactor']> = {},
): Session {
  const isOffice = ['officer', 'liaison', 'operator', 'auditor'].includes(role)
  const kind: OrganisationKind = isOffice ? 'administration' : 'cooperative'
  const name = isOffice
    ? { zh: '宝山区合作办', en: 'Baoshan office' }
    : { zh: '叶枝蜂业合作社', en: 'Yezhi Bee Cooperative' }
  const factor = { isEnabled: isOffice, isRequired: isOffice, provedUntil: null, ...secondFactor }
  return {
    state: 'signed-in',
    person: {
      id: ids.person,
      displayName: '和春燕',
      locale: 'zh-CN',
      email: 'chunyan@example.com',
      mobile: null,
    },
    memberships: [
      {
        memberId: ids.person,
        organisationId: isOffice ? ids.office : ids.cooperative,
        organisationKind: kind,
        organisationStatus: 'approved',
        name,
        shortName: name,
        isDemonstration: true,
        role,
        isInForce: !isOffice || factor.isEnabled,
      },
    ],
    secondFactor: factor,
  }
}

/** An approver of a buyer whose id is `ids.order`. */
export function buyerSession(role: 'requester' | 'approver' | 'receiver' = 'approver'): Session {
  const session = sessionOf('owner')
  const memberships = session.memberships.map((membership) => ({
    ...membership,
    organisationId: ids.order,
    organisationKind: 'buyer' as const,
    role,
  }))
  return { ...session, memberships }
}

export function anOrder(state: Order['state'] = 'confirmed'): Order {
  return {
    id: ids.order,
    number: 'DD20261125000017',
    groupId: ids.order,
    cooperativeId: ids.cooperative,
    cooperativeSlug: 'yezhi-bees',
    cooperativeName: { zh: '叶枝蜂业合作社', en: 'Yezhi Bee Cooperative' },
    buyer: null,
    leavesOn: null,
    arrivesOn: null,
    state,
    goodsFen: 11_600,
    freightFen: 800,
    totalFen: 12_400,
    note: '',
    address: {
      recipient: '周敏',
      phone: '13800000000',
      province: '上海市',
      city: '上海市',
      district: '宝山区',
      subdistrictCode: '310113003',
      street: '友谊路 1 号',
    },
    placedAt: '2026-11-24T02:00:00.000Z',
    autoAcceptAt: null,
    paymentId: null,
    lines: [
      {
        id: ids.line,
        orderBundleId: null,
        skuId: ids.line,
        productSlug: 'baihua-mi',
        name: { zh: '百花蜜', en: 'Wildflower honey' },
        skuName: { zh: '500 克瓶装', en: '500 g jar' },
        packGrams: 500,
        quantity: 2,
        unitPriceFen: 5_800,
        lineTotalFen: 11_600,
        isRecognised: true,
        cancelled: 0,
        lotCodes: ['7K3M9P2A'],
        returnException: null,
      },
    ],
    bundles: [],
    shipments: [],
    receipt: null,
    cancellation: null,
    events: [
      { kind: 'placed', at: '2026-11-24T02:00:00.000Z' },
      { kind: 'paid', at: '2026-11-24T02:01:00.000Z' },
    ],
  }
}

export function figures(goodsFen: number, entries = 1): VolumeFigures {
  return {
    goodsFen,
    outsideFen: 0,
    freightFen: 0,
    packingFen: 0,
    subsidyFen: 0,
    massGrams: 1000,
    entries,
  }
}

export const emptyPage = { items: [], nextCursor: null }

const noFigures = { amountFen: 0, outsideFen: 0, freightFen: 0, massGrams: 0, rows: 0 }

/** A canteen's budget of ¥200,000 for which nothing is filed or bought. */
export function cockpitLine(given: Partial<CockpitLine> = {}): CockpitLine {
  return {
    budgetLine: { id: ids.line, kind: 'canteen', name: '教工食堂', ceilingFen: 20_000_000 },
    quota: null,
    stages: {
      demanded: noFigures,
      matched: noFigures,
      ordered: noFigures,
      received: noFigures,
      confirmed: noFigures,
    },
    gapFen: 0,
    forecast: null,
    ...given,
  }
}

export function cockpitOf(...lines: CockpitLine[]): QuotaCockpit {
  return { year: 2026, years: [2026, 2025], forecastTo: '2026-12-31', lines }
}

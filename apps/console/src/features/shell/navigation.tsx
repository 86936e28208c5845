import type { Permission } from '@weibao/contracts/permissions'
import {
  DownloadIcon,
  AlertIcon,
  BareLink,
  BoxIcon,
  CalendarIcon,
  ChartIcon,
  EditIcon,
  EyeIcon,
  GiftIcon,
  GridIcon,
  LeafIcon,
  PaperIcon,
  PeopleIcon,
  ScaleIcon,
  SealIcon,
  SettingsIcon,
  RefreshIcon,
  ReturnIcon,
  StarIcon,
  SunIcon,
  WalletIcon,
  useMessages,
  type IconType,
} from '@weibao/ui'
import { useLocation } from 'react-router'
import type { Acting } from '../../lib/acting'
import { shellMessages } from './shell.messages'

type Label = keyof (typeof shellMessages)['zh-CN']
interface Item {
  readonly path: string
  readonly label: Label & PlainLabel
  readonly icon: IconType
  readonly needs?: Permission
  /** Only this very address, not what is below it. */
  readonly exact?: true
}
type PlainLabel = Exclude<Label, 'notInForceTitle'>
interface Group {
  readonly label: PlainLabel | null
  readonly items: readonly Item[]
}

const today: Group = {
  label: null,
  items: [{ path: '', label: 'today', icon: SunIcon, exact: true }],
}
const cooperativeGroups: readonly Group[] = [
  today,
  {
    label: 'groupSelling',
    items: [
      { path: '/allocations', label: 'allocations', icon: SealIcon, needs: 'allocation:answer' },
      { path: '/orders', label: 'orders', icon: BoxIcon, needs: 'order:ship' },
      { path: '/after-sales', label: 'afterSales', icon: ReturnIcon, needs: 'after-sale:answer' },
      { path: '/invoices', label: 'invoices', icon: PaperIcon, needs: 'invoice:answer' },
      { path: '/reviews', label: 'reviews', icon: StarIcon, needs: 'review:answer' },
      { path: '/money', label: 'money', icon: WalletIcon, needs: 'earning:read' },
      { path: '/fairness', label: 'fairness', icon: ScaleIcon, needs: 'allocation:read' },
    ],
  },
  {
    label: 'groupGoods',
    items: [
      { path: '/lots', label: 'lots', icon: LeafIcon, needs: 'lot:manage' },
      { path: '/forecasts', label: 'forecasts', icon: CalendarIcon, needs: 'lot:manage' },
      { path: '/recall', label: 'recall', icon: AlertIcon, needs: 'lot:recall' },
      { path: '/products', label: 'products', icon: GridIcon, needs: 'product:manage' },
      { path: '/bundles', label: 'bundles', icon: GiftIcon, needs: 'product:manage' },
      { path: '/papers', label: 'papers', icon: PaperIcon, needs: 'product:manage' },
      { path: '/page', label: 'ownPage', icon: PeopleIcon, needs: 'product:manage' },
      { path: '/organisation', label: 'organisation', icon: SettingsIcon, needs: 'member:read' },
      { path: '/webhooks', label: 'webhooks', icon: RefreshIcon, needs: 'webhook:manage' },
    ],
  },
]
const buyerGroups: readonly Group[] = [
  {
    label: null,
    items: [{ path: '', label: 'progress', icon: ChartIcon, needs: 'demand:read', exact: true }],
  },
  {
    label: 'groupNeeds',
    items: [
      { path: '/demands', label: 'demands', icon: EditIcon, needs: 'demand:read' },
      { path: '/standing', label: 'standing', icon: RefreshIcon, needs: 'demand:read' },
      { path: '/gifts', label: 'gifts', icon: GiftIcon, needs: 'demand:read' },
      { path: '/coming', label: 'coming', icon: CalendarIcon, needs: 'demand:read' },
    ],
  },
  {
    label: 'groupBuying',
    items: [
      { path: '/results', label: 'results', icon: LeafIcon, needs: 'allocation:read' },
      { path: '/orders', label: 'orders', icon: BoxIcon, needs: 'order:read' },
      { path: '/after-sales', label: 'afterSales', icon: ReturnIcon, needs: 'order:read' },
    ],
  },
  {
    label: 'groupOrganisation',
    items: [
      { path: '/budgets', label: 'budgets', icon: WalletIcon, needs: 'demand:read' },
      { path: '/organisation', label: 'organisation', icon: SettingsIcon, needs: 'member:read' },
      { path: '/webhooks', label: 'webhooks', icon: RefreshIcon, needs: 'webhook:manage' },
    ],
  },
]
const administrationGroups: readonly Group[] = [
  today,
  {
    label: 'groupMatching',
    items: [
      { path: '/quotas', label: 'quotas', icon: PaperIcon, needs: 'quota:check' },
      { path: '/rounds', label: 'rounds', icon: RefreshIcon, needs: 'round:read' },
      { path: '/fairness', label: 'fairness', icon: ChartIcon, needs: 'round:read' },
    ],
  },
  {
    label: 'groupVolume',
    items: [
      { path: '/volume', label: 'volume', icon: ChartIcon, needs: 'volume:read', exact: true },
      { path: '/volume/rows', label: 'volumeRows', icon: PaperIcon, needs: 'volume:read' },
      { path: '/periods', label: 'periods', icon: CalendarIcon, needs: 'volume:read' },
      { path: '/adjustments', label: 'adjustments', icon: EditIcon, needs: 'volume:read' },
    ],
  },
  {
    label: 'groupMoney',
    items: [
      { path: '/orders', label: 'allOrders', icon: BoxIcon, needs: 'ledger:read' },
      {
        path: '/settlements',
        label: 'settlements',
        icon: WalletIcon,
        needs: 'settlement:read',
      },
      { path: '/transfers', label: 'transfers', icon: DownloadIcon, needs: 'transfer:read' },
      { path: '/ledger', label: 'ledger', icon: ScaleIcon, needs: 'ledger:read' },
    ],
  },
  {
    label: 'groupRules',
    items: [
      { path: '/after-sales', label: 'afterSales', icon: ReturnIcon, needs: 'after-sale:read' },
      { path: '/recall', label: 'recall', icon: AlertIcon, needs: 'lot:recall' },
      { path: '/reviews', label: 'reviews', icon: StarIcon, needs: 'review:moderate' },
      { path: '/applications', label: 'applications', icon: SealIcon, needs: 'organisation:read' },
      {
        path: '/product-reviews',
        label: 'productReviews',
        icon: GridIcon,
        needs: 'product:approve',
      },
      { path: '/papers', label: 'papers', icon: PaperIcon, needs: 'product:approve' },
      { path: '/recognitions', label: 'recognitions', icon: LeafIcon, needs: 'product:approve' },
      { path: '/settings', label: 'settings', icon: SettingsIcon, needs: 'setting:read' },
    ],
  },
  {
    label: 'groupPlatform',
    items: [
      { path: '/people', label: 'people', icon: PeopleIcon, needs: 'person:administer' },
      { path: '/operations', label: 'operations', icon: RefreshIcon, needs: 'operations:read' },
      { path: '/audit', label: 'audit', icon: EyeIcon, needs: 'audit:read' },
    ],
  },
]

/** Where one can go, by task; only what the role may do. */
export function Navigation({ acting }: { acting: Acting }) {
  const t = useMessages(shellMessages)
  const groups = groupsOf(acting.base)
  const allowed = groups
    .map((group) => ({
      ...group,
      items: group.items.filter(({ needs }) => !needs || acting.can(needs)),
    }))
    .filter(({ items }) => items.length > 0)
  return (
    <nav aria-label={t('navigation')} className="grid gap-5">
      {allowed.map((group) => (
        <div key={group.label ?? 'today'}>
          {group.label && (
            <p className="px-3 pb-1 text-xs font-semibold text-ink-soft">{t(group.label)}</p>
          )}
          <ul className="grid gap-0.5">
            {group.items.map((item) => (
              <NavigationLink key={item.path} item={item} base={acting.base} />
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function groupsOf(base: string): readonly Group[] {
  if (base.startsWith('/c/')) return cooperativeGroups
  return base.startsWith('/b/') ? buyerGroups : administrationGroups
}

function NavigationLink({ item, base }: { item: Item; base: string }) {
  const t = useMessages(shellMessages)
  const { pathname } = useLocation()
  const href = base + item.path
  const isHere = item.exact
    ? pathname.replace(/\/$/, '') === href
    : `${pathname}/`.startsWith(`${href}/`)
  const Icon = item.icon
  return (
    <li>
      <BareLink
        href={href}
        aria-current={isHere ? 'page' : undefined}
        className="flex min-h-11 items-center gap-3 rounded-control border-l-3 border-transparent px-3 text-ink no-underline hover:bg-paper-sunk aria-[current]:border-madder aria-[current]:bg-indigo-soft aria-[current]:font-semibold aria-[current]:text-indigo"
      >
        <Icon className="text-lg" />
        {t(item.label)}
      </BareLink>
    </li>
  )
}

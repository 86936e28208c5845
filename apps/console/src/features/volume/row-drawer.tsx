import type { VolumeRow } from '@weibao/contracts/report'
import {
  DateText,
  Drawer,
  Money,
  TextLink,
  useBilingual,
  useFormats,
  useMessages,
} from '@weibao/ui'
import type { ReactNode } from 'react'
import { useActing } from '../../lib/acting'
import { useChannels } from '../settings/channels'
import { useAttributionName, usePartNames } from './part-names'
import { volumeMessages } from './volume.messages'

/** One entry whole, with the ways to its order, its payment and the ledger. */
export function RowDrawer({
  row,
  base,
  onClose,
}: {
  row: VolumeRow | null
  base: string
  onClose: () => void
}) {
  const t = useMessages(volumeMessages)
  return (
    <Drawer open={row !== null} onClose={onClose} title={t('rowTitle')}>
      {row && <RowContent row={row} base={base} />}
    </Drawer>
  )
}

function RowContent({ row, base }: { row: VolumeRow; base: string }) {
  const t = useMessages(volumeMessages)
  const say = useBilingual()
  return (
    <div className="grid grid-cols-1 gap-5">
      <div>
        <p className="font-display text-lg font-bold">{say(row.productName)}</p>
        <p className="text-ink-soft">{say(row.cooperativeName)}</p>
      </div>
      <Ways row={row} base={base} />
      {row.scopeReasons.length > 0 && (
        <div className="rounded-control bg-honey-soft p-4 text-honey-ink">
          <p className="font-semibold">{t('scope')}</p>
          <ul className="list-disc pl-5">
            {row.scopeReasons.map((reason) => (
              <li key={reason}>{t(reason)}</li>
            ))}
          </ul>
        </div>
      )}
      <Facts row={row} />
    </div>
  )
}

function Ways({ row, base }: { row: VolumeRow; base: string }) {
  const t = useMessages(volumeMessages)
  const { can } = useActing()
  const ways: [string, string | null][] = [
    [t('openOrder'), row.orderId && can('ledger:read') ? `${base}/orders/${row.orderId}` : null],
    [
      t('openLedger'),
      row.orderLineId && can('ledger:read')
        ? `${base}/ledger/entries?orderLineId=${row.orderLineId}`
        : null,
    ],
    [
      t('openEntries'),
      row.orderId && can('ledger:read') ? `${base}/ledger/entries?orderId=${row.orderId}` : null,
    ],
    [
      t('propose'),
      row.kind === 'count' && can('volume:adjust')
        ? `${base}/adjustments/new?entry=${row.id}`
        : null,
    ],
  ]
  if (ways.every(([, href]) => href === null)) return null
  return (
    <ul className="grid gap-1">
      {ways.map(
        ([label, href]) =>
          href && (
            <li key={label}>
              <TextLink href={href} className="inline-flex min-h-8 items-center">
                {label}
              </TextLink>
            </li>
          ),
      )}
    </ul>
  )
}

function Facts({ row }: { row: VolumeRow }) {
  const t = useMessages(volumeMessages)
  const say = useBilingual()
  const { month, number, weight } = useFormats()
  const townshipName = usePartNames('township')
  const categoryName = usePartNames('category')
  const subdistrictName = usePartNames('subdistrict')
  const attributionName = useAttributionName()
  const channel = useChannels().find(({ code }) => code === row.channel)
  const facts: [string, ReactNode][] = [
    [t('stage'), t(row.stage)],
    [t('kind'), t(`k_${row.kind}`)],
    [t('goods'), <Money key="goods" fen={row.goodsFen} />],
    [t('freight'), <Money key="freight" fen={row.freightFen} />],
    [t('packing'), <Money key="packing" fen={row.packingFen} />],
    [t('subsidy'), <Money key="subsidy" fen={row.subsidyFen} />],
    [t('quantity'), number(row.quantity)],
    [t('mass'), weight(row.massGrams)],
    [t('day'), <DateText key="day" value={row.occurredAt} as="dayTime" />],
    [t('period'), month(`${row.period}-15`)],
    [t('order'), row.orderNumber ?? '—'],
    [t('channel'), channel ? say(channel.name) : row.channel],
    [t('purchaseKind'), t(row.purchaseKind)],
    [t('buyerKind'), t(row.buyerKind)],
    [t('subdistrict'), subdistrictName({ key: row.subdistrictCode ?? 'none', label: null })],
    [t('township'), townshipName({ key: row.township, label: null })],
    [t('category'), categoryName({ key: row.category, label: null })],
    [t('attribution'), attributionName(row)],
    [t('evidence'), row.evidenceGrade],
    [
      t('ruleVersion'),
      row.ruleVersion === 0 ? t('ruleBuiltIn') : t('rule', { version: row.ruleVersion }),
    ],
    ...(row.reason ? [[t('reason'), row.reason] as [string, ReactNode]] : []),
  ]
  return (
    <dl className="grid gap-1.5">
      {facts.map(([label, value]) => (
        <div key={label} className="grid grid-cols-[8rem_1fr] gap-2">
          <dt className="text-ink-soft">{label}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

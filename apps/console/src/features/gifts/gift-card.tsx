import type { GiftLine, GiftProposal, GiftWish } from '@weibao/contracts/gift-proposal'
import {
  Badge,
  ButtonLink,
  DataTable,
  Money,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { giftsMessages } from './gifts.messages'
import { giftSearchOf } from './gifts.queries'

interface GiftCardProps {
  readonly n: number
  readonly proposal: GiftProposal
  readonly wish: GiftWish
}

/** One gift: its boxes, what it costs each and all, what is in it, and the way to ask for it. */
export function GiftCard({ n, proposal, wish }: GiftCardProps) {
  const t = useMessages(giftsMessages)
  const say = useBilingual()
  const { money, percent, number } = useFormats()
  const { base, can } = useActing()
  const { boxes, perHeadFen, totalFen, recognisedBasisPoints, enoughFor, key } = proposal
  const underFen = wish.perHeadFen - perHeadFen
  const search = giftSearchOf(wish)
  search.set('gift', key)
  return (
    <li className="wb-panel print:break-inside-avoid">
      <div className="grid gap-1 p-4">
        <p className="text-sm text-ink-soft">{t('proposal', { n })}</p>
        <h3>{boxes.map(({ name }) => say(name)).join(t('plus'))}</h3>
        <p className="text-sm text-ink-soft">
          {[...new Set(boxes.map(({ cooperativeName }) => say(cooperativeName)))].join(t('plus'))}
        </p>
        <p className="flex flex-wrap gap-x-5 gap-y-1">
          <strong>{t('perHeadIs', { amount: money(perHeadFen) })}</strong>
          <span>{underFen > 0 ? t('under', { amount: money(underFen) }) : t('exact')}</span>
          <span>{t('total', { amount: money(totalFen) })}</span>
        </p>
        <p className="flex flex-wrap items-center gap-x-5 gap-y-1 text-sm">
          <span>{t('recognised', { share: percent(recognisedBasisPoints / 10_000, 0) })}</span>
          <span>{t('enough', { count: number(enoughFor) })}</span>
          {boxes.some(({ isAdultOnly }) => isAdultOnly) && <Badge>{t('adult')}</Badge>}
        </p>
      </div>
      <Contents lines={proposal.lines} title={t('proposal', { n })} />
      {can('demand:manage') && (
        <div className="p-4 print:hidden">
          <ButtonLink href={`${base}/demands/new?${search.toString()}`} size="small">
            {t('make', { n })}
          </ButtonLink>
        </div>
      )}
    </li>
  )
}

function Contents({ lines, title }: { lines: readonly GiftLine[]; title: string }) {
  const t = useMessages(giftsMessages)
  const say = useBilingual()
  const { weight } = useFormats()
  const columns: Column<GiftLine>[] = [
    {
      key: 'goods',
      header: t('goods'),
      primary: true,
      cell: ({ name, skuName, townshipName, isRecognised }) => (
        <span className="grid">
          {say(name)}
          <span className="text-sm font-normal text-ink-soft">
            {say(townshipName)} · {say(skuName)}
            {isRecognised && ` · ${t('isRecognised')}`}
          </span>
        </span>
      ),
    },
    {
      key: 'each',
      header: t('each'),
      align: 'end',
      cell: ({ packsPerHead, packGrams }) =>
        t('packsOf', { packs: packsPerHead, pack: weight(packGrams) }),
    },
    {
      key: 'together',
      header: t('together'),
      align: 'end',
      cell: ({ massGrams }) => weight(massGrams),
    },
    {
      key: 'landed',
      header: t('landed'),
      align: 'end',
      cell: ({ landedFenPerKg }) => <Money fen={landedFenPerKg} />,
    },
    {
      key: 'amount',
      header: t('amount'),
      align: 'end',
      cell: ({ amountFen }) => <Money fen={amountFen} />,
    },
  ]
  return (
    <DataTable
      caption={`${title} ${t('goods')}`}
      columns={columns}
      rows={lines}
      rowKey={({ skuId }) => skuId}
    />
  )
}

import { returnExceptionText } from '@weibao/contracts/consent'
import type { Order, OrderBundle } from '@weibao/contracts/order'
import {
  Badge,
  BareLink,
  Money,
  Price,
  SealIcon,
  useBilingual,
  useFormats,
  useMessages,
} from '@weibao/ui'
import { ordersMessages } from './orders.messages'

/** The goods of an order, frozen as they were bought, and the sum that they make. */
export function OrderLines({ order }: { order: Order }) {
  const t = useMessages(ordersMessages)
  return (
    <>
      <ul>
        {order.bundles.map((bundle) => (
          <BundleRow
            key={bundle.id}
            bundle={bundle}
            lines={order.lines.filter(({ orderBundleId }) => orderBundleId === bundle.id)}
          />
        ))}
        {order.lines
          .filter(({ orderBundleId }) => orderBundleId === null)
          .map((line) => (
            <LineRow key={line.id} line={line} />
          ))}
      </ul>
      <dl className="grid gap-1 pt-3">
        <Row label={t('goods')}>
          <Money fen={order.goodsFen} />
        </Row>
        <Row label={t('freight')}>
          {order.freightFen === 0 ? t('freeFreight') : <Money fen={order.freightFen} />}
        </Row>
        <Row label={t('total')}>
          <Price fen={order.totalFen} />
        </Row>
      </dl>
    </>
  )
}

type Line = Order['lines'][number]

/** Gift boxes with their contents below them; the price is the box's. */
function BundleRow({ bundle, lines }: { bundle: OrderBundle; lines: readonly Line[] }) {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  return (
    <li className="border-b border-line py-3">
      <div className="flex items-baseline justify-between gap-3">
        <p className="min-w-0">
          <BareLink
            href={`/gifts/${bundle.slug}`}
            className="font-medium text-ink no-underline hover:underline"
          >
            {say(bundle.name)}
          </BareLink>{' '}
          <span className="text-sm text-ink-soft">{t('boxes', { count: bundle.quantity })}</span>
        </p>
        <Money fen={bundle.totalFen} />
      </div>
      <ul aria-label={t('inBox')} className="mt-2 border-l-2 border-line pl-3">
        {lines.map((line) => (
          <LineRow key={line.id} line={line} />
        ))}
      </ul>
    </li>
  )
}

function LineRow({ line }: { line: Line }) {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  const { weight } = useFormats()
  return (
    <li className="grid grid-cols-[4rem_minmax(0,1fr)_auto] gap-3 border-b border-line py-3 in-[li]:last:border-b-0">
      <img
        src={`/pictures/${line.productSlug}-square-320.webp`}
        alt=""
        width={64}
        height={64}
        className="size-16 rounded-control bg-mist object-cover"
      />
      <div className="min-w-0">
        <BareLink
          href={`/products/${line.productSlug}`}
          className="font-medium text-ink no-underline hover:underline"
        >
          {say(line.name)}
        </BareLink>
        <p className="text-sm text-ink-soft">
          {say(line.skuName)} · {weight(line.packGrams)} × {line.quantity}
        </p>
        {line.cancelled > 0 && (
          <p className="text-sm text-madder">{t('cancelledOf', { count: line.cancelled })}</p>
        )}
        {line.lotCodes.length > 0 && (
          <p className="text-sm text-ink-soft">
            {t('lots', { codes: '' })}
            {line.lotCodes.map((code) => (
              <BareLink key={code} href={`/trace/${code}`} className="wb-link mr-2">
                {code}
              </BareLink>
            ))}
          </p>
        )}
        {line.returnException && <ReturnException consent={line.returnException} />}
        {line.isRecognised && (
          <Badge tone="pine" icon={SealIcon}>
            {t('recognised')}
          </Badge>
        )}
      </div>
      {line.orderBundleId === null && <Money fen={line.lineTotalFen} />}
    </li>
  )
}

/** What its buyer agreed to in checkout, in the words of then. */
function ReturnException({ consent }: { consent: NonNullable<Line['returnException']> }) {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  const { dayTime } = useFormats()
  const text = returnExceptionText(consent.version)
  return (
    <details className="text-sm text-ink-soft">
      <summary className="cursor-pointer">{t('notReturnable')}</summary>
      {text && <p>{t('agreedText', { text: say(text) })}</p>}
      <p>{t('agreedAt', { time: dayTime(consent.agreedAt), version: consent.version })}</p>
    </details>
  )
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex items-baseline justify-between">
      <dt className="text-ink-soft">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

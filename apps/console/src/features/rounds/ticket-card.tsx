import type { TicketPartView, TicketView } from '@weibao/contracts/allocation'
import { flipText, reasonNames, reasonText } from '@weibao/contracts/ticket-text'
import { Badge, Card, TextLink, useBilingual, useFormats, useLocale, useMessages } from '@weibao/ui'
import { roundsMessages } from './rounds.messages'

/** Why a line has what it has, what it gets, and what would have changed it. */
export function TicketCard({
  ticket,
  allocationsHref,
}: {
  ticket: TicketView
  /** Where what it got is, for those who may follow it to its order. */
  allocationsHref?: string
}) {
  const t = useMessages(roundsMessages)
  const say = useBilingual()
  const { weight } = useFormats()
  const { locale } = useLocale()
  const isFull = ticket.reason === 'MATCHED_FULL'
  const flip = flipText(ticket, locale)
  return (
    <Card className="p-4">
      <article className="grid gap-3">
        <header className="flex flex-wrap items-start justify-between gap-2">
          <div>
            <h2 className="text-base font-semibold">
              {ticket.productName
                ? say(ticket.productName)
                : t('anyOf', { category: say(ticket.categoryName) })}
            </h2>
            <p className="text-sm text-ink-soft">
              {say(ticket.buyerName)} · {ticket.demandNumber}
            </p>
          </div>
          <Badge tone={isFull ? 'pine' : 'honey'}>{reasonNames[ticket.reason][locale]}</Badge>
        </header>
        <p>
          <strong>
            {t('wantedOf', {
              wanted: weight(ticket.wantedGrams),
              matched: weight(ticket.matchedGrams),
            })}
          </strong>{' '}
          {reasonText(ticket, locale)}
        </p>
        {ticket.parts.length > 0 && (
          <ul className="grid gap-2">
            {ticket.parts.map((part) => (
              <Part key={part.lotId} part={part} />
            ))}
          </ul>
        )}
        {allocationsHref && ticket.parts.length > 0 && (
          <TextLink href={allocationsHref} className="text-sm">
            {t('toAllocations')}
          </TextLink>
        )}
        <p className="text-sm">
          <span className="font-semibold">{t('flipLabel')}</span> {flip ?? t('noFlip')}{' '}
          {ticket.flip?.isSmallest && <span className="text-ink-soft">{t('flipSmallest')}</span>}
        </p>
      </article>
    </Card>
  )
}

function Part({ part }: { part: TicketPartView }) {
  const t = useMessages(roundsMessages)
  const say = useBilingual()
  const { money, weight, day } = useFormats()
  const { turn } = part
  return (
    <li className="border-l-3 border-line pl-3 text-sm">
      <p>
        <span className="font-semibold">{say(part.productName)}</span> · {say(part.cooperativeName)}{' '}
        · {weight(part.massGrams)}
      </p>
      <p>
        {t('part', {
          packages: part.packages,
          price: money(part.unitPriceFen),
          freight: money(part.freightFen),
        })}
      </p>
      <p className="text-ink-soft">
        {t('partLot', { lot: part.lotCode, minimum: part.minimumOrder })} ·{' '}
        {t('partDays', { leaves: day(part.leavesOn), arrives: day(part.arrivesOn) })}
        {part.shelfDaysLeft !== null && <> · {t('partFresh', { days: part.shelfDaysLeft })}</>}
      </p>
      <p className="text-ink-soft">
        {t('partTurn', {
          offered: weight(turn.offeredGrams),
          before: weight(turn.beforeGrams),
          after: weight(turn.afterGrams),
        })}
      </p>
    </li>
  )
}

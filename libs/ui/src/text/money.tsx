import { cx } from '../cx'
import { moneyParts } from '../i18n/formats'
import { useFormats, useMessages } from '../i18n/i18n'
import { uiMessages } from '../ui.messages'
import { VisuallyHidden } from '../access/access'

export interface PriceProps {
  /** Integer fen. */
  readonly fen: number
  readonly size?: 'small' | 'normal' | 'large'
  /** The regular price, struck through, when this one is lower. */
  readonly wasFen?: number
  /** In the colour around it instead of madder. */
  readonly muted?: boolean
  readonly className?: string
}

/** A price as shops write it: small ¥, large yuan, small fen. Read aloud as one amount. */
export function Price({ fen, size, wasFen, muted, className }: PriceProps) {
  const t = useMessages(uiMessages)
  const { money } = useFormats()
  const { sign, yuan, cents } = moneyParts(fen)
  return (
    <span className={cx('wb-price', className)} data-size={size} data-muted={muted || undefined}>
      <VisuallyHidden>{money(fen)}</VisuallyHidden>
      <span aria-hidden="true">
        <span className="wb-price-sign">{sign}¥</span>
        {yuan}
        <span className="wb-price-fen">.{cents}</span>
      </span>
      {wasFen !== undefined && wasFen > fen && (
        <s className="wb-price-was">
          <VisuallyHidden>{t('wasPrice')} </VisuallyHidden>
          {money(wasFen)}
        </s>
      )}
    </span>
  )
}

/** An amount in text and tables: ¥1,058.00. */
export function Money({ fen, className }: { readonly fen: number; readonly className?: string }) {
  const { money } = useFormats()
  return <span className={cx('wb-money', className)}>{money(fen)}</span>
}

/** The price of a comparable amount below a price: ¥11.60/500 克. `perGrams` defaults to 500. */
export function UnitPrice({
  fen,
  perGrams = 500,
  per,
  className,
}: {
  readonly fen: number
  readonly perGrams?: number
  /** Another unit than a weight, already in the reader's language. */
  readonly per?: string
  readonly className?: string
}) {
  const { money, weight } = useFormats()
  return (
    <span className={cx('wb-unit-price', className)}>
      {money(fen)}/{per ?? weight(perGrams)}
    </span>
  )
}

/** Integer grams as people say them: 500 克, 2.5 公斤. */
export function Weight({
  grams,
  className,
}: {
  readonly grams: number
  readonly className?: string
}) {
  const { weight } = useFormats()
  return <span className={cx('wb-figure', className)}>{weight(grams)}</span>
}

/** A whole number of packages with their unit (袋, boxes), already in the reader's language. */
export function Quantity({
  count,
  unit,
  className,
}: {
  readonly count: number
  readonly unit?: string
  readonly className?: string
}) {
  const { number } = useFormats()
  return (
    <span className={cx('wb-figure', className)}>
      {number(count)}
      {unit && ` ${unit}`}
    </span>
  )
}

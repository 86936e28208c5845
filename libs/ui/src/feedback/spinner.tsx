import { cx } from '../cx'

/** Something is under way; `label` says what to those who cannot see it turn. */
export function Spinner({
  label,
  className,
}: {
  readonly label: string
  readonly className?: string
}) {
  return (
    <svg className={cx('wb-spinner', className)} viewBox="0 0 24 24" role="img" aria-label={label}>
      <circle
        cx="12"
        cy="12"
        r="9"
        fill="none"
        stroke="currentColor"
        strokeOpacity="0.25"
        strokeWidth="2.5"
      />
      <path
        d="M12 3a9 9 0 0 1 9 9"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </svg>
  )
}

/** The place of something that is on its way, the size it will have. */
export function Skeleton({
  width = '100%',
  height = '1em',
  className,
}: {
  readonly width?: string
  readonly height?: string
  readonly className?: string
}) {
  return (
    <span
      className={cx('wb-skeleton', className)}
      style={{ inlineSize: width, blockSize: height }}
      aria-hidden="true"
    />
  )
}

import { cx } from '../cx'

/**
 * Weibao's mark: two ridges that meet as a woven lozenge, the river between them, a red heart.
 * `favicon.svg` beside the styles is the same drawing.
 */
export function LogoMark({
  size = 32,
  className,
}: {
  readonly size?: number
  readonly className?: string
}) {
  return (
    <svg
      className={cx('wb-logo', className)}
      width={size}
      height={size}
      viewBox="0 0 48 48"
      aria-hidden="true"
    >
      <rect width="48" height="48" rx="11" fill="var(--cloth-indigo)" />
      <path d="M24 6 42 24 24 42 6 24Z" fill="var(--cloth-white)" />
      <path d="M24 42 9.5 27.5 17 20l4.5 4.5 6-7L38.5 27.5Z" fill="var(--cloth-indigo)" />
      <path
        d="M24 40c-3-2.5-2-4.5.5-6s2.5-3.5.2-5.5"
        fill="none"
        stroke="var(--cloth-white)"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
      <path d="M24 9.5 28.5 14 24 18.5 19.5 14Z" fill="var(--cloth-madder)" />
    </svg>
  )
}

/** The mark with the name beside it: 维宝, and Weibao in English pages. */
export function Logo({
  name,
  size = 32,
  className,
}: {
  readonly name: string
  readonly size?: number
  readonly className?: string
}) {
  return (
    <span className={cx('inline-flex items-center gap-2', className)}>
      <LogoMark size={size} />
      <span className="font-display font-bold" style={{ fontSize: size * 0.7, lineHeight: 1 }}>
        {name}
      </span>
    </span>
  )
}

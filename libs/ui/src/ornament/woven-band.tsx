import { useId } from 'react'
import { cx } from '../cx'

/** A band of Lisu weaving: indigo ground, madder and white stripes, white lozenges with a red heart. */
export function WovenBand({
  size = 'thin',
  className,
}: {
  readonly size?: 'thin' | 'wide'
  readonly className?: string
}) {
  const id = useId()
  return (
    <svg className={cx('wb-woven', className)} data-size={size} aria-hidden="true">
      <defs>
        <pattern
          id={id}
          width="48"
          height="24"
          patternUnits="userSpaceOnUse"
          patternTransform={size === 'thin' ? 'scale(0.5)' : undefined}
        >
          <path d="M0 0h48v24H0Z" fill="var(--cloth-indigo)" />
          <path d="M0 0h48v2H0ZM0 22h48v2H0Z" fill="var(--cloth-madder)" />
          <path d="M0 3h48v1H0ZM0 20h48v1H0Z" fill="var(--cloth-white)" />
          <path d="M24 6 36 12 24 18 12 12Z" fill="var(--cloth-white)" />
          <path d="M24 8.5 31 12 24 15.5 17 12Z" fill="var(--cloth-madder)" />
          <path d="M0 8.5 7 12 0 15.5ZM48 8.5 41 12 48 15.5Z" fill="var(--cloth-white)" />
          <path d="M22 12h4M24 11v2" stroke="var(--cloth-white)" strokeWidth="1" />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  )
}

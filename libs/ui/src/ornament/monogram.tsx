import { cx } from '../cx'

const CLOTHS = [
  ['#24386e', '#b3372b', '#fbf7f0'],
  ['#7c2620', '#e8c27a', '#fbf7f0'],
  ['#2f6b4f', '#fbf7f0', '#e0a945'],
  ['#1f1b16', '#b3372b', '#f0e2c4'],
  ['#3b5878', '#f0e2c4', '#b3372b'],
  ['#5a3a5e', '#e8c27a', '#fbf7f0'],
] as const

/**
 * A cooperative's woven mark, the same for the same seed (its id): a lozenge ground mirrored both
 * ways, as on a loom, with its letter (the first character of its name) on a white label.
 */
export function Monogram({
  seed,
  letter,
  size = 48,
  label,
  className,
}: {
  readonly seed: string
  readonly letter?: string
  readonly size?: number
  /** Its owner's name when the mark stands alone. */
  readonly label?: string
  readonly className?: string
}) {
  const bits = hashOf(seed)
  const [ground, thread, light] = CLOTHS[bits % CLOTHS.length]!
  return (
    <svg
      className={cx('wb-monogram', className)}
      width={size}
      height={size}
      viewBox="0 0 84 84"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d="M0 0h84v84H0Z" fill={ground} />
      <path d={lozenges(bits >>> 3, 0)} fill={thread} />
      <path d={lozenges(bits >>> 11, 1)} fill={light} />
      <path d="M0 4h84M0 80h84" stroke={light} strokeWidth="2" />
      <path d="M0 8h84M0 76h84" stroke={thread} strokeWidth="3" />
      {letter && (
        <>
          <path d="M42 12 72 42 42 72 12 42Z" fill="#fbf7f0" stroke={thread} strokeWidth="2" />
          <text
            x="42"
            y="42"
            dy="0.36em"
            textAnchor="middle"
            fontSize="30"
            fontWeight="700"
            fontFamily="var(--font-display)"
            fill={ground}
          >
            {letter}
          </text>
        </>
      )}
    </svg>
  )
}

/** Lozenges on a 7×7 grid, chosen by the bits for one quarter and mirrored into the others. */
function lozenges(bits: number, parity: number): string {
  let path = ''
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 4; column++) {
      const isOn = (bits >>> ((row * 4 + column) % 16)) & 1
      if (!isOn || (row + column) % 2 !== parity) continue
      for (const r of new Set([row, 6 - row])) {
        for (const c of new Set([column, 6 - column])) {
          path += `M${c * 12 + 6} ${r * 12}l6 6-6 6-6-6Z`
        }
      }
    }
  }
  return path
}

/** FNV-1a, then mixed so that short seeds spread over all bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

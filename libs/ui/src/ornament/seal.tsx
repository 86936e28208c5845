import { cx } from '../cx'

/**
 * A red square seal with two to four characters, read in columns from the right as seals are.
 * For certificates and recognised goods; `label` says what it stands for.
 */
export function Seal({
  text,
  label,
  size = 64,
  className,
}: {
  readonly text: string
  readonly label: string
  readonly size?: number
  readonly className?: string
}) {
  const letters = [...text].slice(0, 4)
  const rows = letters.length <= 2 ? letters.length : 2
  const columns = Math.ceil(letters.length / rows)
  return (
    <svg
      className={cx('wb-seal', className)}
      width={size}
      height={size}
      viewBox="0 0 100 100"
      role="img"
      aria-label={label}
    >
      <path
        d="M7 4h84q6 0 5 7v80q1 6-6 5H9q-6 1-5-6V10q0-6 3-6Z"
        fill="none"
        stroke="currentColor"
        strokeWidth="5"
      />
      <path d="M12 10h76v80H12Z" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {letters.map((letter, index) => {
        const column = columns - 1 - Math.floor(index / rows)
        const x = 50 + (column - (columns - 1) / 2) * 36
        const y = 50 + ((index % rows) - (rows - 1) / 2) * 37
        return (
          <text
            key={index}
            x={x}
            y={y}
            dy="0.36em"
            textAnchor="middle"
            fontSize={columns === 1 ? 38 : 34}
            fontWeight="700"
            fontFamily="var(--font-display)"
            fill="currentColor"
            aria-hidden="true"
          >
            {letter}
          </text>
        )
      })}
    </svg>
  )
}

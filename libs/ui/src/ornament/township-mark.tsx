import { cx } from '../cx'

/**
 * What each township's mark shows, on a 32-px ground: Baohe's gate, Yezhi's terraces, Tacheng's
 * grapes, Yongchun's herb, Pantiange's rice, Baijixun's river, Kangpu's yam, Badi's barley,
 * Zhonglu's pine, Weideng's apple.
 */
const marks: Readonly<Record<string, string>> = {
  保和镇: 'M7 13h18M9 13l-3-3h20l-3 3M10 13v11M22 13v11M14 24v-6h4v6M16 6v4',
  叶枝镇: 'M5 12q6-4 11-1t11-2M5 17q6-4 11-1t11-2M5 22q6-4 11-1t11-2M16 5v5M13 7l3-2 3 2',
  塔城镇:
    'M16 5q1 3 0 5M16 6q5-2 7 2q-5 2-7-2M11.5 14h.01M16 13h.01M20.5 14h.01M13.5 18h.01M18.5 18h.01M16 22h.01',
  永春乡: 'M16 26V12M16 18q-7 0-8-7q7 0 8 7M16 15q7-1 8-8q-7 1-8 8M13 26q3 2 6 0',
  攀天阁乡:
    'M13 27q0-13 6-18q5-3 7 3M20 9l3 3M22 9l3 4M24 11l2 4M17 12l4 2M15 16l4 2M6 23q4-3 8 0t8 0',
  白济汛乡: 'M5 12l6-6 5 5 4-4 7 6M5 18q4-3 7 0t7 0t8 0M5 24q4-3 7 0t7 0t8 0',
  康普乡: 'M9 24Q8 18 14 13t9-6q2 7-4 12T9 24M12 21l3 1M15 16l3 1M18 12l3 1',
  巴迪乡:
    'M16 27V13M16 13l-3-4 3-5 3 5-3 4M16 18l-5-3M16 18l5-3M16 22l-5-3M16 22l5-3M10 15l-2-5M22 15l2-5',
  中路乡: 'M16 27v-4M16 4l-5 7h3l-5 6h4l-5 6h16l-5-6h4l-5-6h3L16 4Z',
  维登乡: 'M16 11q-9-4-9 5q1 8 6 9q3-1 6 0q5-1 6-9q0-9-9-5ZM16 11q0-4 3-6M20 6q3-1 5 1q-3 2-5-1',
}

/** The catalogue's codes of the same townships. */
const nameByCode: Readonly<Record<string, string>> = {
  baohe: '保和镇',
  yezhi: '叶枝镇',
  tacheng: '塔城镇',
  yongchun: '永春乡',
  pantiange: '攀天阁乡',
  baijixun: '白济汛乡',
  kangpu: '康普乡',
  badi: '巴迪乡',
  zhonglu: '中路乡',
  weideng: '维登乡',
}

/** The names that have a mark of their own. */
export const townshipNames: readonly string[] = Object.keys(marks)

/** A township's one-colour map mark: its sign in a map pin. An unknown name gets an empty pin. */
export function TownshipMark({
  name,
  size = 40,
  label,
  className,
}: {
  /** Its Chinese name or its code, as in the catalogue. */
  readonly name: string
  readonly size?: number
  /** Said when the mark stands alone. */
  readonly label?: string
  readonly className?: string
}) {
  return (
    <svg
      className={cx('wb-township', className)}
      width={size}
      height={size * 1.2}
      viewBox="0 0 40 48"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d="M20 47 12 36.5A18 18 0 1 1 28 36.5Z" fill="currentColor" />
      <path
        d={marks[nameByCode[name] ?? name] ?? 'M16 12a4 4 0 1 1 0 8 4 4 0 1 1 0-8Z'}
        transform="translate(6 5.5) scale(.875)"
        fill="none"
        className="stroke-paper-raised"
        strokeWidth="2.1"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

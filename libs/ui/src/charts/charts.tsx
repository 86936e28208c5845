import { useState, type ReactNode } from 'react'
import { cx } from '../cx'
import { useFormats, useMessages } from '../i18n/i18n'
import { uiMessages } from '../ui.messages'

export type ChartTone = 'indigo' | 'madder' | 'pine' | 'honey'

export interface Bar {
  readonly label: string
  readonly value: number
  readonly tone?: ChartTone
  /** A limit drawn as a line on this bar's track. */
  readonly bound?: number
}

interface ChartFrameProps {
  readonly title: string
  /** Read aloud only: the panel around says it already. */
  readonly titleHidden?: boolean
  /** How values are written; plain numbers when absent. */
  readonly format?: (value: number) => string
  readonly className?: string
}

/** Horizontal bars, the figures written beside them: Chinese names fit, nothing to hover. */
export function BarChart(props: ChartFrameProps & { readonly bars: readonly Bar[] }) {
  const { title, bars, className } = props
  const { number } = useFormats()
  const t = useMessages(uiMessages)
  const format = props.format ?? number
  const most = Math.max(1, ...bars.map((bar) => Math.max(bar.value, bar.bound ?? 0)))
  const share = (value: number) => `${(Math.max(0, value) / most) * 100}%`
  return (
    <figure className={cx('wb-chart', className)}>
      <figcaption className={props.titleHidden ? 'wb-hidden' : undefined}>{title}</figcaption>
      <ul className="wb-bars">
        {bars.map((bar) => (
          <li key={bar.label} className="contents">
            <span>{bar.label}</span>
            <span className="wb-bar-track" aria-hidden="true">
              <span
                className="wb-bar-fill"
                data-tone={bar.tone}
                data-none={bar.value > 0 ? undefined : ''}
                style={{ inlineSize: share(bar.value) }}
              />
              {bar.bound !== undefined && (
                <span className="wb-bar-bound" style={{ insetInlineStart: share(bar.bound) }} />
              )}
            </span>
            <span className="text-end">
              {format(bar.value)}
              {bar.bound !== undefined && (
                <span className="text-ink-soft">
                  {' '}
                  / {t('bound')} {format(bar.bound)}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

export interface Line {
  readonly name: string
  readonly tone?: ChartTone
  /** One value for each label; null leaves a gap. */
  readonly values: readonly (number | null)[]
}

const FRAME = { width: 640, height: 240, left: 76, right: 20, top: 14, bottom: 34 }
const DASHES = ['', '7 4', '2 4', '10 3 2 3']

/** Lines over time, told apart by dash as well as colour, with their figures in a table below. */
export function LineChart(
  props: ChartFrameProps & { readonly labels: readonly string[]; readonly lines: readonly Line[] },
) {
  const { title, labels, lines, className } = props
  const { number } = useFormats()
  const format = props.format ?? number
  const scale = scaleFor(lines)
  return (
    <figure className={cx('wb-chart', className)}>
      <figcaption className={props.titleHidden ? 'wb-hidden' : undefined}>{title}</figcaption>
      {lines.length > 1 && (
        <ul className="wb-legend">
          {lines.map((line, index) => (
            <li key={line.name}>
              <svg width="28" height="8" aria-hidden="true">
                <path d="M0 4h28" {...strokeOf(line, index)} />
              </svg>
              {line.name}
            </li>
          ))}
        </ul>
      )}
      <svg
        className="wb-chart-plot"
        viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
        role="img"
        aria-label={title}
      >
        <Axes labels={labels} scale={scale} format={format} />
        {lines.map((line, index) => (
          <g key={line.name}>
            <path d={pathOf(line, scale)} fill="none" {...strokeOf(line, index)} />
            {loneOf(line).map(([at, value]) => (
              <circle
                key={at}
                cx={scale.x(at, line.values.length)}
                cy={scale.y(value)}
                r="2"
                fill="none"
                {...strokeOf(line, index)}
                strokeDasharray=""
              />
            ))}
          </g>
        ))}
      </svg>
      <FigureTable title={title} labels={labels} lines={lines} format={format} />
    </figure>
  )
}

interface Scale {
  readonly ticks: readonly number[]
  readonly x: (index: number, count: number) => number
  readonly y: (value: number) => number
}

function scaleFor(lines: readonly Line[]): Scale {
  const values = lines.flatMap((line) => line.values.filter((value) => value !== null))
  const low = Math.min(0, ...values)
  const high = Math.max(1, ...values)
  const rough = (high - low) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((size) => size >= rough) ?? rough
  const first = Math.floor(low / step) * step
  const count = Math.ceil((high - first) / step)
  const ticks = Array.from({ length: count + 1 }, (_, index) => first + index * step)
  const last = ticks.at(-1) ?? 1
  const innerWidth = FRAME.width - FRAME.left - FRAME.right
  const innerHeight = FRAME.height - FRAME.top - FRAME.bottom
  return {
    ticks,
    x: (index, total) =>
      FRAME.left + (total < 2 ? innerWidth / 2 : (index / (total - 1)) * innerWidth),
    y: (value) => FRAME.top + (1 - (value - first) / (last - first)) * innerHeight,
  }
}

function Axes({
  labels,
  scale,
  format,
}: {
  labels: readonly string[]
  scale: Scale
  format: (value: number) => string
}) {
  const every = Math.ceil(labels.length / 5)
  return (
    <g>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <path
            d={`M${FRAME.left} ${scale.y(tick)}H${FRAME.width - FRAME.right}`}
            className="stroke-line"
          />
          <text x={FRAME.left - 8} y={scale.y(tick) + 4} textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {labels.map((label, index) =>
        index % every === 0 ? (
          <text
            key={label}
            x={scale.x(index, labels.length)}
            y={FRAME.height - 8}
            textAnchor="middle"
          >
            {label}
          </text>
        ) : null,
      )}
    </g>
  )
}

/** Values with gaps on both sides: a line through one point shows nothing. */
function loneOf({ values }: Line): [at: number, value: number][] {
  return values.flatMap((value, at) =>
    value !== null && (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null
      ? [[at, value]]
      : [],
  )
}

function pathOf(line: Line, scale: Scale): string {
  let path = ''
  let pen = 'M'
  line.values.forEach((value, index) => {
    if (value === null) {
      pen = 'M'
      return
    }
    path += `${pen}${scale.x(index, line.values.length).toFixed(1)} ${scale.y(value).toFixed(1)}`
    pen = 'L'
  })
  return path
}

const TONES: readonly ChartTone[] = ['indigo', 'madder', 'pine', 'honey']

function strokeOf(line: Line, index: number) {
  const tone = line.tone ?? TONES[index % TONES.length]!
  return {
    stroke: `var(--${tone})`,
    strokeWidth: 2.5,
    strokeDasharray: DASHES[index % DASHES.length],
    strokeLinejoin: 'round' as const,
  }
}

/** The same figures as a table, made when it is opened. */
function FigureTable({
  title,
  labels,
  lines,
  format,
}: {
  title: string
  labels: readonly string[]
  lines: readonly Line[]
  format: (value: number) => string
}): ReactNode {
  const t = useMessages(uiMessages)
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('dataTable')}</summary>
      {open && (
        <div className="overflow-x-auto">
          <table className="wb-table">
            <caption className="wb-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{t('chartItem')}</th>
                {lines.map((line) => (
                  <th key={line.name} scope="col" data-align="end">
                    {line.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {labels.map((label, index) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {lines.map((line) => {
                    const value = line.values[index]
                    return (
                      <td key={line.name} data-align="end">
                        {value === null || value === undefined ? '—' : format(value)}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  )
}

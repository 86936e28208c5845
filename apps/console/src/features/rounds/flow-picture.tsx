import type { RoundFlow } from '@weibao/contracts/round'
import { useFormats, useMessages } from '@weibao/ui'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { useActing } from '../../lib/acting'
import { useNames } from '../names/names.queries'
import {
  layoutFlows,
  NO_SUBDISTRICT,
  type FlowLayout,
  type FlowNode,
  type FlowRibbon,
} from './flow-layout'
import { roundsMessages } from './rounds.messages'
import { roundRowsHref } from './rounds.queries'

const HEIGHT = 460
const BAR = 12

/** How wide the picture is, where the bars of its three columns begin, and on which side each is named. */
interface Frame {
  readonly width: number
  readonly left: readonly [number, number, number]
  readonly named: readonly ['left' | 'right', 'left' | 'right', 'left' | 'right']
  /** Without what kind of place it is, which stands above. */
  readonly isBrief: boolean
}

const wide: Frame = {
  width: 960,
  left: [160, 460, 760],
  named: ['left', 'right', 'right'],
  isBrief: false,
}
/** A phone has no margin for names: they stand on the ribbons. */
const narrow: Frame = {
  width: 360,
  left: [0, 122, 348],
  named: ['right', 'right', 'left'],
  isBrief: true,
}
const PLACE_KIND = / (Subdistrict|Township|Town)$/
const fills = ['var(--color-indigo)', 'var(--color-honey)', 'var(--color-pine)'] as const
const LEAST_LABELLED = 10

/** The flow of a round as ribbons; the table beside it says the same and is what keyboards open. */
export function FlowPicture({ roundId, flows }: { roundId: string; flows: readonly RoundFlow[] }) {
  const { base } = useActing()
  const navigate = useNavigate()
  const layout = useMemo(() => layoutFlows(flows, HEIGHT - 20), [flows])
  const open = ({ column, from, to }: FlowRibbon) => {
    const pair =
      column === 0
        ? { townshipCode: from, categoryCode: to }
        : { categoryCode: from, subdistrictCode: to === NO_SUBDISTRICT ? null : to }
    void navigate(roundRowsHref(base, roundId, { rows: 'allocations', ...pair }))
  }
  return (
    <>
      <Picture frame={narrow} layout={layout} onOpen={open} className="sm:hidden" />
      <Picture frame={wide} layout={layout} onOpen={open} className="hidden sm:block" />
    </>
  )
}

function Picture({
  frame,
  layout: { nodes, ribbons },
  onOpen,
  className,
}: {
  frame: Frame
  layout: FlowLayout
  onOpen: (ribbon: FlowRibbon) => void
  className: string
}) {
  const t = useMessages(roundsMessages)
  const { weight } = useFormats()
  const nameOf = useNodeName()
  return (
    <svg
      viewBox={`0 0 ${frame.width} ${HEIGHT}`}
      role="img"
      aria-label={t('pictureLabel')}
      className={`w-full ${className}`}
    >
      <g transform="translate(0 10)">
        {ribbons.map((ribbon) => (
          <path
            key={`${ribbon.column} ${ribbon.from} ${ribbon.to}`}
            d={pathOf(ribbon, frame)}
            fill={fills[ribbon.column]}
            className="cursor-pointer opacity-30 hover:opacity-60"
            onClick={() => onOpen(ribbon)}
          >
            <title>
              {nameOf(ribbon.column, ribbon.from)} →{' '}
              {nameOf((ribbon.column + 1) as 1 | 2, ribbon.to)} · {weight(ribbon.grams)}
            </title>
          </path>
        ))}
        {nodes.map((node) => (
          <Bar
            key={`${node.column} ${node.code}`}
            node={node}
            frame={frame}
            name={nameOf(node.column, node.code)}
          />
        ))}
      </g>
    </svg>
  )
}

function Bar({ node, frame, name }: { node: FlowNode; frame: Frame; name: string }) {
  const { weight } = useFormats()
  const x = frame.left[node.column]
  const isLeft = frame.named[node.column] === 'left'
  return (
    <g>
      <rect
        x={x}
        y={node.y}
        width={BAR}
        height={Math.max(1, node.height)}
        fill={fills[node.column]}
      >
        <title>
          {name} · {weight(node.grams)}
        </title>
      </rect>
      {node.height >= LEAST_LABELLED && (
        <text
          x={isLeft ? x - 8 : x + BAR + 8}
          y={node.y + node.height / 2}
          textAnchor={isLeft ? 'end' : 'start'}
          dominantBaseline="central"
          className="pointer-events-none fill-ink stroke-paper-raised stroke-3 text-sm [paint-order:stroke]"
        >
          {frame.isBrief ? name.replace(PLACE_KIND, '') : name}
        </text>
      )}
    </g>
  )
}

/** Names of the codes of the three columns. */
export function useNodeName() {
  const t = useMessages(roundsMessages)
  const names = useNames()
  return (column: 0 | 1 | 2, code: string | null): string => {
    if (column === 0) return names.township(code ?? '')
    if (column === 1) return names.category(code ?? '')
    return code === null || code === NO_SUBDISTRICT ? t('noSubdistrict') : names.subdistrict(code)
  }
}

function pathOf({ column, y0, y1, height }: FlowRibbon, { left }: Frame): string {
  const x0 = left[column] + BAR
  const x1 = left[(column + 1) as 1 | 2]
  const middle = (x0 + x1) / 2
  return `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}V${y1 + height}C${middle} ${y1 + height} ${middle} ${y0 + height} ${x0} ${y0 + height}Z`
}

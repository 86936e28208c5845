import type { RoundFlow } from '@weibao/contracts/round'
import { useFormats, useMessages } from '@weibao/ui'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { useActing } from '../../lib/acting'
import { useNames } from '../names/names.queries'
import { layoutFlows, NO_SUBDISTRICT, type FlowNode, type FlowRibbon } from './flow-layout'
import { roundsMessages } from './rounds.messages'
import { roundRowsHref } from './rounds.queries'

const WIDTH = 960
const HEIGHT = 460
const BAR = 12
/** Left edges of the three columns of bars. */
const LEFT = [150, 470, 790] as const
const fills = ['var(--color-indigo)', 'var(--color-honey)', 'var(--color-pine)'] as const
const LEAST_LABELLED = 10

/** The flow of a round as ribbons; the table beside it says the same and is what keyboards open. */
export function FlowPicture({ roundId, flows }: { roundId: string; flows: readonly RoundFlow[] }) {
  const t = useMessages(roundsMessages)
  const { weight } = useFormats()
  const { base } = useActing()
  const navigate = useNavigate()
  const nameOf = useNodeName()
  const { nodes, ribbons } = useMemo(() => layoutFlows(flows, HEIGHT - 20), [flows])
  const open = ({ column, from, to }: FlowRibbon) => {
    const pair =
      column === 0
        ? { townshipCode: from, categoryCode: to }
        : { categoryCode: from, subdistrictCode: to === NO_SUBDISTRICT ? null : to }
    void navigate(roundRowsHref(base, roundId, { rows: 'allocations', ...pair }))
  }
  return (
    <div className="overflow-x-auto" role="region" aria-label={t('flowTitle')} tabIndex={0}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('pictureLabel')}
        className="min-w-160 w-full"
      >
        <g transform="translate(0 10)">
          {ribbons.map((ribbon) => (
            <path
              key={`${ribbon.column} ${ribbon.from} ${ribbon.to}`}
              d={pathOf(ribbon)}
              fill={fills[ribbon.column]}
              className="cursor-pointer opacity-30 hover:opacity-60"
              onClick={() => open(ribbon)}
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
              name={nameOf(node.column, node.code)}
            />
          ))}
        </g>
      </svg>
    </div>
  )
}

function Bar({ node, name }: { node: FlowNode; name: string }) {
  const { weight } = useFormats()
  const x = LEFT[node.column]
  const isLeft = node.column === 0
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
          className="fill-ink text-sm"
        >
          {name}
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

function pathOf({ column, y0, y1, height }: FlowRibbon): string {
  const x0 = LEFT[column] + BAR
  const x1 = LEFT[column + 1]!
  const middle = (x0 + x1) / 2
  return `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}V${y1 + height}C${middle} ${y1 + height} ${middle} ${y0 + height} ${x0} ${y0 + height}Z`
}

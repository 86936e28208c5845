import { useMessages } from '@weibao/ui'
import { create } from 'qrcode'
import { ordersMessages } from './orders.messages'

/** The code of a lot to scan: it opens the page that shows where it comes from. */
export function LotQr({ code }: { readonly code: string }) {
  const t = useMessages(ordersMessages)
  const { modules } = create(`${location.origin}/trace/${code}`, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const dark: string[] = []
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      if (modules.get(row, column)) dark.push(`M${column} ${row}h1v1h-1z`)
  return (
    <figure className="grid w-24 justify-items-center gap-1">
      <svg
        role="img"
        aria-label={t('traceQr', { code })}
        viewBox={`-2 -2 ${size + 4} ${size + 4}`}
        className="size-24 bg-white text-black"
        shapeRendering="crispEdges"
      >
        <path d={dark.join('')} fill="currentColor" />
      </svg>
      <figcaption className="font-mono text-xs">{code}</figcaption>
    </figure>
  )
}

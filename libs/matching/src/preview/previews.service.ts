import { Injectable } from '@nestjs/common'
import type { AskPreviewBody, DemandPreview, DemandPreviewLine } from '@weibao/contracts/preview'
import type { Id } from '@weibao/kernel'
import { notFound, type Actor } from '@weibao/platform'
import { PreviewClient } from './preview-client.js'
import { costOf } from './preview-fit.js'
import { PreviewNames, type PreviewName } from './preview-names.js'
import type { PreviewLine } from './preview-question.js'
import { PreviewTermsReader } from './preview-terms.js'

const NOTHING = { asOf: null, lines: [] }

/** What a demand would get if it were opened now. Where nobody can say it is no error: the round will. */
@Injectable()
export class Previews {
  constructor(
    private readonly terms: PreviewTermsReader,
    private readonly names: PreviewNames,
    private readonly client: PreviewClient,
  ) {}

  /** A foreign budget line or delivery point is 404. */
  async ask(actor: Actor, buyerId: Id, body: AskPreviewBody): Promise<DemandPreview> {
    actor.mustReach('demand:manage', buyerId)
    const terms = await this.terms.of(buyerId, body)
    if (!terms) throw notFound()
    const answer = await this.client.ask({
      leftFen: terms.leftFen,
      lines: body.lines.map((line) => ({
        ...line,
        destination: terms.destination,
        acceptsSubstitutes: line.productId === null,
        labels: [],
      })),
    })
    if (answer?.state !== 'ready') return { state: answer?.state ?? 'unavailable', ...NOTHING }
    const names = await this.names.of(answer.lines.flatMap(lotsIn))
    return {
      state: 'ready',
      asOf: answer.asOf,
      lines: answer.lines.map((line) => lineView(line, names)),
    }
  }
}

function lotsIn({ parts, flip }: PreviewLine): Id[] {
  return [
    ...parts.map(({ lotId }) => lotId),
    ...(flip?.changes.flatMap(({ lotId }) => lotId ?? []) ?? []),
  ]
}

function lineView(
  { parts, flip, ...line }: PreviewLine,
  names: ReadonlyMap<Id, PreviewName>,
): DemandPreviewLine {
  const views = parts.flatMap((part) => {
    const lot = names.get(part.lotId)
    if (!lot) return []
    return {
      ...part,
      lotCode: lot.code,
      productName: { zh: lot.productNameZh, en: lot.productNameEn },
      cooperativeId: lot.cooperativeId,
      cooperativeName: lot.cooperativeName,
    }
  })
  return {
    ...line,
    landedFenPerKg:
      line.matchedGrams === 0 ? null : Math.ceil((costOf(parts) * 1000) / line.matchedGrams),
    cooperativeCount: new Set(views.map(({ cooperativeId }) => cooperativeId)).size,
    parts: views,
    flip: flip && {
      ...flip,
      changes: flip.changes.map((change) => ({
        ...change,
        lotCode: change.lotId === null ? null : (names.get(change.lotId)?.code ?? null),
      })),
    },
  }
}

import { Injectable } from '@nestjs/common'
import { batchPaperKinds, type PaperKind } from '@weibao/contracts/paper-kinds'
import { Clock, localDay, type Id } from '@weibao/kernel'
import { refusal, type Reader } from '@weibao/platform'
import { PaperRepository } from './paper.repository.js'

interface Covered {
  readonly id: Id
  readonly cooperativeId: Id
}

/** Names of the kinds of papers, for whoever refuses because of one. */
export const paperNames: Readonly<Record<PaperKind, readonly [zh: string, en: string]>> = {
  'business-licence': ['营业执照', 'business licence'],
  'food-production-licence': ['食品生产许可证', 'food production licence'],
  'workshop-registration': ['小作坊登记证', 'workshop registration'],
  'conformity-promise': ['承诺达标合格证', 'promise of conformity'],
  'test-report': ['检测报告', 'test report'],
  'quarantine-certificate': ['检疫合格证明', 'quarantine certificate'],
  'cultivation-proof': ['人工种植（采集许可）证明', 'proof of cultivation or permit'],
  'liquor-licence': ['酒类许可', 'liquor licence'],
}

/** Whether the papers that cover a product let it be listed, recognised and offered anew. */
@Injectable()
export class PapersInForce {
  constructor(
    private readonly papers: PaperRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Refuses with `product.papers-expired` when every paper of a kind on file for the product or its
   * cooperative has expired. Papers made for a batch do not count: the next batch brings its own.
   */
  async mustBeInForce(reader: Reader, { id, cooperativeId }: Covered): Promise<void> {
    const kinds = await this.papers.kindsOf(reader, cooperativeId, id, localDay(this.clock.now()))
    const expired = kinds.filter(
      ({ kind, isInForce }) => !isInForce && !batchPaperKinds.includes(kind),
    )
    if (expired.length > 0)
      throw refusal('product.papers-expired', namesOf(expired.map(({ kind }) => kind)))
  }

  /** Refuses with `product.papers-missing` unless a paper of each kind is in force. */
  async mustHave(
    reader: Reader,
    { id, cooperativeId }: Covered,
    needed: readonly PaperKind[],
  ): Promise<void> {
    if (needed.length === 0) return
    const kinds = await this.papers.kindsOf(reader, cooperativeId, id, localDay(this.clock.now()))
    const inForce = kinds.filter((each) => each.isInForce).map(({ kind }) => kind)
    const missing = needed.filter((kind) => !inForce.includes(kind))
    if (missing.length > 0) throw refusal('product.papers-missing', namesOf(missing))
  }
}

function namesOf(kinds: readonly PaperKind[]) {
  return {
    missing: kinds.map((kind) => paperNames[kind][0]).join('、'),
    missingEn: kinds.map((kind) => paperNames[kind][1]).join(', '),
  }
}

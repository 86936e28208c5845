import { Injectable } from '@nestjs/common'
import { GiftBoxes, type GiftBoxOnOffer } from '@weibao/catalog'
import type { GiftProposal as View, GiftProposals as Views } from '@weibao/contracts/gift-proposal'
import { Clock, fen, localDay, type Id, type LocalDay } from '@weibao/kernel'
import { refusal, UnitOfWork, type Actor } from '@weibao/platform'
import { Settings, type TemperatureMode } from '@weibao/settings'
import { keyOf, proposeGifts, type GiftProposal, type GiftWish } from './gift-proposals.js'

const MAX_PROPOSALS = 12

type Part = GiftBoxOnOffer['parts'][number] & { readonly landedFenPerKg: number }
type Box = Omit<GiftBoxOnOffer, 'parts'> & { readonly parts: readonly Part[] }

/** Gifts that a union can give its people, out of boxes that cooperatives have put together. */
@Injectable()
export class GiftProposals {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly boxes: GiftBoxes,
  ) {}

  /** Refuses with `demand.window-past` for a day on which nothing can be delivered any more. */
  async propose(
    actor: Actor,
    buyerId: Id,
    wish: GiftWish & { deliverOn: LocalDay },
  ): Promise<Views> {
    actor.mustReach('demand:read', buyerId)
    const today = localDay(this.clock.now())
    if (wish.deliverOn <= today)
      throw refusal(
        'demand.window-past',
        {},
        { fields: [{ path: 'query.deliverOn', code: 'field.invalid' }] },
      )
    return this.unitOfWork.snapshot(async (reader) => {
      const { baoshan } = await this.settings.get(reader, 'freight.bulk-rates', today)
      const found = await this.boxes.onOffer(reader, wish.deliverOn)
      const { proposals, leftOut } = proposeGifts<Part, Box>(
        wish,
        found.map((box) => atTheDoor(box, baoshan)),
        MAX_PROPOSALS,
      )
      return { items: proposals.map((each) => toView(each, wish)), leftOut }
    })
  }
}

/** What is in a box at what it costs in Baoshan: a demand's ceiling is stated so as well. */
function atTheDoor(box: GiftBoxOnOffer, rates: Readonly<Record<TemperatureMode, number>>): Box {
  return {
    ...box,
    parts: box.parts.map((part) => ({
      ...part,
      landedFenPerKg:
        Math.ceil((part.priceFen * 1000) / part.packGrams) + rates[part.temperatureMode],
    })),
  }
}

function toView(proposal: GiftProposal<Part, Box>, { headcount }: GiftWish): View {
  const { boxes, lines, totalFen, recognisedBasisPoints, enoughFor } = proposal
  return {
    key: keyOf(proposal),
    boxes: boxes.map(({ id, slug, name, cooperativeName, parts }) => ({
      id,
      slug,
      name,
      cooperativeName,
      isAdultOnly: parts.some(({ isAdultOnly }) => isAdultOnly),
    })),
    perHeadFen: fen(Math.ceil(totalFen / headcount)),
    totalFen,
    recognisedBasisPoints,
    enoughFor,
    lines: lines.map(({ part, packsPerHead, massGrams, amountFen }) => ({
      skuId: part.skuId,
      productId: part.productId,
      categoryCode: part.categoryCode,
      name: part.name,
      skuName: part.skuName,
      townshipName: part.townshipName,
      packGrams: part.packGrams,
      packsPerHead,
      packs: packsPerHead * headcount,
      massGrams,
      landedFenPerKg: fen(part.landedFenPerKg),
      amountFen,
      isRecognised: part.isRecognised,
    })),
  }
}

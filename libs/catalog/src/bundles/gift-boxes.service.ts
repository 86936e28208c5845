import { Injectable } from '@nestjs/common'
import type { LocalDay } from '@weibao/kernel'
import type { Reader } from '@weibao/platform'
import { GiftBoxRepository, type GiftBoxOnOffer } from './gift-box.repository.js'

/** Pairs of them are tried as well: twice as many cost four times as much. */
const MAX_BOXES = 200

/** What can be put into a box for somebody on a day to come. */
@Injectable()
export class GiftBoxes {
  constructor(private readonly boxes: GiftBoxRepository) {}

  /** The cheapest 200 boxes on offer, with what is left now and what is in season on the day. */
  onOffer(reader: Reader, day: LocalDay): Promise<GiftBoxOnOffer[]> {
    return this.boxes.onOffer(reader, day, MAX_BOXES)
  }
}

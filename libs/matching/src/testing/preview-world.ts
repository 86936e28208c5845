import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Module } from '@nestjs/common'
import { Budgets, DeliveryPoints, DemandModule, Demands } from '@weibao/demand'
import type { AskPreviewBody, DemandPreview } from '@weibao/contracts/preview'
import { addDays, localDay, type Id } from '@weibao/kernel'
import { makeActor, openBeside, type World } from '@weibao/platform/testing'
import { BuyersDemand } from '../market/buyers-demand.js'
import { DemandSource } from '../market/demand-source.js'
import { MatchingModule } from '../matching.module.js'
import { PreviewConfig } from '../preview/preview-client.js'
import { PreviewKeeper } from '../preview/preview-keeper.service.js'
import { Previews } from '../preview/previews.service.js'
import { openMatchingWorld, type MatchingWorld } from './rounds-world.js'

type Line = AskPreviewBody['lines'][number]

type Until = (answer: DemandPreview) => boolean

export interface PreviewWorld extends MatchingWorld {
  readonly budgetLineId: Id
  readonly deliveryPointId: Id
  /** A demand of another buyer line by line. */
  openDemand(lines: readonly Line[]): Promise<Id>
  askOnce(lines: readonly Line[], budgetLineId?: Id): Promise<DemandPreview>
  /** Asks again and again until the answer is as it should be (ready, unless said otherwise); the last answer. */
  ask(lines: readonly Line[], until?: Until, budgetLineId?: Id): Promise<DemandPreview>
  /** Starts a preview process' keeper; ending it closes its door. */
  startKeeper(): Promise<World>
}

const PATIENCE_MILLIS = 15_000

/** A world in which buyers' demands are real, and the preview process another application on its database. */
export async function openPreviewWorld(): Promise<PreviewWorld> {
  const address = join(mkdtempSync(join(tmpdir(), 'preview-')), 'door.sock')
  const demandModule = MatchingModule.with({ provide: DemandSource, useClass: BuyersDemand }, [
    DemandModule,
  ])
  @Module({ imports: [DemandModule, demandModule] })
  class Matching {}
  const config = { provide: PreviewConfig, useValue: { previewAddress: address } }
  const at = await openMatchingWorld(Matching, [config])
  const { world, buyerId } = at
  const demands = world.get<Demands>(Demands)
  const today = localDay(world.clock.now())
  const year = Number(addDays(today, 7).slice(0, 4))
  const { budgetLineId, deliveryPointId } = await world.unitOfWork.run(async (tx) => ({
    budgetLineId: await world.get<Budgets>(Budgets).make(tx, buyerId, {
      year,
      kind: 'canteen',
      name: '食堂',
      ceilingFen: 100_000,
    }),
    deliveryPointId: await world.get<DeliveryPoints>(DeliveryPoints).make(tx, buyerId, {
      name: '后厨',
      subdistrictCode: '310113003',
      street: '友谊路 1 号',
      contact: '老王',
      phone: '13800000000',
    }),
  }))
  const actor = makeActor({
    role: 'requester',
    organisationId: buyerId,
    organisationKind: 'buyer',
  })
  const askOnce: PreviewWorld['askOnce'] = (lines, budget) =>
    world.get<Previews>(Previews).ask(actor, buyerId, {
      budgetLineId: budget ?? null,
      deliveryPointId: null,
      lines: [...lines],
    })
  return {
    ...at,
    budgetLineId,
    deliveryPointId,
    askOnce,
    openDemand: (lines) =>
      world.unitOfWork.run((tx) =>
        demands.make(
          tx,
          buyerId,
          {
            title: '别人的需求',
            deliveryPointId,
            budgetLineId,
            isNamed: false,
            cutOffOn: addDays(today, 5),
            lines: [...lines],
          },
          null,
        ),
      ),
    ask: async (lines, isRight = ({ state }) => state === 'ready', budget) => {
      const deadline = Date.now() + PATIENCE_MILLIS
      for (;;) {
        const answer = await askOnce(lines, budget)
        if (isRight(answer) || Date.now() > deadline) return answer
        // The breaker's clock is the world's.
        world.clock.advance(1000)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    startKeeper: async () => {
      const beside = await openBeside(world, at.options)
      await beside.get<PreviewKeeper>(PreviewKeeper).start(address)
      return beside
    },
  }
}

/** A line of honey: 2 kg at up to ¥200 a kilogram, within a month. */
export function honeyLine(
  { world }: Pick<MatchingWorld, 'world'>,
  given: Partial<Line> = {},
): Line {
  const today = localDay(world.clock.now())
  return {
    productId: null,
    categoryCode: 'honey',
    wantedGrams: 2000,
    minimumGrams: 0,
    worstGrade: 'ungraded',
    maxLandedFenPerKg: 20_000,
    deliverFrom: addDays(today, 7),
    deliverTo: addDays(today, 21),
    minShelfDays: 0,
    recognisedOnly: false,
    ...given,
  }
}

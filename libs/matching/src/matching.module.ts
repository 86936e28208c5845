import { Module, type DynamicModule, type OnModuleInit, type Provider } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { DocumentsModule } from '@weibao/documents'
import { IdentityModule } from '@weibao/identity'
import type { Id } from '@weibao/kernel'
import { Jobs, Outbox, UnitOfWork } from '@weibao/platform'
import { SettingsModule } from '@weibao/settings'
import { ShortfallRelief, SupplyModule } from '@weibao/supply'
import { VolumeModule } from '@weibao/volume'
import { Acceptances } from './allocations/acceptances.service.js'
import { AllocationDesk } from './allocations/allocation-desk.service.js'
import { AllocationController } from './allocations/allocation.controller.js'
import { AllocationRepository } from './allocations/allocation.repository.js'
import { Allocations } from './allocations/allocations.service.js'
import { IntendedVolume } from './allocations/intended-volume.js'
import { LeastHarm } from './allocations/least-harm.service.js'
import { MarketReader } from './market/market-reader.service.js'
import { MarketChangesRepository } from './market/market-changes.repository.js'
import { MatchReads } from './rounds/match-reads.service.js'
import { PreviewClient } from './preview/preview-client.js'
import { PreviewKeeper } from './preview/preview-keeper.service.js'
import { PreviewNames } from './preview/preview-names.js'
import { PreviewTermsReader } from './preview/preview-terms.js'
import { PreviewController } from './preview/preview.controller.js'
import { Previews } from './preview/previews.service.js'
import { ProposalRepository } from './rounds/proposal.repository.js'
import { Proposals } from './rounds/proposals.service.js'
import { ReOffers } from './allocations/re-offers.service.js'
import { RoundExport } from './rounds/round-export.service.js'
import { RoundRunner } from './rounds/round-runner.service.js'
import { RoundController } from './rounds/round.controller.js'
import {
  Allocation,
  AllocationMove,
  Round,
  RoundChange,
  RoundCooperative,
  RoundFile,
  TicketEntry,
} from './rounds/round.entity.js'
import { RoundRepository } from './rounds/round.repository.js'
import { RoundResultRepository } from './rounds/round-result.repository.js'
import { Rounds } from './rounds/rounds.service.js'

const entities = [
  Round,
  RoundFile,
  RoundCooperative,
  RoundChange,
  TicketEntry,
  Allocation,
  AllocationMove,
]

/** Rounds, tickets and allocations. `with` says where the open lines come from. */
@Module({})
export class MatchingModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
    private readonly runner: RoundRunner,
    private readonly rounds: Rounds,
    private readonly allocations: Allocations,
    private readonly reOffers: ReOffers,
    private readonly changes: MarketChangesRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  static with(demandSource: Provider, imports: DynamicModule['imports'] = []): DynamicModule {
    return {
      module: MatchingModule,
      // Who orders what it allocates does not choose where demand comes from.
      global: true,
      imports: [
        TypeOrmModule.forFeature(entities),
        DocumentsModule,
        IdentityModule,
        SettingsModule,
        SupplyModule,
        VolumeModule,
        ...imports,
      ],
      controllers: [RoundController, AllocationController, PreviewController],
      providers: [
        demandSource,
        Acceptances,
        AllocationDesk,
        AllocationRepository,
        RoundResultRepository,
        Allocations,
        IntendedVolume,
        MarketChangesRepository,
        MarketReader,
        MatchReads,
        PreviewClient,
        PreviewNames,
        PreviewTermsReader,
        PreviewKeeper,
        Previews,
        ProposalRepository,
        Proposals,
        ReOffers,
        RoundExport,
        RoundRepository,
        RoundRunner,
        Rounds,
        { provide: ShortfallRelief, useClass: LeastHarm },
      ],
      exports: [ShortfallRelief, Allocations, PreviewKeeper, Rounds, RoundRunner],
    }
  }

  onModuleInit(): void {
    this.outbox.subscribe('round.queued', 'matching.run-round', async () => this.runner.poke())
    this.outbox.subscribe<{ lotId: Id }>(
      'lot.recalled',
      'matching.supersede-recalled',
      ({ lotId }) => this.allocations.supersedeRecalled(lotId),
    )
    for (const kind of ['allocation.given-up', 'allocation.undelivered'])
      this.outbox.subscribe(
        kind,
        'matching.offer-anew',
        async ({ allocationId }: { allocationId: Id }) =>
          void (await this.reOffers.offer(allocationId)),
      )
    this.jobs.every(3, 'run-rounds', async () => this.runner.poke())
    this.jobs.every(60, 'start-daily-round', () => this.rounds.startDaily())
    this.jobs.every(
      600,
      'forget-market-changes',
      async () => void (await this.changes.forget(this.unitOfWork.reader)),
    )
    this.jobs.every(30, 'lapse-allocations', () => this.allocations.lapseDue())
  }
}

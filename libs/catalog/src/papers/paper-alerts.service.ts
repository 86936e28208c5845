import { Injectable } from '@nestjs/common'
import { Notifier } from '@weibao/documents'
import { Members } from '@weibao/identity'
import { Clock, localDay } from '@weibao/kernel'
import { UnitOfWork, type Tx } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { PaperRepository, type DueAlert } from './paper.repository.js'
import { paperNames } from './papers-in-force.service.js'

const BATCH = 200
/** On the day of expiry everybody is told, whatever the setting says. */
const ON_EXPIRY = 0

/** Tells cooperatives, and near the end the liaison, that a paper expires: each alert once. */
@Injectable()
export class PaperAlerts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly papers: PaperRepository,
    private readonly settings: Settings,
    private readonly members: Members,
    private readonly notifier: Notifier,
  ) {}

  /**
   * Job: gives the alerts that are due. A paper filed late gets the one of where it stands, not
   * those it has passed; a paper that a newer one replaces gets none.
   */
  async giveDue(): Promise<void> {
    const { reader } = this.unitOfWork
    const today = localDay(this.clock.now())
    const { days, liaisonDays } = await this.settings.get(reader, 'papers.expiry-alerts', today)
    const marks = [...new Set([...days, ON_EXPIRY])]
    for (const paper of await this.papers.due(reader, today, marks, BATCH))
      await this.unitOfWork.run(async (tx) => {
        const reached = marks.filter((mark) => paper.daysLeft <= mark)
        const given = await this.papers.markGiven(tx, paper.id, reached, this.clock.now())
        if (!given.includes(Math.min(...reached))) return
        await this.tell(tx, paper, paper.daysLeft <= liaisonDays)
      })
  }

  private async tell(tx: Tx, paper: DueAlert, withLiaison: boolean): Promise<void> {
    const [kindZh, kindEn] = paperNames[paper.kind]
    const { cooperativeId, cooperativeZh, cooperativeEn, number, expiresOn, daysLeft } = paper
    const params = { cooperativeId, kindZh, kindEn, number, expiresOn, daysLeft }
    for (const personId of await this.members.peopleOf(tx, cooperativeId))
      await this.notifier.notify(tx, { personId, kind: 'paper-expiring', params })
    if (!withLiaison) return
    for (const { personId } of await this.members.holdersOf(tx, 'liaison'))
      await this.notifier.notify(tx, {
        personId,
        kind: 'paper-expiring-there',
        params: { ...params, cooperativeZh, cooperativeEn },
      })
  }
}

import { Injectable } from '@nestjs/common'
import type {
  EditSetting,
  SettingStart,
  SettingVersion,
  SettingView,
} from '@weibao/contracts/setting'
import { addDays, Clock, localDay, type LocalDay } from '@weibao/kernel'
import {
  decodeCursor,
  notFound,
  parseInput,
  refusal,
  toPage,
  UnitOfWork,
  type Actor,
} from '@weibao/platform'
import { z } from 'zod'
import { catalogue, findDefinition } from './catalogue.js'
import { SettingRepository, type StoredVersion } from './setting.repository.js'
import { inForce, Settings } from './settings.service.js'

/** Where people read and edit settings. */
@Injectable()
export class SettingsDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly repository: SettingRepository,
  ) {}

  /** Every setting as it is on `day`, with what is to come. */
  async list(day: LocalDay = localDay(this.clock.now())): Promise<{ items: SettingView[] }> {
    const versions = await this.repository.all(this.unitOfWork.reader)
    return {
      items: Object.keys(catalogue).map((key) =>
        toView(
          key,
          versions.filter((version) => version.key === key),
          day,
        ),
      ),
    }
  }

  async history(key: string, query: { readonly limit: number; readonly cursor?: string }) {
    if (!findDefinition(key)) throw notFound()
    const cursor = decodeCursor(query.cursor, 1)
    const before = cursor === null ? null : Number(cursor[0])
    const found = await this.repository.history(
      this.unitOfWork.reader,
      key,
      before,
      query.limit + 1,
    )
    return toPage(found, query.limit, (last) => [last.version], toVersionView)
  }

  /**
   * Gives a key a new value from a day on. Refuses other roles' keys, days too early, and an edit
   * that is not based on the latest version.
   */
  async edit(actor: Actor, key: string, edit: EditSetting): Promise<SettingView> {
    const definition = findDefinition(key)
    if (!definition) throw notFound()
    if (!actor.memberships.some((member) => member.role === definition.editedBy))
      throw refusal('setting.not-yours')
    const today = localDay(this.clock.now())
    const earliest = earliestStart(definition.startsFrom, today)
    if (earliest !== null && edit.validFrom < earliest)
      throw refusal('setting.starts-too-early', { earliest })
    const value = parseInput(definition.schema, edit.value, 'value')

    await this.unitOfWork.run(async (tx) => {
      if ((await this.repository.latestVersion(tx, key)) !== edit.basedOn)
        throw refusal('setting.changed-meanwhile')
      const added = await this.repository.add(tx, {
        key,
        version: edit.basedOn + 1,
        validFrom: edit.validFrom,
        value,
        reason: edit.reason,
        authorId: actor.personId,
      })
      if (!added) throw refusal('setting.changed-meanwhile')
    })
    this.settings.forget()
    const { items } = await this.list(today)
    return items.find((item) => item.key === key)!
  }
}

function earliestStart(startsFrom: SettingStart, today: LocalDay): LocalDay | null {
  if (startsFrom === 'any') return null
  return startsFrom === 'today' ? today : addDays(today, 1)
}

function toView(key: string, versions: readonly StoredVersion[], day: LocalDay): SettingView {
  const definition = findDefinition(key)!
  const current = inForce(versions, day)
  return {
    key,
    group: definition.group,
    label: definition.label,
    description: definition.description,
    editedBy: definition.editedBy,
    startsFrom: definition.startsFrom,
    valueSchema: z.toJSONSchema(definition.schema, { io: 'input', unrepresentable: 'any' }),
    current: current === null ? builtIn(definition.initial) : toVersionView(current),
    upcoming: versions
      .filter((version) => version.validFrom > day)
      .sort((a, b) => a.validFrom.localeCompare(b.validFrom) || a.version - b.version)
      .map(toVersionView),
    latestVersion: Math.max(0, ...versions.map((version) => version.version)),
  }
}

function builtIn(value: unknown): SettingVersion {
  return { version: 0, validFrom: null, value, reason: '', authorId: null, createdAt: null }
}

function toVersionView(version: StoredVersion): SettingVersion {
  return {
    version: version.version,
    validFrom: version.validFrom,
    value: version.value,
    reason: version.reason,
    authorId: version.authorId,
    createdAt: version.createdAt.toISOString(),
  }
}

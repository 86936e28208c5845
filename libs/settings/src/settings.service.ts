import { Injectable } from '@nestjs/common'
import { invariant, type LocalDay } from '@weibao/kernel'
import type { Reader } from '@weibao/platform'
import { catalogue, findDefinition, type SettingKey, type SettingValue } from './catalogue.js'
import { SettingRepository, type StoredVersion } from './setting.repository.js'

/** How old the copy in this process may be. An edit by another process is seen after this. */
const MAX_AGE_MS = 5000

export interface InForce<K extends SettingKey> {
  readonly value: SettingValue<K>
  /** Counts edits of the key; 0 is the value built in. */
  readonly version: number
}

/** What is in force on a day: the version that begins last on or before it, the newer of two. */
export function inForce<T extends { readonly validFrom: LocalDay; readonly version: number }>(
  versions: readonly T[],
  day: LocalDay,
): T | null {
  let found: T | null = null
  for (const version of versions) {
    if (version.validFrom > day) continue
    if (
      found === null ||
      version.validFrom > found.validFrom ||
      (version.validFrom === found.validFrom && version.version > found.version)
    )
      found = version
  }
  return found
}

/** Facts that change by year or place, as they are on a day. */
@Injectable()
export class Settings {
  private copy: { readonly at: number; readonly versions: Map<string, StoredVersion[]> } | null =
    null

  constructor(private readonly repository: SettingRepository) {}

  /** The value of a key on a local day. At most five seconds behind an edit of today. */
  async get<K extends SettingKey>(reader: Reader, key: K, day: LocalDay): Promise<SettingValue<K>> {
    return (await this.find(reader, key, day)).value
  }

  /** The value with the version to record beside what it decides. */
  async find<K extends SettingKey>(reader: Reader, key: K, day: LocalDay): Promise<InForce<K>> {
    const versions = (await this.versions(reader)).get(key) ?? []
    const stored = inForce(versions, day)
    if (stored === null) return { value: catalogue[key].initial as SettingValue<K>, version: 0 }
    const parsed = findDefinition(key)!.schema.safeParse(stored.value)
    invariant(parsed.success, `setting ${key} version ${stored.version} does not fit its schema`)
    return { value: parsed.data as SettingValue<K>, version: stored.version }
  }

  /** Drops the copy of this process: after an edit made here. */
  forget(): void {
    this.copy = null
  }

  /** All versions by key, from the copy while it is fresh. */
  async versions(reader: Reader): Promise<ReadonlyMap<string, StoredVersion[]>> {
    const now = performance.now()
    if (this.copy === null || now - this.copy.at > MAX_AGE_MS)
      this.copy = {
        at: now,
        versions: byKey(await this.repository.all(reader)),
      }
    return this.copy.versions
  }
}

function byKey(versions: readonly StoredVersion[]): Map<string, StoredVersion[]> {
  const grouped = new Map<string, StoredVersion[]>()
  for (const version of versions)
    grouped.set(version.key, [...(grouped.get(version.key) ?? []), version])
  return grouped
}

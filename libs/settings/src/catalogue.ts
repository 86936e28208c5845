import type { z } from 'zod'
import { afterSaleSettings } from './catalogue/after-sale.settings.js'
import { countingSettings } from './catalogue/counting.settings.js'
import { freightSettings } from './catalogue/freight.settings.js'
import { matchingSettings } from './catalogue/matching.settings.js'
import { orderingSettings } from './catalogue/ordering.settings.js'
import { platformSettings } from './catalogue/platform.settings.js'
import { transferSettings } from './catalogue/transfer.settings.js'
import type { Definition } from './catalogue/setting.js'

export type { CountingRules } from './catalogue/counting.settings.js'

/**
 * Every known setting: what it may be, what it is until somebody edits it, who edits it. Keys are
 * permanent; a key that is no longer used stays readable in the history.
 */
export const catalogue = {
  ...countingSettings,
  ...freightSettings,
  ...matchingSettings,
  ...orderingSettings,
  ...afterSaleSettings,
  ...transferSettings,
  ...platformSettings,
}

export type SettingKey = keyof typeof catalogue
export type SettingValue<K extends SettingKey> = z.output<(typeof catalogue)[K]['schema']>

/** The definition of a key, whatever its type; undefined when there is no such key. */
export function findDefinition(key: string): Definition | undefined {
  return Object.hasOwn(catalogue, key) ? catalogue[key as SettingKey] : undefined
}

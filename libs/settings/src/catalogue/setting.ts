import type { SettingEditor, SettingGroup, SettingStart } from '@weibao/contracts/setting'
import type { z } from 'zod'

export interface Definition<T extends z.ZodType = z.ZodType> {
  readonly schema: T
  readonly initial: z.output<T>
  readonly group: SettingGroup
  readonly editedBy: SettingEditor
  /** How early an edit may begin: never before what it decided already. */
  readonly startsFrom: SettingStart
  readonly label: { readonly zh: string; readonly en: string }
  readonly description: { readonly zh: string; readonly en: string }
}

/** Declares a setting, so that its default is checked against its schema. */
export function setting<T extends z.ZodType>(definition: Definition<T>): Definition<T> {
  return definition
}

/** The languages every text exists in, Chinese first. */
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

/** What the parameters of a text may be; numbers are written the way the language writes them. */
export type MessageValue = string | number

/** One feature's texts in both languages; `en` has exactly the keys of `zh-CN`, or does not compile. */
export interface Messages<Texts extends Record<string, string> = Record<string, string>> {
  readonly 'zh-CN': Texts
  readonly en: { readonly [Key in keyof Texts]: string }
}

/** The parameter names of a text: `'还剩 {count} 件'` needs `count`. */
export type ParameterOf<Text extends string> = Text extends `${string}{${infer Slot}}${infer Rest}`
  ? (Slot extends `${infer Name}|${string}` ? Name : Slot) | ParameterOf<Rest>
  : never

type ArgumentsOf<Text extends string> = [ParameterOf<Text>] extends [never]
  ? []
  : [params: Readonly<Record<ParameterOf<Text>, MessageValue>>]

/** Looks a text up by its key and fills in its parameters, which the compiler checks. */
export type Translate<Texts extends Record<string, string>> = <Key extends keyof Texts & string>(
  key: Key,
  ...args: ArgumentsOf<Texts[Key]>
) => string

/**
 * Declares a feature's texts. A key missing in one language is a compile error.
 * Slots: `{name}`; English plurals: `{count} {count|item|items}`.
 */
export function defineMessages<const Texts extends Record<string, string>>(messages: {
  readonly 'zh-CN': Texts
  readonly en: NoInfer<{ readonly [Key in keyof Texts]: string }>
}): Messages<Texts> {
  return messages
}

/** The `t` of these texts in one language. A text missing at run time falls back to Chinese, then to its key. */
export function translator<Texts extends Record<string, string>>(
  messages: Messages<Texts>,
  locale: Locale,
): Translate<Texts> {
  return (key, ...args) => {
    const texts: Readonly<Record<string, string | undefined>> = messages[locale]
    const text = texts[key] ?? messages['zh-CN'][key] ?? key
    return fill(text, args[0] ?? {}, locale)
  }
}

const SLOT = /\{([^{}|]+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g

function fill(text: string, values: Readonly<Record<string, MessageValue>>, locale: Locale) {
  return text.replace(SLOT, (slot, name: string, one?: string, other?: string) => {
    const value = values[name]
    if (value === undefined) return slot
    if (one !== undefined) return Number(value) === 1 ? one : (other ?? '')
    return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value
  })
}

const CHINESE = /\p{Script=Han}/u

/**
 * What is wrong with a feature's texts, for tests: keys of one language only, empty texts, slots
 * that differ, Chinese left in English (unless the key is in `chineseAllowed`: names, seals).
 */
export function checkMessages(
  messages: Messages,
  { chineseAllowed = [] }: { readonly chineseAllowed?: readonly string[] } = {},
): string[] {
  const { 'zh-CN': zh, en } = messages
  const problems: string[] = []
  for (const key of new Set([...Object.keys(zh), ...Object.keys(en)])) {
    const [chinese, english] = [zh[key], en[key]]
    if (!chinese?.trim()) problems.push(`${key}: no Chinese text`)
    if (!english?.trim()) problems.push(`${key}: no English text`)
    if (!chinese || !english) continue
    if (slotsOf(chinese) !== slotsOf(english)) problems.push(`${key}: the slots differ`)
    if (CHINESE.test(english) && !chineseAllowed.includes(key))
      problems.push(`${key}: Chinese in the English text`)
  }
  return problems
}

function slotsOf(text: string): string {
  return [...new Set([...text.matchAll(SLOT)].map((match) => match[1]))].sort().join()
}

/** The language for a list of wishes (`navigator.languages`, a stored choice): Chinese unless English comes first. */
export function pickLocale(wishes: readonly (string | null | undefined)[]): Locale {
  for (const wish of wishes) {
    if (wish && /^zh\b/i.test(wish)) return 'zh-CN'
    if (wish && /^en\b/i.test(wish)) return 'en'
  }
  return 'zh-CN'
}

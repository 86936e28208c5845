import { pinyin } from 'pinyin-pro'

/**
 * Text to tokens, and typed words to queries. Han text becomes single characters and pairs, so that
 * a word of any length is found by index (a recheck on the text makes it exact). Pinyin and
 * initials are stored from every character to the end, so that a prefix match finds any part that
 * starts at a character. Everything is lower case; `ü` is written `v`.
 */

/** Radicals and strokes are of the script too, but are symbols, not characters. */
const HAN_RUN = /(?:(?=[\p{L}\p{N}])\p{Script=Han})+/gu
const LATIN_RUN = /[\p{Script=Latin}\p{N}]+/gu
const HAN = /^(?=[\p{L}\p{N}])\p{Script=Han}/u
/** Names are short; what lies beyond is not worth the index. */
const MAX_PINYIN_CHARACTERS = 24
const MAX_READINGS = 20

/** The form in which text is stored for the recheck and compared. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]/g, (letter) => PLAIN[letter]!)
}

const PLAIN: Readonly<Record<string, string>> = Object.fromEntries(
  ['āáǎàa', 'ēéěèe', 'īíǐìi', 'ōóǒòo', 'ūúǔùu', 'ǖǘǚǜüv'].flatMap((group) => {
    const letters = [...group]
    const plain = letters.pop()!
    return letters.map((letter) => [letter, plain])
  }),
)

/**
 * All tokens under which a text can be found; of a name by every reading of each character, of
 * what surrounds it by the reading in context only.
 */
export function tokensOf(text: string, isName = true): Set<string> {
  const tokens = new Set<string>()
  const plain = normalise(text)
  for (const [run] of plain.matchAll(HAN_RUN)) for (const gram of gramsOf(run)) tokens.add(gram)
  for (const [word] of plain.matchAll(LATIN_RUN)) tokens.add(word)
  const han = [...plain].filter((letter) => HAN.test(letter)).slice(0, MAX_PINYIN_CHARACTERS)
  for (const reading of readingsOf(han).slice(0, isName ? MAX_READINGS : 1)) {
    for (let start = 0; start < reading.length; start++) {
      const rest = reading.slice(start)
      tokens.add(rest.join(''))
      tokens.add(rest.map((syllable) => syllable[0]).join(''))
    }
  }
  tokens.delete('')
  return tokens
}

/** Single characters and adjacent pairs of a run of Han. */
function gramsOf(run: string): string[] {
  const letters = [...run]
  return [...letters, ...letters.slice(1).map((letter, index) => letters[index]! + letter)]
}

/** The reading in context first, then one for each other reading of each single character. */
function readingsOf(han: readonly string[]): string[][] {
  if (han.length === 0) return []
  const main = syllables(han.join(''))
  if (main.length !== han.length) return [han.map((letter) => syllables(letter)[0] ?? '')]
  const others = han.flatMap((letter, index) =>
    alternatives(letter)
      .filter((reading) => reading !== main[index])
      .map((reading) => main.with(index, reading)),
  )
  return [main, ...others]
}

function syllables(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true })
}

function alternatives(letter: string): string[] {
  return [...new Set(pinyin(letter, { toneType: 'none', type: 'array', v: true, multiple: true }))]
}

export interface SearchWords {
  /** What must stand in the text as it is, for the exact recheck (Han only). */
  readonly exact: readonly string[]
  /** tsquery over all tokens, every word needed. */
  readonly query: string
  /** What must stand in a `nameText`, each, where the name itself is meant. */
  readonly inName: readonly string[]
  /** Every character, in any order and place: for when nothing holds the words as written. */
  readonly relaxedQuery: string | null
}

/** Reads what a visitor typed. Null when it holds neither a letter nor a digit. */
export function readSearch(typed: string): SearchWords | null {
  const plain = normalise(typed)
  const han = [...plain.matchAll(HAN_RUN)].map(([run]) => run)
  const latin = [...plain.matchAll(LATIN_RUN)].map(([word]) => word)
  if (han.length + latin.length === 0) return null
  const parts = [...han.map(hanPart), ...latin.map(latinPart)]
  const letters = [...new Set(han.flatMap((run) => [...run]))]
  const relaxed = letters.length
    ? letters.map(quote).join(' & ')
    : latin.length > 1
      ? latin.map(latinPart).join(' | ')
      : null
  return {
    exact: han,
    query: parts.join(' & '),
    inName: [...han, ...latin.map((word) => ` ${singularOf(word) ?? word}`)],
    relaxedQuery: relaxed,
  }
}

function hanPart(run: string): string {
  const letters = [...run]
  const grams =
    letters.length === 1 ? letters : letters.slice(1).map((letter, i) => letters[i]! + letter)
  return [...new Set(grams)].map(quote).join(' & ')
}

/** Latin words match by their beginning; a plural also by its singular's. */
function latinPart(word: string): string {
  const singular = singularOf(word)
  const itself = `${quote(word)}:*`
  return singular ? `(${itself} | ${quote(singular)}:*)` : itself
}

function singularOf(word: string): string | null {
  return /^[a-z]{3,}s$/.test(word) ? word.replace(/(?<=[xsh])es$|ies$|s$/, '') : null
}

/** Words here are letters and digits only, so quoting needs no escape. */
function quote(word: string): string {
  return `'${word}'`
}

/**
 * The tokens of a product's names and of what surrounds it. Each text is tokenised by itself: no
 * pair of characters and no pinyin spans two of them.
 */
export function indexTokens(names: readonly string[], surroundings: readonly string[]): string[] {
  const own = names.flatMap((text) => [...tokensOf(text)])
  const other = surroundings.flatMap((text) => [...tokensOf(text, false)])
  return [...new Set([...own, ...other])]
}

/** Names and all their tokens, each after a space: where a match of the name itself is looked for. */
export function nameTextOf(names: readonly string[]): string {
  const tokens = new Set(names.flatMap((text) => [...tokensOf(text)]))
  return [...names.map(normalise), ...tokens].map((text) => ` ${text}`).join('')
}

/** The same match in memory, for the few names that need no index (townships, categories). */
export function matchesName(words: SearchWords, name: string): boolean {
  const text = normalise(name)
  if (!words.exact.every((run) => text.includes(run))) return false
  const latin = [...words.query.matchAll(/'([^']+)':\*/g)].map((match) => match[1]!)
  if (latin.length === 0) return words.exact.length > 0
  const tokens = [...tokensOf(name)]
  return latin.every((word) => tokens.some((token) => token.startsWith(word)))
}

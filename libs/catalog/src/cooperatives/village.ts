import type { Bilingual } from '@weibao/contracts/basics'
import { pinyin } from 'pinyin-pro'

const KINDS: readonly (readonly [string, string])[] = [
  ['社区', 'Community'],
  ['小组', 'Group'],
  ['村', 'Village'],
]

/** A village in both languages: "同乐村" is "Tongle Village". */
export function villageName(zh: string): Bilingual {
  const kind = KINDS.find(([suffix]) => zh.endsWith(suffix) && zh.length > suffix.length)
  const stem = kind ? zh.slice(0, -kind[0].length) : zh
  const latin = pinyin(stem, { toneType: 'none', type: 'array' }).join('')
  const name = latin.charAt(0).toUpperCase() + latin.slice(1)
  return { zh, en: kind ? `${name} ${kind[1]}` : name }
}

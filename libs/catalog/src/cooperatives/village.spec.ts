import { describe, expect, it } from 'vitest'
import { villageName } from './village.js'

describe('a village in English', () => {
  it.each([
    ['同乐村', 'Tongle Village'],
    ['永宁社区', 'Yongning Community'],
    ['河西小组', 'Hexi Group'],
    ['其宗', 'Qizong'],
  ])('%s is %s', (zh, en) => expect(villageName(zh)).toEqual({ zh, en }))
})

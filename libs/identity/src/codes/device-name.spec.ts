import { describe, expect, it } from 'vitest'
import { deviceName } from './account-messages.js'

describe('the name of a device in a message', () => {
  it.each([
    [
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36',
      'Chrome · Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Mobile/15E148 MicroMessenger/8.0.50',
      'WeChat · iPhone',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0 Safari/537.36 Edg/131.0',
      'Edge · Windows',
    ],
    ['curl/8.5.0', '—'],
    ['点击领奖 http://evil.example', '—'],
    [undefined, '—'],
  ])('of %s is %s', (agent, name) => {
    expect(deviceName(agent)).toBe(name)
  })
})

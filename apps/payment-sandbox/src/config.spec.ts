import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.js'
import { Journal, type Change } from './journal.js'
import { Store } from './store.js'

describe('The configuration', () => {
  it('refuses production and live keys', () => {
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow('never runs in production')
    expect(() => readConfig({ STRIPE_SECRET_KEY: 'sk_live_1' })).toThrow('test keys only')
    expect(() => readConfig({ SANDBOX_SETTINGS: '{"chaos":1}' })).toThrow()
  })

  it('takes several endpoints and secrets, and settings for this run', () => {
    const config = readConfig({
      WEBHOOK_URL: 'http://127.0.0.1:1/a, http://127.0.0.1:2/b',
      STRIPE_WEBHOOK_SECRET: 'whsec_1,whsec_2',
      SANDBOX_SETTINGS: '{"declineRate":0.03}',
    })
    expect(config.webhookUrls).toEqual(['http://127.0.0.1:1/a', 'http://127.0.0.1:2/b'])
    expect(config.webhookSecrets).toEqual(['whsec_1', 'whsec_2'])
    expect(config.settings).toMatchObject({ declineRate: 0.03, deliveriesPerEvent: 1 })
  })
})

describe('The journal', () => {
  it('forgets a line that a kill cut short, and nothing else', () => {
    const folder = mkdtempSync(join(tmpdir(), 'journal-'))
    const path = join(folder, 'journal.jsonl')
    const change = (id: string): Change => ({ kind: 'charge', id, value: { id } })
    const first = Journal.open(path, () => undefined)
    first.append([change('a'), change('b')])
    first.close()
    writeFileSync(path, `${readFileSync(path, 'utf8')}[{"kind":"charge","id":"c"`)
    const seen: string[] = []
    const second = Journal.open(path, (changes) => seen.push(...changes.map(({ id }) => id)))
    second.append([change('d')])
    second.close()
    const replayed: string[] = []
    Journal.open(path, (changes) => replayed.push(...changes.map(({ id }) => id))).close()
    rmSync(folder, { recursive: true })
    expect(seen).toEqual(['a', 'b'])
    expect(replayed).toEqual(['a', 'b', 'd'])
  })

  it('keeps every object when it is written anew, in the order they came', () => {
    const folder = mkdtempSync(join(tmpdir(), 'journal-'))
    const store = new Store(folder)
    for (let round = 0; round < 600; round++)
      store.run(() => {
        for (const id of ['a', 'b']) store.put('intentSession', { id, sessionId: `s${round}` })
      })
    for (let round = 0; round < 600; round++)
      store.run(() => store.put('intentSession', { id: 'a', sessionId: `t${round}` }))
    store.close()
    const lines = () => readFileSync(join(folder, 'journal.jsonl'), 'utf8').split('\n').length - 1
    expect(lines()).toBe(1_200)
    const again = new Store(folder)
    expect([...again.oldestFirst('intentSession')]).toEqual([
      { id: 'a', sessionId: 't599' },
      { id: 'b', sessionId: 's599' },
    ])
    expect(lines()).toBe(2)
    expect(() =>
      again.run(() => {
        again.put('intentSession', { id: 'c', sessionId: 's' })
        again.remove('intentSession', 'a')
        throw new Error('no')
      }),
    ).toThrow('no')
    expect([...again.newestFirst('intentSession')].map(({ id }) => id)).toEqual(['b', 'a'])
    again.close()
    expect(lines()).toBe(2)
    rmSync(folder, { recursive: true })
  })
})

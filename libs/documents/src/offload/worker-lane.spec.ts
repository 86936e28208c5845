import { afterEach, describe, expect, it } from 'vitest'
import { WorkerLane, workerModule } from './worker-lane.js'

describe('A lane beside the event loop', () => {
  const lanes: WorkerLane<unknown, string>[] = []
  afterEach(async () => void (await Promise.all(lanes.splice(0).map((lane) => lane.close()))))
  const open = (limits = {}) => {
    const all = { seconds: 10, memoryMegabytes: 64, queue: 3, ...limits }
    const lane = new WorkerLane<unknown, string>(
      workerModule('../testing/lane.worker', import.meta.url),
      all,
    )
    lanes.push(lane)
    return lane
  }

  it('does jobs one after another, in order', async () => {
    const lane = open()
    expect(await Promise.all(['a', 'b', 'c'].map((job) => lane.run(job)))).toEqual([
      'did a',
      'did b',
      'did c',
    ])
  })

  it('tells a job that failed from the next, which does not', async () => {
    const lane = open()
    const [failed, done] = await Promise.allSettled([lane.run('fail'), lane.run('a')])
    expect(failed).toMatchObject({ reason: { message: expect.stringContaining('told to fail') } })
    expect(done).toMatchObject({ value: 'did a' })
  })

  it.each([
    ['hang', { seconds: 4 }],
    ['eat', {}],
  ])('ends a job that would %s and goes on with a new thread', async (job, limits) => {
    const lane = open(limits)
    const [ended, done] = await Promise.allSettled([lane.run(job), lane.run('a')])
    expect(ended).toMatchObject({ reason: { code: 'document.too-costly' } })
    expect(done).toMatchObject({ value: 'did a' })
  })

  it('survives a thread that ends by itself, and a job that cannot be sent', async () => {
    const lane = open()
    await expect(lane.run('exit')).rejects.toThrow('worker ended with 3')
    await expect(lane.run(() => undefined)).rejects.toThrow()
    expect(await lane.run('a')).toBe('did a')
  })

  it('refuses more than may wait', async () => {
    const lane = open()
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, (_, i) => lane.run(`${i}`)))
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ])
    expect(outcomes[5]).toMatchObject({ reason: { code: 'document.busy', retryAfterSeconds: 5 } })
  })

  it('refuses what waits when it closes', async () => {
    const lane = open()
    const waiting = Promise.allSettled([lane.run('hang'), lane.run('a')])
    await lane.close()
    expect(await waiting).toMatchObject([
      { reason: { code: 'document.busy' } },
      { reason: { code: 'document.busy' } },
    ])
  })
})

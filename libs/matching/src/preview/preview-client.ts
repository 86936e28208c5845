import { Agent, request } from 'node:http'
import { Inject, Injectable, Optional, type OnModuleDestroy } from '@nestjs/common'
import { Clock } from '@weibao/kernel'
import { Metrics } from '@weibao/platform'
import { askAt } from './preview-address.js'
import type { PreviewAnswer, PreviewQuestion } from './preview-question.js'

/** What this library needs of the configuration to find the preview process. */
export abstract class PreviewConfig {
  /** Path of its socket or `host:port`; null: there is none. */
  abstract readonly previewAddress: string | null
}

/** Whoever waits longer than this while typing has typed on. */
const DEADLINE_MILLIS = 150
/** More for each line: a long demand is asked about once, not at each key. */
const LINE_MILLIS = 10
const FAILURES_TO_OPEN = 3
const OPEN_MILLIS = 1000
const MOST_CONNECTIONS = 32
const ANSWER_LIMIT = 4 * 1024 * 1024

/**
 * Asks the preview process, within a deadline. After three failures in a row nobody is kept waiting for a second;
 * then one question at a time tries again.
 */
@Injectable()
export class PreviewClient implements OnModuleDestroy {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: MOST_CONNECTIONS })
  private failures = 0
  private closedUntil = 0

  private readonly seconds: ReturnType<Metrics['timer']>

  constructor(
    private readonly clock: Clock,
    metrics: Metrics,
    @Optional() @Inject(PreviewConfig) private readonly config?: PreviewConfig,
  ) {
    this.seconds = metrics.timer('preview_answers_seconds', 'Time to ask the preview process', [
      'state',
    ])
  }

  onModuleDestroy(): void {
    this.agent.destroy()
  }

  /** The answer; null when there is none in time. Never throws. */
  async ask(question: PreviewQuestion): Promise<PreviewAnswer | null> {
    const address = this.config?.previewAddress
    if (!address || !this.mayTry()) return null
    const stop = this.seconds.startTimer()
    try {
      const answer = JSON.parse(await this.send(address, question)) as PreviewAnswer
      this.failures = 0
      stop({ state: answer.state })
      return answer
    } catch {
      this.failures++
      stop({ state: 'unavailable' })
      return null
    }
  }

  private mayTry(): boolean {
    if (this.failures < FAILURES_TO_OPEN) return true
    const now = this.clock.now().getTime()
    if (now < this.closedUntil) return false
    this.closedUntil = now + OPEN_MILLIS
    return true
  }

  private send(address: string, question: PreviewQuestion): Promise<string> {
    const body = JSON.stringify(question)
    const deadline = DEADLINE_MILLIS + LINE_MILLIS * question.lines.length
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          ...askAt(address),
          agent: this.agent,
          method: 'POST',
          path: '/previews',
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          },
        },
        (response) => {
          const chunks: Buffer[] = []
          let size = 0
          response.on('data', (chunk: Buffer) => {
            size += chunk.length
            if (size > ANSWER_LIMIT) asked.destroy(new RangeError('an answer is no larger'))
            chunks.push(chunk)
          })
          response.on('end', () => {
            if (response.statusCode === 200) resolve(Buffer.concat(chunks).toString('utf8'))
            else reject(new Error(`the preview process answers ${response.statusCode}`))
          })
          response.on('error', reject)
        },
      )
      // No AbortSignal.timeout: the collector keeps its signals, and all they hold, until its longest pause.
      const late = setTimeout(() => asked.destroy(new Error('no answer in time')), deadline)
      asked.on('error', reject).on('close', () => clearTimeout(late))
      asked.end(body)
    })
  }
}

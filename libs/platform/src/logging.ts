import type { LoggerService } from '@nestjs/common'
import type { FastifyBaseLogger } from 'fastify'
import type { PlatformConfig } from './platform-config.js'
import { currentContext } from './request-context.js'

/** Names whose values never reach a log, at any depth that we log. */
const SECRET = [
  'password',
  'token',
  'secret',
  'code',
  'authorization',
  'cookie',
  'phone',
  'email',
  'address',
  'idNumber',
  'bankAccount',
]

/** One JSON line per event, secrets and personal data redacted, to standard output. */
export function pinoOptions(config: Pick<PlatformConfig, 'logLevel'>) {
  return {
    level: config.logLevel,
    /** Here and not in a logger made for each request, whose redaction costs more than its lines. */
    mixin: () => {
      const requestId = currentContext()?.requestId
      return requestId === undefined ? {} : { requestId }
    },
    redact: {
      paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `req.headers.${name}`]),
      censor: '[redacted]',
    },
    serializers: {
      err: (error: Error) => ({
        type: error.name,
        message: error.message,
        stack: error.stack ?? '',
      }),
    },
  }
}

/** Lets Nest and our `Logger`s write through pino: an object argument becomes the line's fields. */
export class PinoNestLogger implements LoggerService {
  constructor(
    private readonly pino: Pick<FastifyBaseLogger, 'info' | 'error' | 'warn' | 'debug'>,
  ) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest)
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest)
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest)
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest)
  }

  private write(
    level: 'info' | 'error' | 'warn' | 'debug',
    message: unknown,
    rest: readonly unknown[],
  ): void {
    const context = rest.at(-1)
    const text = rest.length > 1 ? String(rest[0]) : undefined
    if (typeof message === 'object' && message !== null)
      this.pino[level]({ ...message, context }, text ?? '')
    else
      this.pino[level]({ context, ...(text === undefined ? {} : { extra: text }) }, String(message))
  }
}

import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import { pinoOptions, PinoNestLogger, stopOnSignals, WorkerLoop } from '@weibao/platform'
import { pino } from 'pino'
import { AppModule } from './app.module.js'
import { readConfig } from './config.js'

const config = readConfig(process.env)
const app = await NestFactory.createApplicationContext(AppModule.with(config, 'worker'), {
  logger: new PinoNestLogger(pino(pinoOptions(config))),
})
stopOnSignals(app, 0)
app.get(WorkerLoop).start()

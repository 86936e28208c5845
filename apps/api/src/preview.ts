import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import { PreviewKeeper } from '@weibao/matching'
import { collectYoungAlone, pinoOptions, PinoNestLogger, stopOnSignals } from '@weibao/platform'
import { pino } from 'pino'
import { AppModule } from './app.module.js'
import { readConfig } from './config.js'

collectYoungAlone()
/** Answers what a demand would get now, from a market kept warm. May be lost: api then says so and goes on. */
const config = readConfig(process.env)
if (!config.previewAddress) throw new Error('configuration: PREVIEW_ADDRESS is missing')
const app = await NestFactory.createApplicationContext(AppModule.with(config, 'preview'), {
  logger: new PinoNestLogger(pino(pinoOptions(config))),
})
stopOnSignals(app, 0)
await app.get(PreviewKeeper).start(config.previewAddress)

import 'reflect-metadata'
import { collectYoungAlone, createHttpApp, stopOnSignals } from '@weibao/platform'
import { AppModule } from './app.module.js'
import { readConfig } from './config.js'
import { serveFrontEnds } from './front-ends.js'

collectYoungAlone()
const config = readConfig(process.env)
const app = await createHttpApp(AppModule.with(config, 'api'), config)
await serveFrontEnds(app, config)
stopOnSignals(app, config.isProduction ? 3000 : 0)
await app.listen(config.port, config.host)

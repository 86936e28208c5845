export { forecast, type Forecast, type ForecastFacts } from './forecast.js'
export { ReportingModule } from './reporting.module.js'
export { VolumeExport } from './volume-export.service.js'
export { VolumeReport } from './volume-report.service.js'

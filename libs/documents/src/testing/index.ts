export { testDocumentsConfig } from './documents-config.js'
export { listen } from './webhook-listener.js'

export { testDocumentsConfig } from './documents-config.js'

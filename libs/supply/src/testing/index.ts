export { openLot } from './lot.js'

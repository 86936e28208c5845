export { openLot } from './lot.js'
export { LotDesk } from '../lot-desk.service.js'

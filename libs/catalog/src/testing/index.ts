export { makeProduct, openShop, type Shop } from './shop.js'

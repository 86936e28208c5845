export { openBeside, openDatabase, openWorld, outsideModule, type World } from './world.js'
export { withContext } from '../request-context.js'
export { makeActor } from './actors.js'

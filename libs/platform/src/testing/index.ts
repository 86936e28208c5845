export { openBeside, openDatabase, openWorld, outsideModule, type World } from './world.js'
export { makeActor } from './actors.js'

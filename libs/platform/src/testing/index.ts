export { openBeside, openWorld, type World } from './world.js'
export { makeActor } from './actors.js'

import type { Scenes } from './scene.js'
import { grains } from './scenes/grains.js'

/** Every product's picture by its slug. */
export const scenes: Scenes = { ...grains }

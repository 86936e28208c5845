import { serveLane } from '../offload/worker-port.js'

/** For the test of the lane: answers, fails, hangs, eats memory or ends, as it is told. */
serveLane<string, string>(async (job) => {
  switch (job) {
    case 'fail':
      throw new Error('told to fail')
    case 'hang':
      for (;;);
    case 'eat': {
      const eaten: number[][] = []
      for (;;) eaten.push(new Array<number>(100_000).fill(eaten.length))
    }
    case 'exit':
      process.exit(3)
  }
  return `did ${job}`
})

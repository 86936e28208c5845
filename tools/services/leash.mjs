// Runs a command and stops it when whoever started us is gone: its end of our standard input closes.
// Only for systems without `setpriv --pdeathsig`. Usage: node leash.mjs SIGNAL command args…
import { spawn } from 'node:child_process'

const [signal, command, ...args] = process.argv.slice(2)
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
process.stdin.resume()
process.stdin.once('end', () => child.kill(signal))
process.stdin.once('error', () => child.kill(signal))
for (const name of ['SIGINT', 'SIGTERM', 'SIGQUIT']) process.on(name, () => child.kill(name))
child.once('error', (error) => {
  console.error(String(error))
  process.exit(127)
})
child.once('exit', (code, by) => process.exit(code ?? (by ? 1 : 0)))

import { stopWhenNobodyListens } from './output'
import { run } from './run'
import { passOverStrays } from './strays'

stopWhenNobodyListens()
passOverStrays()
process.exitCode = await run(process.argv.slice(2))

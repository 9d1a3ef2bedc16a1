import { stopWhenNobodyListens } from './output'
import { run } from './run'

stopWhenNobodyListens()
process.exitCode = await run(process.argv.slice(2))

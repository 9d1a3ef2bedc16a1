console.error('gouji: parse, check, export and sample are not built yet')
process.exitCode = 2

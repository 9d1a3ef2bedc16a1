import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildApp, buildCommandLine } from './bundles.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [command, ...rest] = process.argv.slice(2)

if (!existsSync(new URL('../../node_modules/vite', import.meta.url))) {
  fail('还没有安装依赖，请先运行 npm ci。 / Dependencies are not installed yet: run npm ci first.')
} else if (command === 'gouji') {
  const entry = await built(buildCommandLine(root))
  process.argv = [process.argv[0] ?? 'node', entry, ...rest]
  await import(pathToFileURL(entry).href)
} else if (command === 'build') {
  await built(buildApp(root, { force: true }))
  await built(buildCommandLine(root))
} else if (command === 'start') {
  await start(process.env['PORT'] || '4173')
} else {
  fail('usage: launch.mjs start | build | gouji COMMAND …')
}

/** @param {string} wantedPort */
async function start(wantedPort) {
  const port = Number(wantedPort)
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    fail(
      `PORT 应为 1 到 65535 的整数，现为 ${wantedPort}。 / PORT must be a whole number from 1 to 65535, not ${wantedPort}.`,
    )
    return
  }
  await built(buildApp(root, { force: false }))
  const { preview } = await import('vite')
  try {
    await preview({ root, logLevel: 'warn', preview: { port, strictPort: true } })
  } catch (error) {
    fail(
      `端口 ${port} 无法使用：请用 PORT=4174 npm start 之类换一个。 / Port ${port} cannot be used: choose another one, as in PORT=4174 npm start. (${String(error)})`,
    )
    return
  }
  console.log(`勾稽 Gouji: http://127.0.0.1:${port}/`)
}

/**
 * Waits for a build; one that fails ends the launcher with what the bundler says.
 *
 * @template T
 * @param {Promise<T>} build
 * @returns {Promise<T>}
 */
async function built(build) {
  try {
    return await build
  } catch (error) {
    console.error(`构建失败。 / The build failed.\n${error instanceof Error ? error.message : String(error)}`)
    process.exit(70)
  }
}

/** @param {string} message */
function fail(message) {
  console.error(message)
  process.exitCode = 2
}

// Before any test: a desk that starts the shared PostgreSQL clusters when a test first asks, and stops them at the end.
// Tests use it through testDatabase() of server/store/embedded/test-database.ts.

import { createServer } from 'node:http'
import type { Major } from '#server/store/embedded/binaries.ts'
import { startTestCluster } from '#server/store/embedded/test-database.ts'

/** vitest's globalSetup: runs once in the main process; the forks that run the tests inherit the address. */
export default async function setup(): Promise<() => Promise<void>> {
  const started = new Map<Major, ReturnType<typeof startTestCluster>>()
  const clusterOf = (major: Major) => {
    const cluster = started.get(major) ?? startTestCluster(major)
    started.set(major, cluster)
    return cluster
  }
  const desk = createServer((request, response) => {
    const major = request.url === '/15' ? '15' : '18'
    clusterOf(major).then(
      ({ address }) => response.end(JSON.stringify(address)),
      (error) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve))
  const address = desk.address()
  process.env.HUCE_TEST_CLUSTERS = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return async () => {
    desk.closeAllConnections()
    desk.close()
    for (const cluster of started.values()) await (await cluster).stop()
  }
}

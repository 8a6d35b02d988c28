// What is measured while the server runs, for Prometheus: requests, acts, deadlines, open streams, place in the ledger.
// Nothing here names a person or a thing. Measuring is each room's own call; answering /metrics is server/http.

import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Live } from './live.ts'

export interface Metrics {
  /** One answered request; `route` is the pattern, never the address itself. */
  answered(method: string, route: string, status: number, seconds: number): void
  /** One list of commands. */
  acted(outcome: 'accepted' | 'refused' | 'failed', seconds: number): void
  /** Deadlines that this process claimed together; how late the most overdue of them was, where known. */
  fired(count: number, latenessMs?: number): void
  streamOpened(): void
  streamClosed(): void
  /** Everything in Prometheus' text format. */
  print(): Promise<{ readonly type: string; readonly text: string }>
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function openMetrics({ live }: { readonly live: Pick<Live, 'place'> }): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const http = new Histogram({
    name: 'huce_http_request_seconds',
    help: 'Time to answer a request, without live streams',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  })
  const act = new Histogram({
    name: 'huce_act_seconds',
    help: 'Time from a list of commands to its answer, by outcome',
    labelNames: ['outcome'],
    buckets: SECONDS,
    registers,
  })
  const deadlines = new Counter({
    name: 'huce_deadlines_fired_total',
    help: 'Deadlines that this process claimed',
    registers,
  })
  const lateness = new Histogram({
    name: 'huce_deadline_lateness_seconds',
    help: 'How long after it was due the most overdue deadline of a batch was claimed',
    buckets: [0.1, 0.25, 0.5, 1, 2, 5, 10, 60, 600, 3600],
    registers,
  })
  const streams = new Gauge({
    name: 'huce_open_streams',
    help: 'Live streams open on this process',
    registers,
  })
  new Gauge({
    name: 'huce_ledger_position',
    help: 'Position in the ledger up to which this process has told its listeners',
    registers,
    collect() {
      this.set(live.place().position)
    },
  })
  return {
    answered: (method, route, status, seconds) => http.observe({ method, route, status }, seconds),
    acted: (outcome, seconds) => act.observe({ outcome }, seconds),
    fired(count, latenessMs) {
      deadlines.inc(count)
      if (latenessMs !== undefined) lateness.observe(Math.max(0, latenessMs) / 1000)
    },
    streamOpened: () => streams.inc(),
    streamClosed: () => streams.dec(),
    print: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  }
}

// Figures from measurements: percentiles, medians, ratios, and the lines that show them. No measuring here.

/** The value below which the share `p` (0–1) of `values` lies; NaN when there are none. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** `p50 1.2 · p95 3.4 · p99 5.6 · max 7.8 ms` */
export function spread(milliseconds: readonly number[]): string {
  const at = (p: number) => percentile(milliseconds, p).toFixed(1)
  return `p50 ${at(0.5)} · p95 ${at(0.95)} · p99 ${at(0.99)} · max ${at(1)} ms`
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

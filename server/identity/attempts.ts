// How often one address may fail to sign in: a bucket of tries that fills again with time. Per process and in memory; it
// protects the server's work, the secrets themselves are too long to be guessed.

export interface Attempts {
  /** True when this address may fail once more; takes one try. What succeeds takes none. */
  take(address: string): boolean
  /** Seconds until the address has a try again, at least 1. */
  secondsUntilNext(address: string): number
}

interface Bucket {
  readonly tries: number
  readonly at: number
}

/** `now` in milliseconds; `burst` tries at once, then one each `refillMs`. */
export function openAttempts(options: { burst: number; refillMs: number; now: () => number }): Attempts {
  const { burst, refillMs, now } = options
  const buckets = new Map<string, Bucket>()
  const MOST = 10_000

  const triesOf = (address: string): number => {
    const bucket = buckets.get(address)
    return bucket ? Math.min(burst, bucket.tries + (now() - bucket.at) / refillMs) : burst
  }
  const keep = (address: string, tries: number): void => {
    buckets.delete(address)
    if (tries >= burst) return
    buckets.set(address, { tries, at: now() })
    // The one that was silent longest is nearly full again.
    const oldest = buckets.size > MOST ? buckets.keys().next().value : undefined
    if (oldest !== undefined) buckets.delete(oldest)
  }

  return {
    take(address) {
      const tries = triesOf(address)
      if (tries < 1) return false
      keep(address, tries - 1)
      return true
    },
    secondsUntilNext: (address) => Math.max(1, Math.ceil(((1 - triesOf(address)) * refillMs) / 1000)),
  }
}

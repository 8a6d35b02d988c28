// What the timers that are compared have in common: told when things are due, they say how late each one happened.

export interface Timer {
  readonly name: string
  /** Gets ready for things that will be due `offsets` ms (ascending) after a moment that is not known yet. */
  prepare(offsets: readonly number[]): Promise<void>
  /** Makes them due from `at` (wall clock, ms) on. */
  begin(at: number, offsets: readonly number[]): Promise<void>
  /** How late each thing was that happened since `begin`, ms. */
  late(): Promise<readonly number[]>
  /** Sets `count` more that will not be due for years. */
  fill(count: number): Promise<void>
  stop(): Promise<void>
}

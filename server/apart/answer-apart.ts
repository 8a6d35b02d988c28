// The other side of run-apart.ts: how a program in a thread of its own takes its work and answers.

import { parentPort, workerData } from 'node:worker_threads'
import type { ApartAnswer } from './run-apart.ts'

/** Does `work` on what the thread was given and sends the answer. Only in a thread started by runApart. */
export async function answerApart<Input>(work: (input: Input) => unknown): Promise<void> {
  let said: ApartAnswer
  try {
    said = { answer: await work(workerData as Input) }
  } catch (error) {
    // Nested deeper than anybody writes by hand: the reader ran out of stack.
    if (!(error instanceof RangeError)) throw error
    said = { tooMuch: true }
  }
  parentPort?.postMessage(said)
}

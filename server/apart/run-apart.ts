// Work on what somebody sent us from outside, done in a thread of its own with a limit of time and memory: a file made to
// choke its reader harms that reading and nothing else. What is done there says the file at `work`; it answers with answerApart.

import { Worker } from 'node:worker_threads'

export interface ApartLimits {
  readonly ms: number
  readonly megabytes: number
}

/** What a thread says when it is done. */
export type ApartAnswer = { readonly answer: unknown } | { readonly tooMuch: true }

/**
 * Runs the program at `work` on `input` (plain data) and resolves with its answer, or with undefined when it went beyond its
 * limits. @throws whatever the program threw: a fault of ours
 */
export function runApart<Answer>(
  work: URL,
  input: unknown,
  { ms, megabytes }: ApartLimits,
): Promise<Answer | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(work, {
      workerData: input,
      // Whatever this process was started with (a test runner's loaders) is no business of the thread.
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    })
    const end = (settle: () => void): void => {
      clearTimeout(timer)
      void worker.terminate()
      settle()
    }
    const timer = setTimeout(() => end(() => resolve(undefined)), ms)
    worker.once('message', (said: ApartAnswer) =>
      end(() => resolve('answer' in said ? (said.answer as Answer) : undefined)),
    )
    worker.once('error', (error: Error & { code?: unknown }) =>
      end(() => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(undefined) : reject(error))),
    )
    worker.once('exit', (code) => end(() => reject(new Error(`a thread ended with ${code} and no answer`))))
  })
}

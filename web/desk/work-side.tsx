// The side "work" of the incident in hand: the response, what waits, tasks, decisions made together, steps.

import type { HandParts } from './hand-parts.ts'
import { HoldsBlock } from './holds-block.tsx'
import { JointBlock } from './joint-block.tsx'
import { ResponseBlock } from './response-block.tsx'
import { StepsDone } from './steps-done.tsx'
import { TasksBlock } from './tasks-block.tsx'

export function WorkSide(parts: HandParts) {
  return (
    <>
      <ResponseBlock {...parts} />
      <HoldsBlock {...parts} />
      <TasksBlock {...parts} />
      <JointBlock {...parts} />
      <StepsDone {...parts} />
    </>
  )
}

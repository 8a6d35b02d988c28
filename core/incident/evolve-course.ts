// Folds what happened in the course of handling: responses, holds, joint decisions, steps left out. The rest is evolve.ts.

import type { Recorded } from '../basics/stream.ts'
import { graverResponse } from '../plan/grade-types.ts'
import type { CourseEvent } from './events-course.ts'
import { findGrade } from './look-up.ts'
import { reach } from './reach.ts'
import type { Deed, Incident } from './state.ts'

export function evolveCourse(state: Incident, event: Recorded<CourseEvent>, deed: Deed): Incident {
  switch (event.type) {
    case 'ResponseChanged': {
      const change = { ...deed, ...event.data, ...event.private?.text }
      const running = state.responseChanges[state.responseChanges.length - 1] ?? state.responseStarted
      const changed = { ...state, responseChanges: [...state.responseChanges, change] }
      const level = event.data.responseLevel
      // Raised to what the grade calls for, it is that response; short of it or lightened, it answers nothing.
      const raised =
        running &&
        graverResponse(running.responseLevel, level) !== running.responseLevel &&
        graverResponse(level, findGrade(state)?.responseLevel ?? 'IV') === level
      return raised ? reach(changed, 'response-started', deed, { level }) : changed
    }
    case 'ResponseEnded':
      return reach({ ...state, responseEnded: { ...deed, ...event.private?.text } }, 'response-ended', deed)
    case 'HoldStarted': {
      const { hold } = event.data
      const held = { ...deed, ...event.data, ...event.private?.text }
      return reach({ ...state, holds: [...state.holds, held] }, 'hold-started', deed, { of: hold })
    }
    case 'HoldEnded': {
      const { hold } = event.data
      const holds = state.holds.map((one) =>
        one.hold === hold && !one.ended ? { ...one, ended: { ...deed, ...event.private?.text } } : one,
      )
      return reach({ ...state, holds }, 'hold-ended', deed, { of: hold })
    }
    case 'JointProposed': {
      const { decision, kind } = event.data
      const words = event.private?.text?.decision
      const proposed = {
        ...deed,
        decision,
        kind,
        agreed: [deed],
        ...(words === undefined ? {} : { words }),
      }
      return { ...state, joint: [...state.joint, proposed] }
    }
    case 'JointAgreed': {
      const { decision, complete } = event.data
      return {
        ...state,
        joint: state.joint.map((one) =>
          one.decision === decision
            ? { ...one, agreed: [...one.agreed, deed], ...(complete ? { complete: deed } : {}) }
            : one,
        ),
      }
    }
    case 'JointDeclined':
      return {
        ...state,
        joint: state.joint.map((one) =>
          one.decision === event.data.decision
            ? { ...one, declined: { ...deed, ...event.private?.text } }
            : one,
        ),
      }
    case 'StepsSkipped': {
      const skipped = { ...state.skipped }
      for (const step of event.data.steps) skipped[step] = { ...deed, ...event.private?.text }
      return { ...state, skipped }
    }
  }
}

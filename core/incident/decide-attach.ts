// Files that belong to an incident: their hash is on record, the bytes may come later and are the server's to look at.

import { refuse } from '../basics/refusal.ts'
import { happened, nothingNew } from '../basics/stream.ts'
import type { Attach } from './commands.ts'
import type { IncidentDecision } from './decision.ts'
import type { IncidentEvent } from './events.ts'
import { FILE_LIMITS, FILES_PER_INCIDENT } from './file-limits.ts'
import { said } from './said.ts'
import type { Incident } from './state.ts'

/** The same file under its own id again is nothing new; the same bytes about the same thing are sent once. */
export function attach(state: Incident, data: Attach['data']): IncidentDecision {
  if (state.files.some((known) => known.file === data.file)) return nothingNew
  if (state.files.some((known) => known.hash === data.hash && known.about === data.about)) {
    return refuse('file.exists')
  }
  if (state.files.length >= FILES_PER_INCIDENT) return refuse('file.too-many')
  if (data.size > FILE_LIMITS[data.kind]) return refuse('file.too-large')
  const { name, ...file } = data
  return happened<IncidentEvent>({ type: 'Attached', data: file, ...said({ name }) })
}

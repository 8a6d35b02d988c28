// Who did a deed, in the words of this desk: the person's name, else the post, else the plan itself. Pure.

import type { Doer } from '#core/basics/stream.ts'
import type { IncidentView } from '#core/wire/view.ts'
import type { Names } from './names.ts'

/** `people` are those the view names; whoever is not among them is called by the post. */
export function whoDid(by: Doer, { people }: Pick<IncidentView, 'people'>, names: Names): string {
  return people[by.person]?.name ?? names.post(by.postKind)
}

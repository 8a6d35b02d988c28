// The one door for reading: screens, lists, search, live streams and forms get their content here and nowhere else, so there is
// one place where a tier can leak, and one to test. Here its parts are put together; each subject has a file of its own.
// The bytes of files are read in files.ts, by the same rule.

import { openSeeAlike, type SeeAlike } from './see-alike.ts'
import { openSeeBooks, type SeeBooks } from './see-books.ts'
import { openSeeChanges, type SeeChanges } from './see-changes.ts'
import type { SeeHouse } from './see-house.ts'
import { openSeeIncidents, type SeeIncidents } from './see-incident.ts'
import { openSeeOverview, type SeeOverview } from './see-overview.ts'
import { openSeeSent, type SeeSent } from './see-sent.ts'

export interface See extends SeeIncidents, SeeOverview, SeeSent, SeeAlike, SeeBooks, SeeChanges {}

export function openSee(house: SeeHouse): See {
  const books = openSeeBooks(house)
  return {
    ...openSeeIncidents(house, books),
    ...openSeeOverview(house, books),
    ...openSeeSent(house),
    ...openSeeAlike(house),
    ...books,
    ...openSeeChanges(house),
  }
}

// The procedure of the county's plan as people see it, phone at 360 px beside the desk at 1440 px: one server, one browser, and the
// stories one after the other, each at a school or with a situation of its own. The stories lie in b….story.ts.

import { afterAll, beforeAll, describe } from 'vitest'
import { exampleStory } from './b1-example.story.ts'
import { countyStory } from './b2-county.story.ts'
import { provinceStory } from './b3-province.story.ts'
import { holdStory } from './b10-hold.story.ts'
import { absenceStory } from './b11-absent.story.ts'
import { instrumentsStory } from './b12-instruments.story.ts'
import { editionStory } from './g1-edition.story.ts'
import { makeHouse } from './house.fixture.ts'

describe('The procedure in the browser', () => {
  const house = makeHouse()
  beforeAll(() => house.open())
  afterAll(() => house.close())

  exampleStory(house)
  countyStory(house)
  provinceStory(house)
  holdStory(house)
  absenceStory(house)
  instrumentsStory(house)
  editionStory(house)
})

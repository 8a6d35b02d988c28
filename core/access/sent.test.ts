// Who reads what was sent, entered or proposed: every tier and a neighbour of each.

import { describe, expect, test } from 'vitest'
import type { ActingRole } from './actor.ts'
import { seesBook, seesReceipt, seesSent, seesSpread } from './sent.ts'

const NATION = '00'
const PROVINCE = '00/99'
const COUNTY = '00/99/9907'
const SCHOOL = '00/99/9907/1'
const NEIGHBOUR = '00/99/9907/2'
const FOREIGN = '00/98/9801/1'

const at = (unit: string, role: ActingRole = 'school-lead') => ({ unit, role })

describe('what was sent from above', () => {
  const sent = { unit: COUNTY, to: [SCHOOL] }

  test('E6: an order of the county is read by the school addressed, the county and the tiers above', () => {
    for (const unit of [SCHOOL, COUNTY, PROVINCE, NATION]) expect(seesSent(at(unit), sent)).toBe(true)
  })

  test('E6: a school that was not addressed, and a school elsewhere, do not learn of it', () => {
    for (const unit of [NEIGHBOUR, FOREIGN]) expect(seesSent(at(unit), sent)).toBe(false)
  })

  test('E6: a county sees what the province sent to one of its schools', () => {
    expect(seesSent(at(COUNTY), { unit: PROVINCE, to: [SCHOOL] })).toBe(true)
    expect(seesSent(at('00/99/9908'), { unit: PROVINCE, to: [SCHOOL] })).toBe(false)
  })

  test('E6: outsiders, keepers and whoever keeps the accounts read no orders', () => {
    for (const role of ['outside', 'keeper', 'administrator'] as const)
      expect(seesSent(at(SCHOOL, role), sent)).toBe(false)
  })

  test('E6: a school sees its own answer and no other', () => {
    expect(seesReceipt(at(SCHOOL), SCHOOL)).toBe(true)
    expect(seesReceipt(at(NEIGHBOUR), SCHOOL)).toBe(false)
    expect(seesReceipt(at(COUNTY), SCHOOL)).toBe(true)
  })
})

test('B8: what a bureau entered of the handbook is read in its own line and nowhere else', () => {
  for (const unit of [SCHOOL, COUNTY, PROVINCE]) expect(seesBook(at(unit), COUNTY)).toBe(true)
  expect(seesBook(at(SCHOOL), PROVINCE)).toBe(true)
  expect(seesBook(at('00/99/9908/1'), COUNTY)).toBe(false)
})

test('A2: spread is shown to the county and above, never to a school', () => {
  for (const unit of [COUNTY, PROVINCE, NATION])
    expect(seesSpread(at(unit, 'county-desk'), COUNTY)).toBe(true)
  expect(seesSpread(at(SCHOOL), COUNTY)).toBe(false)
  expect(seesSpread(at('00/99/9908', 'county-desk'), COUNTY)).toBe(false)
})

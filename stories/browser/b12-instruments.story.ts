// B12 in the browser, in English: instruments are gone. The office of the provincial group, the provincial inspector and the security
// group hear of it at the same moment, each on a device of his own, and each confirms for himself. Run by procedure.test.ts.

import { describe, expect, test } from 'vitest'
import { deskWords } from '#core/words/desk.ts'
import { fieldWords } from '#core/words/field.ts'
import type { House } from './house.fixture.ts'
import { inHand, report } from './reporting.fixture.ts'
import { sees } from './visitor.fixture.ts'

const SCHOOL = '石门小学'
const STOLEN = 'Instruments stolen'

export function instrumentsStory(house: House): void {
  describe('B12: instruments are missing', () => {
    test('B12: when the school reports, what to do first stands before any question, and all three have it without anybody passing it on', async () => {
      const chief = await house.phone('chief-invigilator', SCHOOL, 'en')
      const inspector = await house.phone('province-inspector', undefined, 'en')
      const security = await house.phone('security-group', undefined, 'en')
      const province = await house.desk('province-office', 'en')
      await report(chief, STOLEN, {
        lang: 'en',
        first: () => sees(chief, 'Guard the scene, nobody touches the safe'),
        grade: () => sees(chief, 'Security of the test instruments is seriously affected, so level 3'),
      })
      const live = province.getByRole('list', { name: deskWords['list.title'].en, exact: true })
      await Promise.all([
        ...[inspector, security].map((phone) => phone.getByRole('link', { name: STOLEN }).first().waitFor()),
        live.getByRole('link', { name: STOLEN }).waitFor(),
      ])
    })

    test('B12: the county’s desk shows who was told, that the national centre was not, and each confirmation by itself', async () => {
      const inspector = await house.phone('province-inspector', undefined, 'en')
      const security = await house.phone('security-group', undefined, 'en')
      const county = await house.desk('county-office', 'en')
      await county
        .getByRole('list', { name: deskWords['list.title'].en, exact: true })
        .getByRole('link', { name: STOLEN })
        .click()
      const knows = inHand(county, 'en').getByRole('list', { name: deskWords['knows.title'].en })
      const line = (post: string) => knows.getByRole('listitem').filter({ hasText: post }).first()
      await sees(line('National assessment centre'), deskWords['knows.not-told'].en)
      for (const post of ['Provincial inspector', 'security leading group'])
        await sees(line(post), /^told, not seen/)

      await confirm(security)
      await sees(line('security leading group'), /confirmed \d\d:\d\d/)
      await sees(line('Provincial inspector'), /^told, not seen/)
      await confirm(inspector)
      await sees(line('Provincial inspector'), /confirmed \d\d:\d\d/)
      expect(await line('National assessment centre').textContent()).toContain(deskWords['knows.not-told'].en)
    })
  })
}

async function confirm(phone: Awaited<ReturnType<House['phone']>>): Promise<void> {
  await phone.getByRole('link', { name: STOLEN }).first().tap()
  await phone.getByRole('button', { name: fieldWords['incident.seen-by-me'].en }).tap()
}

// G1 in the browser: the head of the county group writes the next edition of the plan as text, beside what the checker says of it. Run by
// procedure.test.ts.

import { describe, expect, test } from 'vitest'
import { planWords } from '#core/words/desk-plan.ts'
import type { House } from './house.fixture.ts'
import { sees } from './visitor.fixture.ts'

export function editionStory(house: House): void {
  describe('G1: the next edition', () => {
    test('G1: given the plan’s text in the editor, when a line is wrong, the checker names it with its line and nothing can be issued', async () => {
      const lead = await house.desk('county-lead')
      const refused: string[] = []
      lead.on('console', (line) => {
        if (/Content Security Policy/.test(line.text())) refused.push(line.text())
      })
      await lead.goto('/desk/plan/write')
      const editor = lead.getByRole('textbox', { name: planWords['write.editor'].zh })
      await sees(editor, '县级义务教育质量监测应急预案')
      // The lines stand under one another from the top of the editor on, all in sight.
      const title = await editor.getByText('县级义务教育质量监测应急预案').boundingBox()
      expect(title?.y).toBeLessThan(lead.viewportSize()?.height ?? 0)

      await editor.click()
      await lead.keyboard.press('Control+Home')
      await lead.keyboard.type('nonsense: 1\n')
      await lead.getByRole('button', { name: planWords['write.check'].zh, exact: true }).click()
      await sees(lead, /第 1 行/)
      expect(refused).toEqual([])
    })
  })
}

// What a screen reader hears of the signs, and what a button never does. Rendered to text; no browser.

import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Button } from './button.tsx'
import { Clock } from './clock.tsx'
import { EventLevel } from './event-level.tsx'
import { ICON_NAMES, Icon } from './icon.tsx'
import { ResponseLevel } from './response-level.tsx'
import { SchoolDot } from './school-cell.tsx'
import { Segments } from './segments.tsx'
import { Step } from './step.tsx'

const say = { scale: '响应', number: 'Ⅱ级', word: '重大', whole: '响应等级 Ⅱ级，重大' }

describe('experience 3: a level is always spelled', () => {
  test.each(['all', 'scale', 'number', 'sign'] as const)(
    'experience 3: shown as %s, the name is whole',
    (show) => {
      expect(renderToStaticMarkup(<ResponseLevel level={2} say={say} show={show} />)).toContain(
        'role="img" aria-label="响应等级 Ⅱ级，重大"',
      )
      const event = { scale: '事件', number: '2级', word: '一定影响', whole: '事件等级 2级，一定影响' }
      expect(renderToStaticMarkup(<EventLevel level={2} say={event} show={show} />)).toContain(
        'aria-label="事件等级 2级，一定影响"',
      )
    },
  )

  test('A1: bars are filled to the level', () => {
    for (const level of [1, 2, 3] as const) {
      const drawn = renderToStaticMarkup(<EventLevel level={level} say={say} />)
      expect(drawn.split('level__bar--empty').length - 1).toBe(3 - level)
    }
  })
})

describe('experience 7: not reported and nothing happened look different', () => {
  test('experience 7: each state of a school has its own sign and its own words', () => {
    const drawn = (['quiet', 'unreported', 'late'] as const).map((state) =>
      renderToStaticMarkup(<SchoolDot state={state} name={`南坪小学，${state}`} />),
    )
    expect(new Set(drawn.map((one) => one.replace(/南坪小学，\w+/g, ''))).size).toBe(3)
    for (const one of drawn) expect(one).toContain('aria-label="南坪小学')
  })
})

describe('experience 5: never a dead end', () => {
  test('experience 5: a button is never disabled, neither missing something nor working', () => {
    const missing = renderToStaticMarkup(<Button missing="还差 1 个问题：有人受伤吗？">发送报告</Button>)
    const busy = renderToStaticMarkup(
      <Button busy busyLabel="正在发送…">
        发送报告
      </Button>,
    )
    for (const drawn of [missing, busy]) expect(drawn).not.toMatch(/\sdisabled/)
    expect(busy).toContain('aria-busy="true"')
    expect(busy).toContain('发送报告')
    expect(busy).toContain('正在发送…')
  })

  test('experience 1: a telephone number is a plain tel: link that needs nothing of ours', () => {
    expect(renderToStaticMarkup(<Button href="tel:120">120</Button>)).toMatch(/^<a [^>]*href="tel:120"/)
  })
})

describe('experience 10: keyboard and screen reader throughout', () => {
  test('experience 10: a question is a radio group with its name, nothing chosen beforehand', () => {
    const drawn = renderToStaticMarkup(
      <Segments
        label="有人受伤吗？"
        value={undefined}
        onChoose={() => undefined}
        options={[
          { value: 'no', label: '没有' },
          { value: 'yes', label: '有' },
        ]}
      />,
    )
    expect(drawn).toContain('role="radiogroup"')
    expect(drawn.match(/type="radio"/g)).toHaveLength(2)
    expect(drawn).not.toContain('checked=""')
  })

  test('experience 10: a step says whether it is done', () => {
    const drawn = renderToStaticMarkup(<Step n={2} text="启动备用电源" done onToggle={() => undefined} />)
    expect(drawn).toContain('role="checkbox" aria-checked="true"')
  })

  test('experience 4: late is said in words, not only shown', () => {
    const words = {
      left: (t: string) => `剩 ${t}`,
      by: (t: string) => `${t} 前`,
      soon: '，快到了',
      late: (t: string) => `超时 ${t}`,
      wasDue: (t: string) => `应 ${t} 答`,
      sameDay: '当日',
      atOnce: '马上',
      hours: (h: number, m: number) => `${h} 小时 ${m} 分`,
      days: (d: number, h: number) => `${d} 天 ${h} 小时`,
      onDay: (month: number, day: number, t: string) => `${month}月${day}日 ${t}`,
    }
    const dueAt = Date.parse('2026-05-28T09:34:00+08:00')
    const drawn = renderToStaticMarkup(<Clock dueAt={dueAt} now={dueAt + 130_000} words={words} />)
    expect(drawn).toContain('超时 02:10')
    expect(drawn).toContain('应 09:34 答')
  })

  test('experience 10: icons are silent; words stand beside them', () => {
    for (const name of ICON_NAMES)
      expect(renderToStaticMarkup(<Icon name={name} />)).toContain('aria-hidden="true"')
  })
})

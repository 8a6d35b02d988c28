// One Huce and one browser for several stories that follow one another: everybody has a device of his own and stays signed
// in on it. What people do again and again on an incident is incident-deeds.fixture.ts.

import type { Browser, Page } from 'playwright-core'
import { fieldWords } from '#core/words/field.ts'
import { startBrowser } from './chromium.fixture.ts'
import { type Huce, startHuce } from './huce.fixture.ts'
import { arrive, DESK, PHONE, speakEnglish } from './visitor.fixture.ts'

type Lang = 'zh-CN' | 'en'

export interface House {
  /** Before the first story: starts the server and the browser. */
  open(): Promise<void>
  /** The phone of whoever holds the post; at a school, when one is said. One and the same each time. */
  phone(post: string, unit?: string, lang?: Lang): Promise<Page>
  /** The desk of whoever holds the post. */
  desk(post: string, lang?: Lang): Promise<Page>
  /** The name of whoever holds the post. */
  holder(post: string, unit?: string): string
  /** Moves campaign time on. */
  moveClock(minutes: number): Promise<void>
  close(): Promise<void>
}

interface Listed {
  readonly name: string
  readonly postKind: string
  readonly unitName: { readonly zh: string }
}

export function makeHouse(): House {
  let huce: Huce | undefined
  let browser: Browser | undefined
  let people: readonly Listed[] = []
  const pages = new Map<string, Promise<Page>>()

  const opened = () => {
    if (!huce || !browser) throw new Error('the house is not open')
    return { huce, browser }
  }
  const holder = (post: string, unit?: string): string => {
    // Holders are listed before their substitutes.
    const found = people.find((one) => one.postKind === post && (unit ?? one.unitName.zh) === one.unitName.zh)
    if (!found) throw new Error(`nobody holds ${post} at ${unit ?? 'any unit'}`)
    return found.name
  }
  const fresh = async (kind: typeof PHONE, post: string, unit?: string, lang?: Lang): Promise<Page> => {
    const name = holder(post, unit)
    const page = await arrive(opened().browser, opened().huce.url, name, kind)
    if (lang === 'en') await speakEnglish(page, kind === PHONE ? fieldWords['today.settings'].zh : name)
    return page
  }
  const device = (kind: typeof PHONE, post: string, unit?: string, lang?: Lang): Promise<Page> => {
    const key = [kind === PHONE ? 'phone' : 'desk', post, unit, lang].join(' ')
    const page = pages.get(key) ?? fresh(kind, post, unit, lang)
    pages.set(key, page)
    return page
  }
  return {
    async open() {
      ;[huce, browser] = await Promise.all([startHuce(), startBrowser()])
      const answer = await fetch(`${huce.url}/api/demo/people`)
      people = ((await answer.json()) as { people: Listed[] }).people
    },
    phone: (post, unit, lang) => device(PHONE, post, unit, lang),
    desk: (post, lang) => device(DESK, post, undefined, lang),
    holder,
    moveClock: (minutes) => opened().huce.moveClock(minutes),
    async close() {
      await browser?.close()
      await huce?.stop()
    },
  }
}

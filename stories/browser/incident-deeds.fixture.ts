// What people do on an incident again and again, as a person does it: find the button by its words, fill the form, send.
// On the phone with a finger, at the desk with the mouse. Reporting is reporting.fixture.ts.

import type { Locator, Page } from 'playwright-core'
import { actWords } from '#core/words/act.ts'
import { deskWords } from '#core/words/desk.ts'
import { fieldWords } from '#core/words/field.ts'
import { inHand } from './reporting.fixture.ts'
import { sees } from './visitor.fixture.ts'

/** The incident that the phone has open. */
export function incidentOf(phone: Page): string {
  const id = /\/incidents\/([^/]+)/.exec(new URL(phone.url()).pathname)?.[1]
  if (id === undefined) throw new Error(`no incident is open: ${phone.url()}`)
  return id
}

/** Finds the incident on today's page and opens it. */
export async function openOnPhone(phone: Page, situation: string): Promise<void> {
  await phone.goto('/')
  await phone.getByRole('link', { name: situation }).first().tap()
  await phone.getByRole('heading', { name: situation, level: 1 }).waitFor()
}

/** The newest row of the situation in the live list. */
export async function openAtDesk(desk: Page, situation: string): Promise<void> {
  await desk
    .getByRole('list', { name: deskWords['list.title'].zh, exact: true })
    .getByRole('link', { name: situation })
    .first()
    .click()
  await inHand(desk).getByRole('heading', { name: situation, level: 1 }).waitFor()
}

/** The part of a page that stands under a heading. */
export function under(on: Page | Locator, heading: string): Locator {
  const page = 'page' in on ? on.page() : on
  const title = page.getByRole('heading', { name: heading, exact: true })
  return on.locator('section').filter({ has: title }).last()
}

type Deed = Extract<keyof typeof actWords, `deed.${string}`> extends `deed.${infer Type}` ? Type : never

/** On the phone, with the form of a deed open: fills it and sends. */
export async function send(
  phone: Page,
  deed: Deed,
  fill?: (form: Locator) => Promise<unknown>,
): Promise<void> {
  const form = phone.getByRole('dialog')
  await fill?.(form)
  await form.getByRole('button', { name: actWords[`deed.${deed}`].zh, exact: true }).tap()
  await form.waitFor({ state: 'hidden' })
}

/** A deed out of the list "more". */
export async function doFromMore(
  phone: Page,
  deed: Deed,
  fill?: (form: Locator) => Promise<unknown>,
): Promise<void> {
  await phone.getByRole('button', { name: actWords['act.more'].zh, exact: true }).tap()
  await phone
    .getByRole('dialog')
    .getByRole('button', { name: actWords[`deed.${deed}`].zh, exact: true })
    .tap()
  await send(phone, deed, fill)
}

/** The deed that the one solid button offers. */
export async function doNext(
  phone: Page,
  deed: Deed,
  fill?: (form: Locator) => Promise<unknown>,
): Promise<void> {
  await phone
    .getByRole('main')
    .getByRole('button', { name: actWords[`deed.${deed}`].zh, exact: true })
    .first()
    .tap()
  await send(phone, deed, fill)
}

/** Asks above from the phone's foot. */
export async function askAbove(phone: Page, question: string): Promise<void> {
  const foot = phone.getByRole('contentinfo')
  await foot.getByRole('button', { name: actWords['act.ask'].zh, exact: true }).tap()
  await send(phone, 'Ask', (form) => form.getByLabel(actWords['Ask.question'].zh).fill(question))
}

/** Says 收到，照办 to the answer on top. */
export async function comply(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: fieldWords['incident.comply'].zh }).tap()
  await sees(phone, /照办/)
}

/** Every open step is left out with one reason, so that closing waits for none. */
export async function leaveStepsOut(phone: Page, reason: string): Promise<void> {
  await doFromMore(phone, 'SkipSteps', async (form) => {
    const steps = form.getByRole('group', { name: actWords['SkipSteps.steps'].zh }).getByRole('button')
    for (const step of await steps.all()) await step.tap()
    await form.getByLabel(actWords['SkipSteps.reason'].zh).fill(reason)
  })
}

/** The county, province or centre takes the incident in hand over. */
export async function takeOver(desk: Page): Promise<void> {
  const button = inHand(desk).getByRole('button', { name: deskWords['composer.acknowledge'].zh })
  await button.click()
  await button.waitFor({ state: 'hidden' })
}

/** Answers the question that waits on the incident in hand. */
export async function answer(desk: Page, words: string): Promise<void> {
  const hand = inHand(desk)
  await hand.getByLabel(deskWords['composer.label.answer'].zh, { exact: true }).fill(words)
  await hand.getByRole('button', { name: deskWords['composer.answer'].zh }).click()
}

/** Instructs the school unasked. */
export async function instruct(desk: Page, words: string): Promise<void> {
  const hand = inHand(desk)
  await hand.getByLabel(deskWords['composer.label'].zh, { exact: true }).fill(words)
  await hand.getByRole('button', { name: deskWords['composer.order'].zh }).click()
}

interface Asked {
  readonly question: string
  readonly proposal?: string
  /** What the form says instead of sending. */
  readonly refused?: string
}

/** Asks the tier above from the desk; what was written before stays in the form. */
export async function askFromDesk(desk: Page, { question, proposal, refused }: Asked): Promise<void> {
  await inHand(desk).getByRole('button', { name: /^请示/ }).click()
  const sheet = desk.getByRole('dialog')
  await sheet.getByLabel(deskWords['ask.question'].zh, { exact: true }).fill(question)
  if (proposal !== undefined) await sheet.getByLabel(/^我们的建议/).fill(proposal)
  await sheet.getByRole('button', { name: deskWords['ask.send'].zh }).click()
  if (refused !== undefined) {
    await sees(sheet, refused)
    await sheet.getByRole('button', { name: deskWords.close.zh }).click()
  }
  await sheet.waitFor({ state: 'hidden' })
}

/** Says that what came from above will be carried out. */
export async function complyAtDesk(desk: Page, words: string): Promise<void> {
  const given = inHand(desk)
    .getByRole('region', { name: /答复$|指令$/ })
    .filter({ hasText: words })
  await given.getByRole('button', { name: deskWords['composer.comply'].zh }).click()
  await given.waitFor({ state: 'hidden' })
}

/** Hands what came from above on to the tier below, in its words or in one's own. */
export async function handOn(desk: Page, words?: string): Promise<void> {
  const box = inHand(desk).getByRole('textbox', { name: /^(答复|指令)$/ })
  if (words !== undefined) await box.fill(words)
  const button = inHand(desk).getByRole('button', { name: /^转给/ })
  await button.click()
  await button.waitFor({ state: 'hidden' })
}

/** Says at the desk how it ended. */
export async function endAtDesk(desk: Page, outcome: string): Promise<void> {
  await inHand(desk).getByRole('button', { name: deskWords['wrap.handle'].zh, exact: true }).click()
  const sheet = desk.getByRole('dialog')
  await sheet.getByLabel(deskWords['handle.outcome'].zh).fill(outcome)
  await sheet.getByRole('button', { name: deskWords['wrap.handle'].zh }).click()
  await sheet.waitFor({ state: 'hidden' })
}

/** Says at the desk that the one form this tier still owes is filed. */
export async function fileAtDesk(desk: Page, form: string): Promise<void> {
  const hand = inHand(desk)
  await hand.getByRole('button', { name: deskWords['wrap.record'].zh, exact: true }).click()
  const sheet = desk.getByRole('dialog')
  await sees(sheet, form)
  await sheet.getByRole('button', { name: deskWords['record.send'].zh }).click()
  // What is still owed names the form as well, but nobody who filed it.
  await sees(hand, new RegExp(`\\d\\d:\\d\\d 记入${form}`))
}

/** Shows a side of the incident in hand. */
export async function showSide(desk: Page, side: string): Promise<Locator> {
  await inHand(desk).getByRole('tab', { name: side }).click()
  return inHand(desk).getByRole('tabpanel')
}

// Moving through rows with j/k or the arrows; Enter opens and goes on to the incident's main button, Escape comes back.
// Rows are links and the focus is always seen. Which keys are taken while somebody types: only Escape.

import type { KeyboardEvent } from 'react'

const ROW = '[data-row]'
const HAND = '.column--hand'

/** Where Enter led, until the incident there has taken the focus. */
let entered: string | undefined

/** Is this key press meant for a field, or for the browser? */
export function isTyping(event: {
  target: EventTarget | null
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true
  const target = event.target
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}

/** Moves the focus among the rows within `list`; true when the key was one of ours. */
function step(list: Element, key: string): boolean {
  const by = key === 'j' || key === 'ArrowDown' ? 1 : key === 'k' || key === 'ArrowUp' ? -1 : 0
  if (by === 0) return false
  const rows = [...list.querySelectorAll<HTMLElement>(ROW)]
  const at = rows.findIndex((row) => row.matches(':focus'))
  const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))]
  next?.focus()
  return next !== undefined
}

/** For `onKeyDown` of a column: moves within it. */
export function rowKeys(event: KeyboardEvent<HTMLElement>): void {
  if (isTyping(event)) return
  const within = document.activeElement?.closest<HTMLAnchorElement>(ROW)
  if (event.key === 'Enter' && within) {
    entered = within.pathname
    // Already in hand: the link would lead nowhere, and the same key must not press what takes the focus.
    if (entered !== location.pathname) return
    event.preventDefault()
    takeFocus(entered)
    return
  }
  // Arrows outside a row scroll the column, as everywhere.
  if (!within && event.key.startsWith('Arrow')) return
  if (step(event.currentTarget, event.key)) event.preventDefault()
}

/** j or k with the focus outside the lists: into the first row of the page. */
export function enterRows(event: globalThis.KeyboardEvent): void {
  if (isTyping(event) || (event.key !== 'j' && event.key !== 'k')) return
  // A column of rows takes its own keys; a dialog takes none of ours.
  if (document.activeElement?.closest('.column--need, .column--list, dialog')) return
  const first = document.querySelector<HTMLElement>(`.desk ${ROW}`)
  if (!first) return
  event.preventDefault()
  first.focus()
}

/** Once the incident at `path` stands in hand: its main button takes the focus if it was opened with Enter. */
export function takeFocus(path: string): void {
  const hand = document.querySelector<HTMLElement>(HAND)
  if (entered !== path || !hand) return
  entered = undefined
  const main = hand.querySelector<HTMLElement>('.btn--solid') ?? hand.querySelector<HTMLElement>('textarea')
  ;(main ?? hand).focus()
}

/** Escape from the incident in hand to its row; true where there is no list beside it to go to. */
export function leaveHand(event: globalThis.KeyboardEvent): boolean {
  const { activeElement } = document
  // A dialog closes with its own Escape, and a Chinese composition ends with it.
  if (event.key !== 'Escape' || event.isComposing || document.querySelector('dialog[open]')) return false
  if (!activeElement?.closest(HAND)) return false
  const rows = [...document.querySelectorAll<HTMLAnchorElement>(`.desk ${ROW}`)]
  const row = rows.find((one) => one.pathname === location.pathname) ?? rows[0]
  row?.focus()
  return row === undefined
}

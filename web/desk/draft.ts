// What is being written at the desk, kept for this tab: a reload or another incident opened in between loses nothing.
// Sent or put away, it goes. Not the outbox: that holds what was given.

import { useCallback, useState } from 'react'

const PREFIX = 'huce.desk.draft.'

function kept(key: string): string {
  try {
    return sessionStorage.getItem(PREFIX + key) ?? ''
  } catch {
    return ''
  }
}

function keep(key: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(PREFIX + key)
    else sessionStorage.setItem(PREFIX + key, text)
  } catch {
    // Without storage the text still stands on the page.
  }
}

/** The text written under `key`, or `start` when there is none, and how it changes. Mount anew for another key. */
export function useDraft(key: string, start = ''): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => kept(key) || start)
  const change = useCallback(
    (next: string) => {
      setText(next)
      keep(key, next)
    },
    [key],
  )
  return [text, change]
}

/** Puts `text` at the end of what is written under `key`, for a page that opens with it; nothing written there is lost. */
export function addToDraft(key: string, text: string): void {
  const before = kept(key)
  if (text.trim() !== '' && !before.includes(text)) keep(key, before === '' ? text : `${before}\n${text}`)
}

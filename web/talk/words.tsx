// The chosen language and theme: kept on the device, said on <html>, followed by every screen.
// The words themselves lie in core/words and in the plan.

import { useCallback } from 'react'
import { inLang, type Lang, type Text } from '#core/basics/text.ts'
import { say, type Words, type WordValues } from '#core/words/say.ts'
import { cell, useCell } from './cell.ts'

export type Theme = 'light' | 'dark' | 'auto'

const LANG = 'huce.lang'
const THEME = 'huce.theme'

function kept(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value)
  } catch {
    // A browser that forbids storage still shows the page in the chosen language until it is closed.
  }
}

function firstLang(): Lang {
  return kept(LANG) === 'en' ? 'en' : 'zh-CN'
}

function firstTheme(): Theme {
  const theme = kept(THEME)
  return theme === 'light' || theme === 'dark' ? theme : 'auto'
}

const langCell = cell<Lang>(firstLang())
const themeCell = cell<Theme>(firstTheme())

/** Says language and theme on <html>; called once before the first drawing. */
export function dressPage(): void {
  document.documentElement.lang = langCell.get()
  document.documentElement.dataset.theme = themeCell.get()
}

export function useLang(): Lang {
  return useCell(langCell)
}

export function useSetLang(): (lang: Lang) => void {
  return useCallback((lang: Lang) => {
    langCell.set(lang)
    keep(LANG, lang)
    dressPage()
  }, [])
}

export function useTheme(): Theme {
  return useCell(themeCell)
}

export function useSetTheme(): (theme: Theme) => void {
  return useCallback((theme: Theme) => {
    themeCell.set(theme)
    keep(THEME, theme)
    dressPage()
  }, [])
}

/** Words of a plan or a name, in the chosen language. */
export function useText(): (text: Text) => string {
  const lang = useLang()
  return useCallback((text: Text) => inLang(text, lang), [lang])
}

/** Words of an area: `const t = useSay(fieldWords); t('today.report')`. */
export function useSay<Area extends Words>(
  words: Area,
): (key: keyof Area & string, values?: WordValues) => string {
  const lang = useLang()
  return useCallback((key, values) => say(words, key, lang, values), [words, lang])
}

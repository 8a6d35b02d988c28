// How the editor of a plan's text looks. It stands here and not in a style sheet, because the editor lives in a root of its own:
// only there it takes its styles without a style element, which the page's content policy rightly refuses.

import { EditorView } from '@codemirror/view'

export const yamlTheme = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', color: 'var(--ink)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': {
    fontFamily: 'ui-monospace, "Cascadia Mono", "Noto Sans Mono CJK SC", monospace',
    lineHeight: '1.55',
  },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  // The editor's own colours are for one theme only: text takes ours, keys and notes are told apart by tokens.
  '.cm-line span': { color: 'inherit' },
  '.cm-line .yaml__key, .cm-line .yaml__key span': { color: 'var(--accent-ink)' },
  '.cm-line .yaml__note, .cm-line .yaml__note span': { color: 'var(--ink-3)' },
  '.cm-gutters': {
    background: 'var(--sunk)',
    color: 'var(--ink-3)',
    borderRight: '1px solid var(--line)',
  },
  '.cm-activeLine, .cm-activeLineGutter': {
    background: 'color-mix(in srgb, var(--accent) 9%, transparent)',
  },
  // Wrong is ink, doubtful is dashed; red belongs to the gravest level alone.
  '.cm-lint-marker': {
    boxSizing: 'border-box',
    width: '9px',
    height: '9px',
    margin: '5px 2px',
    border: '1.5px solid var(--ink)',
    background: 'var(--ink)',
    content: '""',
  },
  '.cm-lint-marker-warning': { borderStyle: 'dashed', background: 'none' },
  '.cm-lintRange': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--ink) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-warning': { textDecorationStyle: 'dashed' },
  '.cm-diagnostic': { borderLeft: '3px solid var(--ink)' },
  '.cm-tooltip, .cm-panels': {
    border: '1px solid var(--line-2)',
    background: 'var(--surface)',
    color: 'var(--ink)',
  },
})

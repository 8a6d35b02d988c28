// The editor of a plan's text: CodeMirror with YAML colouring, the checker's problems underlined at their lines and marked in the gutter.
// Keeping, checking and issuing are write-edition.tsx. Tab leaves the field, as everywhere; Ctrl-[ and Ctrl-] indent.

import { yaml } from '@codemirror/lang-yaml'
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import { basicSetup } from 'codemirror'
import { useEffect, useRef } from 'react'
import { yamlTheme } from './yaml-theme.ts'

/** A key before its colon, or a note to the line's end: the two things a reader looks for. */
const WORDS = new MatchDecorator({
  regexp: /^(\s*(?:- )*)([\w.-]+)(?=:(?:\s|$))|(?:^|\s)(#.*)$/g,
  decorate: (add, from, to, match) => {
    const note = match[3]
    if (note !== undefined) add(to - note.length, to, Decoration.mark({ class: 'yaml__note' }))
    else add(from + (match[1]?.length ?? 0), to, Decoration.mark({ class: 'yaml__key' }))
  },
})

const colours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = WORDS.createDeco(view)
    }

    update(update: ViewUpdate) {
      this.decorations = WORDS.updateDeco(update, this.decorations)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

function isDark(): boolean {
  const { theme } = document.documentElement.dataset
  return theme === 'auto' ? window.matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark'
}

export interface EditorProblem {
  /** From 1; beyond the end counts as the last. */
  readonly line: number
  readonly message: string
  readonly severity: 'error' | 'warning'
}

export interface YamlEditorProps {
  label: string
  /** What stands there first; later changes are the writer's alone. Mount anew for another text. */
  start: string
  onChange: (text: string) => void
  problems: readonly EditorProblem[]
  /** A line to show and to put the cursor on; `at` says when it was asked for, so that the same line can be asked for again. */
  goTo?: { readonly line: number; readonly at: number } | undefined
}

export default function YamlEditor({ label, start, onChange, problems, goTo }: YamlEditorProps) {
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorView>(undefined)
  const changed = useRef(onChange)
  changed.current = onChange
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; the text belongs to the writer from then on
  useEffect(() => {
    if (!place.current) return
    const root = place.current.shadowRoot ?? place.current.attachShadow({ mode: 'open' })
    const made = new EditorView({
      doc: start,
      parent: root,
      root,
      extensions: [
        yamlTheme,
        basicSetup,
        yaml(),
        colours,
        EditorView.darkTheme.of(isDark()),
        lintGutter(),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed.current(update.state.doc.toString())
        }),
      ],
    })
    editor.current = made
    return () => made.destroy()
  }, [])
  useEffect(() => {
    const view = editor.current
    if (!view) return
    const { doc } = view.state
    const found = problems.map((problem): Diagnostic => {
      const line = doc.line(Math.min(doc.lines, Math.max(1, problem.line)))
      return { from: line.from, to: line.to, severity: problem.severity, message: problem.message }
    })
    view.dispatch(setDiagnostics(view.state, found))
  }, [problems])
  useEffect(() => {
    const view = editor.current
    if (!view || !goTo) return
    const line = view.state.doc.line(Math.min(view.state.doc.lines, Math.max(1, goTo.line)))
    view.dispatch({
      selection: { anchor: line.from },
      effects: EditorView.scrollIntoView(line.from, { y: 'center' }),
    })
    view.focus()
  }, [goTo])
  return <div ref={place} className="yaml" />
}

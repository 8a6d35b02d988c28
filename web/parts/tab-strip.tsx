// Sides of one thing, one in sight at a time: a strip of tabs over a panel. Arrows move, Home and End jump, as tabs do everywhere.
// The phone's tab bar between pages is screen.tsx.

import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'

export interface TabSide<T extends string> {
  id: T
  label: string
  /** How many things are in it; none is not shown. */
  n?: number | undefined
  /** Something in it waits for the viewer: said as well as marked. */
  waits?: string | undefined
}

export interface TabStripProps<T extends string> {
  label: string
  tabs: readonly TabSide<T>[]
  current: T
  onChoose: (id: T) => void
  children: ReactNode
  /** Class of the panel, which may scroll by itself. */
  panel?: string | undefined
}

/** The strip and, below it, the panel of the tab in sight. */
export function TabStrip<T extends string>(props: TabStripProps<T>) {
  const { label, tabs, current, onChoose, children, panel } = props
  const own = useId()
  const strip = useRef<HTMLDivElement>(null)

  function move(event: KeyboardEvent) {
    const at = tabs.findIndex((tab) => tab.id === current)
    const to =
      event.key === 'ArrowRight'
        ? (at + 1) % tabs.length
        : event.key === 'ArrowLeft'
          ? (at + tabs.length - 1) % tabs.length
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? tabs.length - 1
              : -1
    const next = tabs[to]
    if (!next) return
    event.preventDefault()
    onChoose(next.id)
    strip.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus()
  }

  return (
    <>
      <div ref={strip} className="tab-strip" role="tablist" aria-label={label} onKeyDown={move} tabIndex={-1}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${own}-${tab.id}`}
            aria-selected={tab.id === current}
            aria-controls={`${own}-panel`}
            tabIndex={tab.id === current ? 0 : -1}
            className={`tab-strip__one${tab.id === current ? ' tab-strip__one--on' : ''}`}
            onClick={() => onChoose(tab.id)}
          >
            {tab.label}
            {tab.n !== undefined && tab.n > 0 && <span className="tab-strip__n">{tab.n}</span>}
            {tab.waits !== undefined && (
              <span className="tab-strip__waits" role="img" aria-label={tab.waits} />
            )}
          </button>
        ))}
      </div>
      <div
        className={panel === undefined ? 'tab-panel' : `tab-panel ${panel}`}
        role="tabpanel"
        id={`${own}-panel`}
        aria-labelledby={`${own}-${current}`}
      >
        {children}
      </div>
    </>
  )
}

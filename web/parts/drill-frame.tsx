// The frame that no one can mistake: violet hatching all round, the word on top, the way out at the bottom.

import type { ReactNode } from 'react'

export interface DrillFrameProps {
  /** 演练·演练·不是真的·演练·演练 */
  line: string
  /** 真有事？点这里退出演练，马上报告 */
  leave: string
  onLeave: () => void
  children: ReactNode
}

/** Wraps the whole page of a drill. `children` fill what is left. */
export function DrillFrame({ line, leave, onLeave, children }: DrillFrameProps) {
  return (
    <div className="drill">
      <div className="drill__bar">{line}</div>
      <div className="drill__in">{children}</div>
      <button type="button" className="drill__bar drill__leave" onClick={onLeave}>
        {leave}
      </button>
    </div>
  )
}

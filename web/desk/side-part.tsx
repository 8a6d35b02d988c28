// One headed part of what stands beside the story. What is in it is for the caller.

import type { ReactNode } from 'react'

/** One headed part of the side. */
export function SidePart({
  title,
  side,
  children,
}: {
  title: string
  side?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="side-part">
      <div className="side-part__head">
        <h2>{title}</h2>
        {side}
      </div>
      {children}
    </section>
  )
}

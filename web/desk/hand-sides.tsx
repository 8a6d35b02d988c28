// The sides of the incident in hand as tabs: the story first, then work, reports, public opinion, files, the procedure. A side in
// which something waits for the viewer is marked.

import { standing } from '#core/incident/strikable.ts'
import type { Await } from '#core/wire/view.ts'
import { handWords } from '#core/words/desk-hand.ts'
import { TabStrip } from '../parts/tab-strip.tsx'
import { fallsTo } from '../talk/next-deed.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { FilesSide } from './files-side.tsx'
import { HAND_SIDES, type HandParts, type HandSideId, SIDE_OF } from './hand-parts.ts'
import { OpinionSide } from './opinion-side.tsx'
import { ProcedureSide } from './procedure-side.tsx'
import { StorySide } from './story-side.tsx'
import { UpSide } from './up-side.tsx'
import { WorkSide } from './work-side.tsx'

export function HandSides(parts: HandParts) {
  const { view, side, show } = parts
  const { me } = useDesk()
  const t = useSay(handWords)
  const { incident } = view
  const counts: Readonly<Partial<Record<HandSideId, number>>> = {
    work:
      incident.tasks.filter((task) => !task.done).length + incident.holds.filter((one) => !one.ended).length,
    up: standing(incident.series).length,
    opinion: standing(incident.opinions).length,
    files: incident.files.length,
  }
  const waits = (id: HandSideId) =>
    view.awaits.some((wait: Await) => SIDE_OF[wait.kind] === id && fallsTo(wait, me.post))
  return (
    <div className="hand-main">
      <TabStrip
        label={t('side.label')}
        tabs={HAND_SIDES.map((id) => ({
          id,
          label: t(`side.${id}`),
          n: counts[id],
          waits: waits(id) ? t('side.waits') : undefined,
        }))}
        current={side}
        onChoose={show}
        panel="hand-panel"
      >
        {side === 'story' ? (
          <StorySide {...parts} />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard
          <div className="hand-pane" key={side} tabIndex={0}>
            {side === 'work' && <WorkSide {...parts} />}
            {side === 'up' && <UpSide {...parts} />}
            {side === 'opinion' && <OpinionSide {...parts} />}
            {side === 'files' && <FilesSide {...parts} />}
            {side === 'procedure' && <ProcedureSide {...parts} />}
          </div>
        )}
      </TabStrip>
    </div>
  )
}

// The drawing of the procedure with where we are now (B1–B4): made from the incident's own plan. Loaded when it is asked for.

import { LAYOUT, layOut } from '#core/procedure/lay-out.ts'
import { procedureFor, stagesNow } from '#core/procedure/stages-now.ts'
import { fieldIncidentWords } from '#core/words/field-incident.ts'
import { Drawing } from '../parts/drawing.tsx'
import { useLang, useSay } from '../talk/words.tsx'
import { useInHand } from './in-hand.tsx'

export default function IncidentProcedure() {
  const t = useSay(fieldIncidentWords)
  const lang = useLang()
  const { incident, plan } = useInHand()
  const procedure = procedureFor(incident, plan)
  if (!procedure) return null
  const drawn = layOut(procedure, lang)
  const states = stagesNow(incident, plan)
  return (
    <Drawing
      label={t('procedure.title')}
      width={drawn.width}
      height={drawn.height}
      type={{
        heading: LAYOUT.headingSize,
        who: LAYOUT.whoSize,
        lineHeight: LAYOUT.lineHeight,
        padding: LAYOUT.padding,
      }}
      boxes={drawn.boxes.map(({ stage, ...box }) => ({
        ...box,
        id: stage.id,
        state: states.get(stage.id) ?? 'ahead',
      }))}
      lines={drawn.lines.map(({ arrow, ...line }) => ({
        ...line,
        id: `${arrow.from} ${arrow.to}`,
        plain: procedure.stages.some((one) => one.id === arrow.to && one.lane === 'aside'),
      }))}
      states={{
        done: t('procedure.done'),
        now: t('procedure.now'),
        ahead: t('procedure.ahead'),
        'left-out': t('procedure.left-out'),
      }}
    />
  )
}

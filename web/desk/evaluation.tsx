// B4: the evaluation that the plan wants at this level: by which tier, on which points, to whom the form goes. Every point is
// written; the draft of each outlives closing the sheet.

import { useState } from 'react'
import { inLang } from '#core/basics/text.ts'
import { findGrade, findHandling } from '#core/incident/look-up.ts'
import { deskWords } from '#core/words/desk.ts'
import { upWords } from '#core/words/desk-up.ts'
import { Button } from '../parts/button.tsx'
import { TextArea } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { useDraft } from './draft.ts'
import { MAX_TEXT } from './draft-sheet.tsx'
import type { HandParts } from './hand-parts.ts'
import { whoDid } from './who-did.ts'

/** In "to finish": the evaluation that was filed, or the way to write it. */
export function EvaluationLine(parts: HandParts) {
  const { view, plan, names, now, next } = parts
  const { lang, time } = useDesk()
  const t = useSay(upWords)
  const [open, setOpen] = useState(false)
  const { evaluated } = view.incident
  const wanted = plan && findHandling(plan, findGrade(view.incident)?.eventLevel)?.evaluation
  if (!evaluated && !wanted) return null
  const form = plan?.forms.find((one) => one.id === wanted?.form)
  return (
    <>
      {evaluated && (
        <details className="evaluated">
          <summary>
            <Icon name="tick" />
            {t('evaluate.done', {
              tier: names.tier(evaluated.tier),
              name: whoDid(evaluated.by, view, names),
              time: time(evaluated.occurredAt, now),
            })}
          </summary>
          <dl>
            {(wanted?.points ?? []).map((point) => (
              <div key={point.id}>
                <dt>{inLang(point.name, lang)}</dt>
                <dd>{evaluated.points[point.id]}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {!evaluated && wanted && view.may.includes('Evaluate') && (
        <div className="line">
          <Button
            size="s"
            kind={next?.kind === 'evaluate' ? 'solid' : 'outline'}
            onPress={() => setOpen(true)}
          >
            {t('evaluate.open')}
          </Button>
          {form && (
            <span className="quieter small">
              {t('evaluate.to', { form: inLang(form.name, lang), tier: names.tier(wanted.to) })}
            </span>
          )}
        </div>
      )}
      {open && wanted && <EvaluateSheet {...parts} points={wanted.points} onClose={() => setOpen(false)} />}
    </>
  )
}

interface SheetProps extends HandParts {
  points: readonly { readonly id: string; readonly name: { readonly zh: string; readonly en: string } }[]
  onClose: () => void
}

function EvaluateSheet({ view, deeds, points, onClose }: SheetProps) {
  const { lang } = useDesk()
  const t = useSay(upWords)
  const d = useSay(deskWords)
  const [kept, keep] = useDraft(`${view.incident.id}.evaluation`)
  const texts = readTexts(kept)
  const lacks = points.filter((point) => (texts[point.id] ?? '').trim() === '')
  const set = (id: string, text: string) => keep(JSON.stringify({ ...texts, [id]: text }))
  return (
    <Sheet
      open
      title={t('evaluate.sheet', { n: points.length })}
      closeName={d('close')}
      onClose={onClose}
      foot={
        <Button
          kind="solid"
          wide
          missing={
            lacks.length > 0
              ? t('evaluate.missing', {
                  points: lacks.map((point) => inLang(point.name, lang)).join(d('comma')),
                })
              : undefined
          }
          busyLabel={d('sending')}
          onPress={async () => {
            const given = Object.fromEntries(points.map((one) => [one.id, (texts[one.id] ?? '').trim()]))
            if (await deeds.give(t('evaluate.title'), 'Evaluate', { points: given })) keep('')
            onClose()
          }}
        >
          {t('evaluate.send')}
        </Button>
      }
    >
      {points.map((point, index) => (
        <TextArea
          key={point.id}
          label={`${index + 1}. ${inLang(point.name, lang)}`}
          value={texts[point.id] ?? ''}
          onChange={(text) => set(point.id, text)}
          rows={2}
          maxLength={MAX_TEXT}
        />
      ))}
    </Sheet>
  )
}

/** Texts by point as they were kept; what cannot be read is nothing. */
function readTexts(kept: string): Readonly<Record<string, string>> {
  if (kept === '') return {}
  try {
    const found: unknown = JSON.parse(kept)
    return typeof found === 'object' && found !== null ? { ...(found as Record<string, string>) } : {}
  } catch {
    return {}
  }
}

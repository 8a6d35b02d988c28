// Where it happened, for whoever has no place of his own: the school for those who go round, the room for those who lead a school.

import { tierOf } from '#core/basics/tier.ts'
import { fieldOrdersWords } from '#core/words/field-orders.ts'
import { SelectField } from '../parts/select-field.tsx'
import { useKit, useMe } from '../talk/session.tsx'
import { useSay, useText } from '../talk/words.tsx'
import { placeOf, type ReportDraft } from './report-draft.ts'
import type { Drafting } from './use-draft.ts'

export function PlacePick({ draft, change }: { draft: ReportDraft; change: Drafting['change'] }) {
  const t = useSay(fieldOrdersWords)
  const text = useText()
  const me = useMe()
  const kit = useKit()
  const { unit, room } = placeOf(draft, me.post)
  const goesRound = me.post.tier !== 'school'
  const schools = (kit?.units ?? [])
    .filter((one) => one.tier === 'school' && one.path.startsWith(`${me.post.unit}/`))
    .sort((a, b) => a.order - b.order)
  const rooms = (kit?.rooms ?? []).filter((one) => one.unit === unit)
  const own = me.units[0]
  return (
    <>
      {goesRound && schools.length > 0 && (
        <SelectField
          label={t('place.unit')}
          value={draft.unit ?? ''}
          onChange={(path) =>
            change(({ room: _, unit: __, ...rest }) => (path === '' ? rest : { ...rest, unit: path }))
          }
          options={[
            { value: '', label: t('place.own', { unit: own ? text(own.name) : '' }) },
            ...schools.map((one) => ({ value: one.path, label: text(one.name) })),
          ]}
        />
      )}
      {me.post.room === undefined && tierOf(unit) === 'school' && rooms.length > 0 && (
        <SelectField
          label={t('place.room')}
          value={room ?? ''}
          onChange={(id) => change(({ room: _, ...rest }) => (id === '' ? rest : { ...rest, room: id }))}
          options={[
            { value: '', label: t('place.room.all') },
            ...rooms.map((one) => ({ value: one.id, label: text(one.name) })),
          ]}
        />
      )}
    </>
  )
}

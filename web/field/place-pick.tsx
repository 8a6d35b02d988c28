// Where it happened, for whoever has no place of his own: the school for those who go round, the room for those who
// lead a school, and for everybody where the matter is not of one room.

import { tierOf } from '#core/basics/tier.ts'
import type { Situation } from '#core/plan/effective.ts'
import { fieldOrdersWords } from '#core/words/field-orders.ts'
import { SelectField } from '../parts/select-field.tsx'
import { useKit, useMe } from '../talk/session.tsx'
import { useSay, useText } from '../talk/words.tsx'
import { isOfOneRoom, placeOf, type ReportDraft } from './report-draft.ts'
import type { Drafting } from './use-draft.ts'

export interface PlacePickProps {
  situation: Situation
  draft: ReportDraft
  change: Drafting['change']
}

export function PlacePick({ situation, draft, change }: PlacePickProps) {
  const t = useSay(fieldOrdersWords)
  const text = useText()
  const me = useMe()
  const kit = useKit()
  const { unit, room } = placeOf(draft, situation, me.post)
  const isOwnRoom = me.post.room !== undefined && isOfOneRoom(situation, draft.answers)
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
      {!isOwnRoom && tierOf(unit) === 'school' && rooms.length > 0 && (
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

// The schools an order goes to, as a grid in the wall's own order: searched by name or initials, chosen one by one, by county, or those
// with an incident. What is chosen is kept by the caller.

import { useState } from 'react'
import { deskWords } from '#core/words/desk.ts'
import { orderWords } from '#core/words/desk-orders.ts'
import { Button } from '../parts/button.tsx'
import { SearchField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { EmptyState } from '../parts/notice.tsx'
import { ResponseLevel } from '../parts/response-level.tsx'
import { rankOf } from '../talk/level-words.ts'
import { findByPinyin } from '../talk/pinyin.ts'
import { useSay } from '../talk/words.tsx'
import { allSchools, filterGroups, type Picked, schoolsWith, toggle, toggleAll } from './addressees.ts'
import type { Cell } from './cells.ts'
import { useDesk } from './desk-data.tsx'

export interface SchoolPickerProps {
  picked: Picked
  onChange: (picked: Picked) => void
  /** Offers those that have an open incident of this kind. */
  scenario?: string | undefined
}

export function SchoolPicker({ picked, onChange, scenario }: SchoolPickerProps) {
  const { groups, names } = useDesk()
  const t = useSay(orderWords)
  const [typed, setTyped] = useState('')
  const word = typed.trim().toLowerCase()
  const shown = filterGroups(groups, (cell) => {
    if (word === '') return true
    const { name } = cell.school
    return (
      name.zh.includes(word) ||
      name.en.toLowerCase().includes(word) ||
      findByPinyin(name.zh, word) !== undefined
    )
  })
  return (
    <div className="picker">
      <div className="line">
        <Button size="s" onPress={() => onChange(allSchools(groups))}>
          {t('give.all')}
        </Button>
        <Button size="s" onPress={() => onChange(schoolsWith(groups))}>
          {t('give.open')}
        </Button>
        {scenario !== undefined && (
          <Button size="s" onPress={() => onChange(schoolsWith(groups, scenario))}>
            {t('give.same', { situation: names.situation(scenario) })}
          </Button>
        )}
        {picked.size > 0 && (
          <Button size="s" kind="text" onPress={() => onChange(new Set())}>
            {t('give.nobody')}
          </Button>
        )}
        <b className="picker__count" role="status">
          {t('give.chosen', { n: picked.size })}
        </b>
      </div>
      <SearchField
        label={t('give.find')}
        value={typed}
        onChange={setTyped}
        placeholder={t('give.find')}
        clearName={t('give.find.clear')}
      />
      {shown.length === 0 && <EmptyState title={t('give.none-found')} text="" />}
      {shown.map((group) => (
        <fieldset key={group.county} className="picker__group">
          <legend className={groups.length > 1 ? undefined : 'unseen'}>
            {groups.length > 1 ? (
              <Button
                size="s"
                kind="text"
                onPress={() =>
                  onChange(
                    toggleAll(
                      picked,
                      group.cells.map((cell) => cell.school.unit),
                    ),
                  )
                }
              >
                {t('give.county', { county: names.unit(group.county), n: group.cells.length })}
              </Button>
            ) : (
              t('give.to')
            )}
          </legend>
          <div className="picker__grid">
            {group.cells.map((cell) => (
              <PickCell
                key={cell.school.unit}
                cell={cell}
                on={picked.has(cell.school.unit)}
                onPress={() => onChange(toggle(picked, cell.school.unit))}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
}

function PickCell({ cell, on, onPress }: { cell: Cell; on: boolean; onPress: () => void }) {
  const { names } = useDesk()
  const d = useSay(deskWords)
  const { worst } = cell
  return (
    <button
      type="button"
      className={`picker__one${on ? ' picker__one--on' : ''}`}
      aria-pressed={on}
      onClick={onPress}
    >
      <span className="picker__tick">{on ? <Icon name="tick" /> : cell.number}</span>
      <span className="picker__name">
        {names.unit(cell.school.unit)}
        <span className="quieter small">
          {worst
            ? names.situation(worst.scenario)
            : d(`all.${cell.state === 'settled' ? 'settled' : 'unreported'}`)}
        </span>
      </span>
      {worst && (
        <ResponseLevel
          level={rankOf(worst.responseLevel)}
          say={names.response(worst.responseLevel)}
          show="sign"
          size="s"
        />
      )}
    </button>
  )
}

// Entering one example of the year's handbook as the document has it: which document and year, where in it, for which situations (B8).

import { useState } from 'react'
import { inLang } from '#core/basics/text.ts'
import { LONGEST_PLACE } from '#core/handbook/handbook.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { deskWords } from '#core/words/desk.ts'
import { bookWords } from '#core/words/desk-book.ts'
import { Button } from '../parts/button.tsx'
import { NumberField, TextArea, TextField } from '../parts/field.tsx'
import { SelectField } from '../parts/select-field.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { freshId } from '../talk/act.ts'
import { useSay } from '../talk/words.tsx'
import type { PageDeeds } from './deeds.tsx'
import { useDesk } from './desk-data.tsx'
import { useDraft } from './draft.ts'
import { MAX_TEXT } from './draft-sheet.tsx'
import { exampleOf, missingOf } from './example-draft.ts'

export interface EnterExampleProps {
  plan: EffectivePlan
  /** The handbook stream it goes into. */
  own: string
  year: number
  give: PageDeeds['give']
  onClose: () => void
}

export function EnterExample({ plan, own, year: thisYear, give, onClose }: EnterExampleProps) {
  const { me, lang } = useDesk()
  const t = useSay(bookWords)
  const d = useSay(deskWords)
  const [document, setDocument] = useState(plan.references[0]?.id ?? '')
  const [year, setYear] = useState(thisYear)
  const [place, setPlace] = useDraft('book.place')
  const [scenarios, setScenarios] = useState<readonly string[]>([''])
  const [title, setTitle] = useDraft('book.title')
  const [handling, setHandling] = useDraft('book.handling')
  const draft = { document, year, place, scenarios, title, handling }
  const lacks = missingOf(draft)
  return (
    <Sheet
      open
      title={t('enter.title')}
      closeName={d('close')}
      onClose={onClose}
      foot={
        <Button
          kind="solid"
          wide
          missing={lacks && t('enter.missing', { field: t(`enter.${lacks}`) })}
          busyLabel={d('sending')}
          onPress={async () => {
            const data = {
              unit: me.post.unit,
              campaign: me.campaign.id,
              examples: [exampleOf(draft, freshId())],
            }
            if (await give(t('enter'), { kind: 'handbook', id: own }, 'EnterExamples', data)) {
              setPlace('')
              setTitle('')
              setHandling('')
            }
            onClose()
          }}
        >
          {t('enter.send')}
        </Button>
      }
    >
      <SelectField
        label={t('enter.document')}
        options={plan.references.map((one) => ({ value: one.id, label: inLang(one.name, lang) }))}
        value={document}
        onChange={setDocument}
      />
      <NumberField
        label={t('enter.year')}
        value={year}
        onChange={setYear}
        min={2015}
        max={2100}
        say={{ less: '−', more: '+' }}
      />
      <TextField
        label={t('enter.place')}
        value={place}
        onChange={setPlace}
        placeholder={t('enter.place.hint')}
        maxLength={LONGEST_PLACE}
      />
      {scenarios.map((scenario, at) => (
        <SelectField
          // biome-ignore lint/suspicious/noArrayIndexKey: the fields are their places
          key={at}
          label={t('enter.situations')}
          quietLabel={at > 0}
          options={[
            { value: '', label: t('enter.choose') },
            ...Object.values(plan.situations).map((one) => ({
              value: one.id,
              label: inLang(one.name, lang),
            })),
          ]}
          value={scenario}
          onChange={(value) => setScenarios(scenarios.map((one, index) => (index === at ? value : one)))}
        />
      ))}
      {scenarios.length < 20 && (
        <Button size="s" kind="text" icon="plus" onPress={() => setScenarios([...scenarios, ''])}>
          {t('enter.add')}
        </Button>
      )}
      <TextField label={t('enter.heading')} value={title} onChange={setTitle} maxLength={300} />
      <TextArea
        label={t('enter.handling')}
        value={handling}
        onChange={setHandling}
        rows={3}
        maxLength={MAX_TEXT}
      />
    </Sheet>
  )
}

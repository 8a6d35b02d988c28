// What this post may do to the incident, and nothing else, at the foot: add, picture, ask, more. What has a place of its own on
// the page is not repeated here. Which may be done is the view's `may`, what makes sense now web/talk/possible.ts.

import { lazy, Suspense, useState } from 'react'
import { openAsks } from '#core/incident/look-up.ts'
import { actWords } from '#core/words/act.ts'
import { fieldWords } from '#core/words/field.ts'
import { shellWords } from '#core/words/shell.ts'
import { Button } from '../parts/button.tsx'
import { ListRow, Rows, Section } from '../parts/list-row.tsx'
import { Actions } from '../parts/screen.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { useSay } from '../talk/words.tsx'
import { deedKey } from './act-sheet.tsx'
import { useInHand } from './in-hand.tsx'

export const fileSheet = () => import('./file-sheet.tsx')
const FileSheet = lazy(fileSheet)

const SUPPLEMENT = ['SendMessage', 'TakeMeasure', 'StateFacts', 'LogOral', 'SeeOpinion']

/** The rest by what it is for; a deed that stands nowhere here has its place on the page. */
const MORE = {
  up: ['ReportOn', 'RaiseTo', 'ConfirmReport'],
  course: [
    'Acknowledge',
    'StartHold',
    'StartResponse',
    'ChangeResponse',
    'EndResponse',
    'ProposeJoint',
    'Answer',
    'GiveTasks',
    'Regrade',
    'StateExample',
    'SkipSteps',
  ],
  end: ['Handle', 'WriteDown', 'Evaluate', 'Verify', 'Close', 'Dismiss', 'Reopen'],
} as const
const GROUPS = ['up', 'course', 'end'] as const

/** Nothing at all for those who may only read. */
export function IncidentActs() {
  const t = useSay(actWords)
  const page = useSay(fieldWords)
  const shell = useSay(shellWords)
  const inHand = useInHand()
  const { incident, post, may } = inHand
  const [list, setList] = useState<'supplement' | 'more' | 'files'>()
  const supplement = SUPPLEMENT.filter(may)
  const groups = GROUPS.map((group) => ({ group, types: MORE[group].filter(may) })).filter(
    ({ types }) => types.length > 0,
  )
  const close = () => setList(undefined)
  const choose = (type: string) => {
    close()
    inHand.open(type, aboutOf(type))
  }
  /** A deed out of the list is about the latest thing of its kind. */
  function aboutOf(type: string): string | undefined {
    if (type === 'Answer') return openAsks(incident).find((one) => one.toTier === post.tier)?.ask
    if (type === 'GiveTasks') {
      const mine = incident.answers.filter((one) => one.toTier === post.tier)
      return (mine[mine.length - 1] ?? incident.answers[incident.answers.length - 1])?.answer
    }
    return undefined
  }
  if (supplement.length + groups.length === 0 && !may('Ask') && !may('Attach')) return null
  const shownButtons = [supplement.length > 0, may('Attach'), may('Ask'), groups.length > 0].filter(
    Boolean,
  ).length
  const row = (type: string) => <ListRow key={type} title={t(deedKey(type))} onPress={() => choose(type)} />
  return (
    <>
      <Actions dense={shownButtons > 3}>
        {supplement.length > 0 && (
          <Button icon="message" onPress={() => setList('supplement')}>
            {t('act.supplement')}
          </Button>
        )}
        {may('Attach') && (
          <Button icon="camera" onPress={() => setList('files')}>
            {t('act.photo')}
          </Button>
        )}
        {may('Ask') && (
          <Button icon="arrow-up" onPress={() => choose('Ask')}>
            {t('act.ask')}
          </Button>
        )}
        {groups.length > 0 && (
          <Button icon="list" onPress={() => setList('more')}>
            {t('act.more')}
          </Button>
        )}
      </Actions>
      <Sheet
        open={list === 'supplement'}
        title={t('act.supplement')}
        closeName={shell('close')}
        onClose={close}
      >
        <Rows>{supplement.map(row)}</Rows>
      </Sheet>
      <Sheet open={list === 'more'} title={t('act.more')} closeName={shell('close')} onClose={close}>
        {groups.map(({ group, types }) => (
          <Section key={group} title={page(`acts.${group}`)}>
            <Rows label={page(`acts.${group}`)}>{types.map(row)}</Rows>
          </Section>
        ))}
      </Sheet>
      {list === 'files' && (
        <Suspense fallback={null}>
          <FileSheet incident={incident} onClose={close} />
        </Suspense>
      )}
    </>
  )
}

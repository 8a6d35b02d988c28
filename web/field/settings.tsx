// Language, light or dark, the post one acts in, and signing out.

import { useLocation } from 'wouter'
import { shellWords } from '#core/words/shell.ts'
import { Button } from '../parts/button.tsx'
import { Segments } from '../parts/segments.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { useOutbox } from '../talk/act.ts'
import { usePlan } from '../talk/plan.ts'
import { useMe, useSignOut, useSwitchPost } from '../talk/session.tsx'
import { useLang, useSay, useSetLang, useSetTheme, useText, useTheme } from '../talk/words.tsx'

export function Settings({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useSay(shellWords)
  const me = useMe()
  const [, go] = useLocation()
  const signOut = useSignOut()
  const { items } = useOutbox()
  const waiting = items.filter((item) => item.state === 'waiting').length
  return (
    <Sheet open={open} title={t('settings.title')} closeName={t('close')} onClose={onClose}>
      <LookAndLanguage />
      {me.posts.length > 1 && <Posts onDone={onClose} />}
      {waiting > 0 && <p className="quiet small">{t('settings.sign-out.kept', { n: waiting })}</p>}
      <Button
        wide
        icon="leave"
        onPress={async () => {
          await signOut()
          go('/choose')
        }}
      >
        {t(me.demo ? 'settings.sign-out.demo' : 'settings.sign-out')}
      </Button>
    </Sheet>
  )
}

/** Also for those who have not signed in yet. */
export function LookAndLanguage() {
  const t = useSay(shellWords)
  return (
    <>
      <Segments
        label={t('settings.lang')}
        options={[
          { value: 'zh-CN', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
        value={useLang()}
        onChoose={useSetLang()}
      />
      <Segments
        label={t('settings.theme')}
        options={[
          { value: 'auto', label: t('settings.theme.auto') },
          { value: 'light', label: t('settings.theme.light') },
          { value: 'dark', label: t('settings.theme.dark') },
        ]}
        value={useTheme()}
        onChoose={useSetTheme()}
      />
    </>
  )
}

function Posts({ onDone }: { onDone: () => void }) {
  const t = useSay(shellWords)
  const text = useText()
  const me = useMe()
  const plan = usePlan()
  const switchPost = useSwitchPost()
  return (
    <Segments
      label={t('settings.posts')}
      layout="stack"
      options={me.posts.map((post) => {
        const name = plan?.posts[post.kind]?.name
        return {
          value: post.id,
          label: `${name ? text(name) : post.kind}${post.room ? ` ${post.room}` : ''}`,
        }
      })}
      value={me.post.id}
      onChoose={async (post) => {
        if (await switchPost(post)) onDone()
      }}
    />
  )
}

// The menu of whoever sits here: language, light or dark, another of one's posts, signing out.

import { useLocation } from 'wouter'
import { deskWords } from '#core/words/desk.ts'
import { shellWords } from '#core/words/shell.ts'
import { Button } from '../parts/button.tsx'
import { Segments } from '../parts/segments.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { useSignOut, useSwitchPost } from '../talk/session.tsx'
import { useSay, useSetLang, useSetTheme, useTheme } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'

export function DeskMenu({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { me, lang, names } = useDesk()
  const t = useSay(deskWords)
  const shell = useSay(shellWords)
  const [, go] = useLocation()
  const setLang = useSetLang()
  const theme = useTheme()
  const setTheme = useSetTheme()
  const signOut = useSignOut()
  const switchPost = useSwitchPost()
  return (
    <Sheet open={open} title={me.person.name} closeName={t('close')} onClose={onClose}>
      <Segments
        label={shell('settings.lang')}
        options={[
          { value: 'zh-CN', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
        value={lang}
        onChoose={setLang}
        layout="row"
      />
      <Segments
        label={shell('settings.theme')}
        options={[
          { value: 'light', label: shell('settings.theme.light') },
          { value: 'dark', label: shell('settings.theme.dark') },
          { value: 'auto', label: t('menu.theme.auto') },
        ]}
        value={theme}
        onChoose={setTheme}
        layout="row"
      />
      {me.posts.length > 1 && (
        <Segments
          label={shell('settings.posts')}
          options={me.posts.map((post) => ({
            value: post.id,
            label: t('find.person.text', { post: names.post(post.kind), unit: names.unit(post.unit) }),
          }))}
          value={me.post.id}
          onChoose={(post) => {
            void switchPost(post).then((agreed) => {
              if (agreed) onClose()
            })
          }}
        />
      )}
      <p className="quieter small">{t('menu.keys')}</p>
      <Button
        icon="leave"
        onPress={async () => {
          await signOut()
          go('/choose')
        }}
      >
        {me.demo ? shell('settings.sign-out.demo') : shell('settings.sign-out')}
      </Button>
    </Sheet>
  )
}

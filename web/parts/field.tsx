// Fields one types into: time of day, number, long text, search. Labels are always seen; nothing typed is lost.

import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { Button, IconButton } from './button.tsx'
import { Icon } from './icon.tsx'
import { typedTime } from './typed-time.ts'

export interface TimeFieldProps {
  label: string
  /** hh:mm, or undefined while none is given. */
  value: string | undefined
  onChange: (value: string) => void
  /** edit 改 · wrong 写成 09:14 这样 */
  say: { edit: string; wrong: string }
  layout?: 'stack' | 'row' | undefined
  id?: string | undefined
}

/** A time of day, stamped already; 改 puts the cursor into it. Takes 914, 9:14, 9点14. */
export function TimeField({ label, value, onChange, say, layout = 'row', id }: TimeFieldProps) {
  const own = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? value ?? ''
  const [left, setLeft] = useState(false)
  // Not while the first figures are still being typed.
  const wrong = typed !== undefined && (left || typed.length >= 4) && typedTime(typed) === undefined
  return (
    <div className={`ask ask--${layout}`} id={id}>
      <label className="ask__label" htmlFor={own}>
        {label}
      </label>
      <div className="box box--time">
        <input
          ref={input}
          id={own}
          className="box__input"
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          placeholder="--:--"
          value={shown}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? `${own}-wrong` : undefined}
          onFocus={(event) => {
            setLeft(false)
            event.target.select()
          }}
          onChange={(event) => {
            setTyped(event.target.value)
            const time = typedTime(event.target.value)
            if (time) onChange(time)
          }}
          onBlur={() => {
            setLeft(true)
            if (!typed || typedTime(typed)) setTyped(undefined)
          }}
        />
        <Button kind="text" name={`${say.edit} ${label}`} onPress={() => input.current?.focus()}>
          {say.edit}
        </Button>
      </div>
      {wrong && (
        <span className="ask__missing" id={`${own}-wrong`} role="alert">
          {say.wrong}
        </span>
      )}
    </div>
  )
}

export interface NumberFieldProps {
  label: string
  value: number | undefined
  onChange: (value: number) => void
  min?: number | undefined
  max?: number | undefined
  /** less 少一个 · more 多一个 */
  say: { less: string; more: string }
  layout?: 'stack' | 'row' | undefined
  id?: string | undefined
}

/** A count with − and +, and figures one can type. */
export function NumberField({
  label,
  value,
  onChange,
  min = 0,
  max = 9999,
  say,
  layout = 'row',
  id,
}: NumberFieldProps) {
  const own = useId()
  const [emptied, setEmptied] = useState(false)
  const set = (next: number) => {
    setEmptied(false)
    onChange(Math.min(max, Math.max(min, next)))
  }
  return (
    <div className={`ask ask--${layout}`} id={id}>
      <label className="ask__label" htmlFor={own}>
        {label}
      </label>
      <div className="box box--number">
        <IconButton icon="minus" name={`${label} ${say.less}`} onPress={() => set((value ?? min) - 1)} />
        <input
          id={own}
          className="box__input"
          inputMode="numeric"
          autoComplete="off"
          value={emptied ? '' : (value ?? '')}
          onBlur={() => setEmptied(false)}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            const digits = event.target.value.replace(/\D/g, '')
            if (digits === '') setEmptied(true)
            else set(Number(digits))
          }}
        />
        <IconButton icon="plus" name={`${label} ${say.more}`} onPress={() => set((value ?? min - 1) + 1)} />
      </div>
    </div>
  )
}

export interface TextAreaProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string | undefined
  quietLabel?: boolean | undefined
  /** Under the field: 存在本机, how many characters are left. */
  hint?: ReactNode
  maxLength?: number | undefined
  rows?: number | undefined
  id?: string | undefined
}

/** Long text; grows with what is written, so that it can all be read. */
export function TextArea(props: TextAreaProps) {
  const { label, value, onChange, placeholder, quietLabel = false, hint, maxLength, rows = 2, id } = props
  const own = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again whenever the text changes
  useLayoutEffect(() => {
    const element = area.current
    // In a dialog that is about to open nothing has a height yet: its rows serve.
    if (!element || element.scrollHeight === 0) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`
  }, [value])
  return (
    <div className="ask" id={id}>
      <label className={quietLabel ? 'unseen' : 'ask__label'} htmlFor={own}>
        {label}
      </label>
      <textarea
        ref={area}
        id={own}
        className="box box--text"
        rows={rows}
        value={value}
        maxLength={maxLength}
        placeholder={placeholder}
        aria-describedby={hint ? `${own}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint && (
        <span className="ask__hint" id={`${own}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}

export interface TextFieldProps extends Omit<TextAreaProps, 'rows'> {
  type?: 'text' | 'tel' | 'password' | undefined
  autoComplete?: string | undefined
  inputMode?: 'text' | 'numeric' | 'tel' | undefined
  missing?: string | undefined
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, placeholder, quietLabel = false, hint, maxLength, id, missing } = props
  const own = useId()
  return (
    <div className="ask" id={id}>
      <label className={quietLabel ? 'unseen' : 'ask__label'} htmlFor={own}>
        {label}
      </label>
      <input
        id={own}
        className="box box--line"
        type={props.type ?? 'text'}
        autoComplete={props.autoComplete ?? 'off'}
        inputMode={props.inputMode}
        value={value}
        maxLength={maxLength}
        placeholder={placeholder}
        aria-invalid={missing ? true : undefined}
        aria-describedby={missing || hint ? `${own}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {(missing ?? hint) && (
        <span className={missing ? 'ask__missing' : 'ask__hint'} id={`${own}-hint`}>
          {missing ?? hint}
        </span>
      )}
    </div>
  )
}

export interface SearchFieldProps {
  /** Name for screen readers: 找情境. */
  label: string
  value: string
  onChange: (value: string) => void
  placeholder: string
  clearName: string
  /** The page is for searching: the cursor stands here at once. */
  focusFirst?: boolean | undefined
  onEnter?: (() => void) | undefined
}

/** The search of a phone page. */
export function SearchField({
  label,
  value,
  onChange,
  placeholder,
  clearName,
  focusFirst,
  onEnter,
}: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focusFirst) input.current?.focus({ preventScroll: true })
  }, [focusFirst])
  return (
    <div className="search">
      <Icon name="search" />
      <input
        ref={input}
        className="search__input"
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          // Enter also ends a Chinese composition; that one is not ours.
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.()
        }}
      />
      {value !== '' && (
        <IconButton
          icon="close"
          name={clearName}
          onPress={() => {
            onChange('')
            input.current?.focus()
          }}
        />
      )}
    </div>
  )
}

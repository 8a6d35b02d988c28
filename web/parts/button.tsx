// The button in its three weights. One solid button to a decision. It is never greyed out: it stays pressable and
// says what is missing; while working it keeps its width and swallows the second tap.

import { type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Link } from 'wouter'
import { Icon, type IconName } from './icon.tsx'

export interface ButtonProps {
  children: ReactNode
  kind?: 'solid' | 'outline' | 'text' | undefined
  /** s: inside rows on the desk · m · l: the main action at the foot of a phone page */
  size?: 's' | 'm' | 'l' | undefined
  wide?: boolean | undefined
  icon?: IconName | undefined
  /** A promise keeps the button working until it settles. Rejections stay the caller's: handle them inside. */
  onPress?: (() => unknown) | undefined
  /** Goes to a page of ours, or with tel: / sms: / mailto: to the phone. */
  href?: string | undefined
  /** Working, as the caller knows it (besides the promise). */
  busy?: boolean | undefined
  /** The label while working: 正在发送…. Without it the own label stays. */
  busyLabel?: string | undefined
  /** What is still missing: 还差 1 个问题：有人受伤吗？. While given, pressing shows it and calls `onMissing` instead; a link leaves showing it to `onMissing`. */
  missing?: string | undefined
  onMissing?: (() => void) | undefined
  /** Whole name, when the label alone is not enough. */
  name?: string | undefined
  type?: 'button' | 'submit' | undefined
  autoFocus?: boolean | undefined
  /** For aria-expanded on buttons that open something. */
  expanded?: boolean | undefined
}

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'

/** A button, or with `href` a link that looks like one. */
export function Button(props: ButtonProps) {
  const { children, kind = 'outline', size = 'm', wide = false, icon, href, name } = props
  const className = `btn btn--${kind} btn--${size}${wide ? ' btn--wide' : ''}`
  if (href !== undefined) {
    const inside = (
      <>
        {icon && <Icon name={icon} />}
        <span>{children}</span>
      </>
    )
    if (/^[a-z]+:/.test(href)) {
      return (
        <a className={className} href={href} aria-label={name} onClick={() => props.onPress?.()}>
          {inside}
        </a>
      )
    }
    return (
      <Link className={className} href={href} aria-label={name} onClick={(event) => follow(event, props)}>
        {inside}
      </Link>
    )
  }
  return <PressButton {...props} className={className} />
}

/** A link with something missing stays where it is; the router leaves an event alone that was prevented. */
function follow(event: MouseEvent, { missing, onMissing, onPress }: ButtonProps): void {
  if (!missing) {
    onPress?.()
    return
  }
  event.preventDefault()
  onMissing?.()
}

function PressButton(props: ButtonProps & { className: string }) {
  const { children, icon, onPress, busyLabel, missing, onMissing, name, type = 'button', expanded } = props
  const [working, setWorking] = useState(false)
  const [asked, setAsked] = useState(false)
  const pressed = useRef(false)
  const here = useRef(true)
  const hint = useId()
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  const busy = working || props.busy === true

  function press(event: MouseEvent) {
    // The ref, not the state: two taps can come before the first render.
    if (pressed.current || props.busy) {
      event.preventDefault()
      return
    }
    if (missing) {
      event.preventDefault()
      setAsked(true)
      onMissing?.()
      return
    }
    const result = onPress?.()
    if (!isPromise(result)) return
    pressed.current = true
    setWorking(true)
    const settle = () => {
      pressed.current = false
      if (here.current) setWorking(false)
    }
    result.then(settle, settle)
  }

  const showsMissing = asked && missing !== undefined
  return (
    <>
      {showsMissing && (
        <span className="btn-missing" id={hint} role="alert">
          {missing}
        </span>
      )}
      <button
        type={type}
        className={props.className}
        aria-label={name}
        aria-busy={busy || undefined}
        aria-disabled={busy || undefined}
        aria-expanded={expanded}
        aria-describedby={showsMissing ? hint : undefined}
        // biome-ignore lint/a11y/noAutofocus: only where the caller opens a sheet for this one decision
        autoFocus={props.autoFocus}
        onClick={press}
      >
        {/* Both labels share one cell, so that the width stays. */}
        <span
          className={`btn__label${busy && busyLabel ? ' btn__label--away' : ''}`}
          aria-hidden={busy && busyLabel ? true : undefined}
        >
          {icon && <Icon name={icon} />}
          <span>{children}</span>
        </span>
        {busyLabel && (
          <span className={`btn__label${busy ? '' : ' btn__label--away'}`} aria-hidden={!busy || undefined}>
            {busyLabel}
          </span>
        )}
      </button>
    </>
  )
}

export interface IconButtonProps {
  icon: IconName
  /** What it does, whole: 打电话给后勤副校长 苗立新. */
  name: string
  onPress?: (() => void) | undefined
  href?: string | undefined
  pressed?: boolean | undefined
}

/** A round target with an icon only: for calling, camera, closing, back. Always named. */
export function IconButton({ icon, name, onPress, href, pressed }: IconButtonProps) {
  if (href !== undefined) {
    const dials = /^[a-z]+:/.test(href)
    return dials ? (
      <a className="icon-btn" href={href} aria-label={name} onClick={() => onPress?.()}>
        <Icon name={icon} />
      </a>
    ) : (
      <Link className="icon-btn" href={href} aria-label={name} onClick={() => onPress?.()}>
        <Icon name={icon} />
      </Link>
    )
  }
  return (
    <button
      type="button"
      className="icon-btn"
      aria-label={name}
      aria-pressed={pressed}
      onClick={() => onPress?.()}
    >
      <Icon name={icon} />
    </button>
  )
}

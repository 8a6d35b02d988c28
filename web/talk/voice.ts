// Recording a voice note with the browser's own recorder, where there is one. What becomes of it is held-files.ts.

import { useCallback, useEffect, useRef, useState } from 'react'

/** Longest note, ms: what has to be said in longer words is better told by telephone. */
export const LONGEST_NOTE = 3 * 60_000
const BITS_PER_SECOND = 24_000
const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'] as const

/** Is there a recorder here, and may this page use the microphone? */
export function canRecord(): boolean {
  return typeof MediaRecorder !== 'undefined' && navigator.mediaDevices !== undefined
}

export interface Voice {
  readonly state: 'idle' | 'asking' | 'recording' | 'denied'
  /** How long it has been recording, whole seconds. */
  readonly seconds: number
  start(): Promise<void>
  /** Ends the recording and gives it; undefined when nothing was recorded. */
  stop(): Promise<Blob | undefined>
}

export function useVoice(): Voice {
  const [state, setState] = useState<Voice['state']>('idle')
  const [seconds, setSeconds] = useState(0)
  const recorder = useRef<MediaRecorder>(undefined)
  const parts = useRef<Blob[]>([])

  const release = useCallback(() => {
    for (const track of recorder.current?.stream.getTracks() ?? []) track.stop()
    recorder.current = undefined
  }, [])
  useEffect(() => release, [release])
  useEffect(() => {
    if (state !== 'recording') return
    const timer = setInterval(() => setSeconds((now) => now + 1), 1000)
    return () => clearInterval(timer)
  }, [state])

  async function start(): Promise<void> {
    setState('asking')
    setSeconds(0)
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type))
      const made = new MediaRecorder(stream, {
        audioBitsPerSecond: BITS_PER_SECOND,
        ...(mimeType === undefined ? {} : { mimeType }),
      })
      parts.current = []
      made.ondataavailable = ({ data }) => {
        if (data.size > 0) parts.current.push(data)
      }
      recorder.current = made
      // In pieces, so that a page that dies loses a second and not all of it.
      made.start(1000)
      setTimeout(() => made.state === 'recording' && made.pause(), LONGEST_NOTE)
      setState('recording')
    } catch {
      setState('denied')
    }
  }

  async function stop(): Promise<Blob | undefined> {
    const made = recorder.current
    if (!made) return undefined
    await new Promise<void>((done) => {
      made.onstop = () => done()
      made.stop()
    })
    release()
    setState('idle')
    const type = made.mimeType.split(';')[0] ?? ''
    return parts.current.length === 0 ? undefined : new Blob(parts.current, { type })
  }

  return { state, seconds, start, stop }
}

// The desk's two tones, made by the browser itself: no file to load. Off until somebody switches them on; remembered.
// When one is due is tone.ts.

import { cell, useCell } from '../talk/cell.ts'
import type { Tone } from './tone.ts'

const KEY = 'huce.desk.sound'

/** Hz: the second pitch is lower, so that nobody takes late for new. */
const PITCH: Readonly<Record<Tone, number>> = { new: 880, late: 440 }
const SECONDS = 0.22
const LOUDNESS = 0.2

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) === 'on'
  } catch {
    return false
  }
}

const on = cell<boolean>(kept())
let audio: AudioContext | undefined

/** Browsers let a page sound only after somebody touched it; each touch wakes what is asleep. */
function wake(): void {
  if (!on.get() || typeof AudioContext === 'undefined') return
  audio ??= new AudioContext()
  if (audio.state === 'suspended') void audio.resume().catch(() => undefined)
}

/** One short tone, when the sound is on. */
export function sound(tone: Tone): void {
  wake()
  if (!on.get() || !audio || audio.state !== 'running') return
  const from = audio.currentTime
  const voice = audio.createOscillator()
  const volume = audio.createGain()
  voice.frequency.value = PITCH[tone]
  volume.gain.setValueAtTime(0, from)
  volume.gain.linearRampToValueAtTime(LOUDNESS, from + 0.02)
  volume.gain.linearRampToValueAtTime(0, from + SECONDS)
  voice.connect(volume).connect(audio.destination)
  voice.start(from)
  voice.stop(from + SECONDS)
}

/** Wakes the sound at the first touch after a reload. Returns how to stop listening. */
export function wakeOnTouch(): () => void {
  window.addEventListener('pointerdown', wake)
  window.addEventListener('keydown', wake)
  return () => {
    window.removeEventListener('pointerdown', wake)
    window.removeEventListener('keydown', wake)
  }
}

/** Is the sound on, and the switch. Switching on lets the tone be heard once. */
export function useSound(): { readonly on: boolean; toggle(): void } {
  return {
    on: useCell(on),
    toggle: () => {
      on.set(!on.get())
      try {
        localStorage.setItem(KEY, on.get() ? 'on' : 'off')
      } catch {
        // Without storage the switch holds until the page is closed.
      }
      wake()
      if (on.get()) void audio?.resume().then(() => sound('new'))
    },
  }
}

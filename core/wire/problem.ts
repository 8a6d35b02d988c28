// Errors as the API says them: problem+json (RFC 9457), with the refusal's code, the field and the remedy.

export interface Problem {
  /** `urn:huce:` and the code. */
  readonly type: string
  readonly title: string
  readonly status: number
  /** What was not done and what to do now, in the caller's language. */
  readonly detail: string
  readonly code: string
  /** Dotted name of the field that was wrong. */
  readonly field?: string
  /** Posts of the plan whose holder could do it. */
  readonly whoCould?: readonly string[]
  /** Id of the command that was refused. */
  readonly command?: string
  /** Of a file that is sent in pieces: bytes that are here. */
  readonly received?: number
}

// How much may be attached to an incident: asked by the phone before it sends, by the server before it takes, and by
// `decide` before it is on record. What a file may contain is the server's to look at.

/** Largest file of each kind, in bytes as sent. */
export const FILE_LIMITS = {
  photo: 12 * 1024 * 1024,
  voice: 5 * 1024 * 1024,
  document: 20 * 1024 * 1024,
} as const

export type FileKind = keyof typeof FILE_LIMITS

/** Files of one incident. */
export const FILES_PER_INCIDENT = 20

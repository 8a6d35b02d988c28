// The thread in which one file is looked into. What is looked for is check-file.ts; its limits are file-checker.ts.

import type { FileKind } from '#core/incident/file-limits.ts'
import { answerApart } from '../apart/answer-apart.ts'
import { checkFile } from './check-file.ts'

await answerApart<{ readonly bytes: Uint8Array; readonly kind: FileKind }>(({ bytes, kind }) =>
  checkFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), kind),
)

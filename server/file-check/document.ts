// Documents: PDF, Word (.docx) and Excel (.xlsx). Anything that runs, fetches, or hides another file is refused; pages of the
// web, drawings in SVG, archives and the old binary formats are not documents here.

import { keepOffice } from './office.ts'
import { checkPdf } from './pdf.ts'
import { type Kept, Unfit } from './unfit.ts'
import { looksLikeZip, readZip } from './zip.ts'

const PDF = '%PDF-'

/** @throws Unfit */
export async function keepDocument(sent: Buffer): Promise<Kept> {
  if (looksLikeZip(sent)) return keepOffice(readZip(sent))
  if (sent.toString('latin1', 0, PDF.length) === PDF) {
    checkPdf(sent)
    // As it was sent: what was scanned and signed stays equal to the hash on record.
    return { bytes: sent, type: 'application/pdf' }
  }
  throw new Unfit('file.kind', 'neither PDF nor an office document')
}

// A browser that comes with npm: unpacks Chromium with its libraries and fonts into the system's temporary folder and
// starts it, as any user, on a bare Debian. What is done in it is phones.fixture.ts and the stories.

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

const FONTS = 'huce-fonts.conf'

export interface BrowserOptions {
  readonly args?: readonly string[]
  /** Another Chromium than the one from npm, for pictures with the machine's own fonts. */
  readonly executablePath?: string
}

/** Starts Chromium without a window. Needs neither a system browser, nor its libraries, nor a system font. */
export async function startBrowser(options: BrowserOptions = {}): Promise<Browser> {
  // A folder that only root may enter is no place for a sandbox that changes users.
  const args = ['--no-sandbox', '--force-color-profile=srgb', ...(options.args ?? [])]
  if (options.executablePath !== undefined) {
    return chromium.launch({ args, executablePath: options.executablePath })
  }
  const folder = await unpacked()
  return chromium.launch({
    args,
    executablePath: join(folder, 'chromium'),
    env: {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, FONTS),
    },
  })
}

/** The folder of the unpacked browser; made whole beside and renamed, so that an interrupted test leaves no half of it. */
async function unpacked(): Promise<string> {
  const entrance = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const about = await readFile(join(dirname(entrance), '..', 'package.json'), 'utf8')
  const { version } = JSON.parse(about) as { version: string }
  const folder = join(tmpdir(), `huce-chromium-${version}-${userInfo().uid}`)
  if (existsSync(folder)) return folder
  const fresh = await mkdtemp(join(tmpdir(), 'huce-chromium-'))
  // The package unpacks to the temporary folder of its process, and its libraries only where it believes to be at
  // Amazon's: so it gets a process of its own.
  await promisify(execFile)(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `const { default: chromium } = await import(${JSON.stringify(pathToFileURL(entrance).href)})
       await chromium.executablePath()`,
    ],
    { env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' } },
  )
  // The package's own file names only folders of Amazon's. Without a font, words have no size and count as unseen.
  const fonts = `<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>`
  await writeFile(join(fresh, FONTS), `<?xml version="1.0"?>\n${fonts}\n`)
  try {
    await rename(fresh, folder)
  } catch {
    // Somebody else was quicker; his is as good.
    await rm(fresh, { recursive: true, force: true })
  }
  return folder
}

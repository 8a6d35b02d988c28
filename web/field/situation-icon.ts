// The icon a plan names for a situation or a group, as one the parts can draw.

import { ICON_NAMES, type IconName } from '../parts/icon.tsx'

/** Names of the plan format that are drawn under another name. */
const OTHER_NAMES: Readonly<Record<string, IconName>> = {
  'cross-medical': 'medical',
  chat: 'message',
  paper: 'document',
}

/** Never fails: an unknown name is drawn as a warning sign. */
export function situationIcon(name: string): IconName {
  const known = ICON_NAMES.find((icon) => icon === name)
  return known ?? OTHER_NAMES[name] ?? 'warning'
}

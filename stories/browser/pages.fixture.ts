// The addresses of every page that a person can open, for stories and pictures that look at all of them.

/** On the phone, with one incident open. */
export const phonePaths = (incident: string): readonly string[] => [
  '/',
  '/report',
  '/report/in/power-network-devices',
  '/report/power-cut',
  '/report/power-cut/grade',
  '/incidents',
  `/incidents/${incident}`,
  '/contacts',
  '/handbook',
  '/handbook/power-cut',
  '/outbox',
]

/** At the desk. */
export const deskPaths = (incident: string): readonly string[] => [
  '/desk',
  `/desk/incidents/${incident}`,
  '/desk/wall',
  '/desk/orders',
  '/desk/orders/new',
  '/desk/handbook',
  '/desk/plan/levels',
  '/desk/plan/situations',
  '/desk/plan/editions',
]

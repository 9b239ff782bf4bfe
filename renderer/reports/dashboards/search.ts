import { z } from 'zod'

/** Which of one's dashboards is shown; the first one where it names none. */
export const dashboardsSearch = z.object({ board: z.string().max(64).optional().catch(undefined) })

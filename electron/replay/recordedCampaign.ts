import { z } from 'zod'
import { isDay, type Day } from '../../shared/time'

/** One line of a file of past campaigns: what a crowdfunding site recorded. Amounts are in BRL, major units. */
const recordedCampaignSchema = z.object({
  id: z.number().int(),
  title: z.string(),
  category: z.string(),
  goal: z.number().positive(),
  launchedAt: z.iso.datetime(),
  deadline: z.iso.datetime(),
  state: z.enum(['successful', 'failed']),
  days: z.array(
    z.tuple([
      z.string().refine((text): text is Day => isDay(text), 'not a day'),
      z.number().int().positive(),
      z.number().positive(),
    ]),
  ),
})

export type RecordedCampaign = z.output<typeof recordedCampaignSchema>

/** Reads one line. Throws an error that names the line and what is wrong with it. */
export function readRecordedCampaign(line: string, lineNumber: number): RecordedCampaign {
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch {
    throw new Error(`Line ${lineNumber} is not JSON.`)
  }
  const checked = recordedCampaignSchema.safeParse(parsed)
  if (checked.success) return checked.data
  const issue = checked.error.issues[0]
  throw new Error(`Line ${lineNumber}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not a campaign'}.`)
}

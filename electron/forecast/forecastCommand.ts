import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { fitModel } from '../../shared/reports/forecast/fit'
import { oddsOf } from '../../shared/reports/forecast/odds'
import { prior } from '../../shared/reports/forecast/prior'
import { judge, judgedShares, scoreOf } from '../../shared/reports/forecast/evaluate'
import type { ForecastModel } from '../../shared/reports/forecast/model'
import type { PastCampaign } from '../../shared/reports/forecast/seen'
import { crossFitted } from './crossValidate'
import { priorFile } from './priorFile'
import { readPast } from './readPast'
import { tellScores } from './tellScores'

const usage = `npm run forecast -- FILE [--fit TRAIN | --folds K] [--json]
npm run forecast -- FILE --write TO

FILE holds past campaigns, one JSON object a line. Each is forecast as it was known at seven shares of its timeline, up to the last
midnight, by the built-in model; or by one that is fitted to the campaigns of TRAIN; or by K models, each fitted to the
campaigns of FILE that it does not forecast. --write makes the built-in model from FILE.`

interface Asked {
  readonly file: string
  readonly train: string | null
  readonly folds: number | null
  readonly write: string | null
  readonly json: boolean
}

/** Where a command speaks. */
export interface Voice {
  readonly say: (line: string) => void
  readonly complain: (line: string) => void
}

/** Reads the arguments; answers null after saying what is wrong with them. */
function readArguments(args: readonly string[], { complain }: Voice): Asked | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        fit: { type: 'string' },
        folds: { type: 'string' },
        write: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const [file, ...others] = positionals
    const { fit: train = null, write = null, json } = values
    const folds = values.folds === undefined ? null : Number(values.folds)
    const ways = [train, folds, write].filter((way) => way !== null).length
    if (file === undefined) complain('No file of past campaigns was given.')
    else if (others.length > 0 || ways > 1) complain('One file, and one of --fit, --folds and --write at most.')
    else if (folds !== null && !(Number.isInteger(folds) && folds >= 2)) complain('--folds is a number from 2 on.')
    else return { file, train, folds, write, json }
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error))
  }
  complain(usage)
  return null
}

interface Method {
  readonly name: string
  readonly modelFor: (campaign: PastCampaign) => ForecastModel
}

async function methodOf({ train, folds }: Asked, past: readonly PastCampaign[]): Promise<Method> {
  if (folds !== null) {
    return {
      name: `${folds} models, each of the campaigns that it does not forecast`,
      modelFor: crossFitted(past, folds),
    }
  }
  const model = train === null ? prior : fitModel(await readPast(train), { kind: 'public' })
  const name = train === null ? 'the built-in model' : 'a model of the given campaigns'
  return { name: `${name}, which rests on ${model.restsOn.public} past campaigns`, modelFor: () => model }
}

/** Does what the arguments ask. Answers with what the process ends with: 0, 1 where the file holds nothing, 2 where the arguments are wrong. */
export async function forecastCommand(args: readonly string[], voice: Voice): Promise<number> {
  const asked = readArguments(args, voice)
  if (asked === null) return 2
  const past = await readPast(asked.file)
  if (past.length === 0) {
    voice.complain('The file holds no campaign.')
    return 1
  }
  if (asked.write !== null) {
    await writeFile(asked.write, priorFile(fitModel(past, { kind: 'public' })))
    voice.say(`A model of ${past.length} campaigns is in ${asked.write}. Format it.`)
    return 0
  }
  const { name, modelFor } = await methodOf(asked, past)
  const judged = judgedShares.map((elapsed) => ({
    elapsed,
    judged: past.map((campaign) => judge(campaign, elapsed, (seen) => oddsOf(modelFor(campaign), seen))),
  }))
  if (asked.json) {
    voice.say(JSON.stringify({ at: judged.map((share) => scoreOf(share.elapsed, share.judged)) }))
    return 0
  }
  voice.say(`${past.length} campaigns, forecast by ${name}.`)
  for (const line of tellScores(past, judged)) voice.say(line)
  return 0
}

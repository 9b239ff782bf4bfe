// npm run forecast -- FILE [--fit TRAIN | --folds K] [--json] [--write TO]: how good the forecast is on past campaigns.
import { forecastCommand } from '../forecast/forecastCommand'

process.exitCode = await forecastCommand(process.argv.slice(2), {
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})

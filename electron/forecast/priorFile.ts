import type { ForecastModel } from '../../shared/reports/forecast/model'

/** Three figures are as fine as any of these numbers is known. */
const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(3)) : value

/** The source of `shared/reports/forecast/prior.ts` for a model. */
export const priorFile = (model: ForecastModel): string => `import type { ForecastModel } from './model'

/**
 * The built-in model, made from ${model.restsOn.public} public all-or-nothing campaigns of a Brazilian site, 2011–2016, by
 * \`npm run forecast -- FILE --write shared/reports/forecast/prior.ts\` and the formatter. Not to be changed by hand.
 */
export const prior: ForecastModel = ${JSON.stringify(model, rounded)}
`

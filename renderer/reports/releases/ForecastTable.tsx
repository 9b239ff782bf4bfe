import { Skeleton, Table, Text } from '@mantine/core'
import type { Target } from '../../../shared/campaigns/campaign'
import { formatMoney, minor, type Currency } from '../../../shared/money'
import type { Forecast } from '../../../shared/reports/forecast/forecast'
import type { ReleaseReport } from '../../../shared/reports/release/releaseReport'
import { useAsk } from '../../api'
import { grouped, unitCount } from '../../ui/counts'
import { LoadedView } from '../../ui/LoadedView'
import { Panel } from '../../ui/Panel'
import { likelyWords } from '../forecastWords'
import classes from './releases.module.css'

/** What the forecast said on the way, against what it came to. */
export function ForecastTable({ report }: { readonly report: ReleaseReport }) {
  const { campaignId, result, measure, currency } = report
  const asked = useAsk('reports.releaseForecasts', { campaignId })
  const say = (value: number): string => inMeasure(value, measure, currency)
  return (
    <Panel title={`What was forecast, and what it came to: ${say(result)}`} flush>
      <LoadedView of={asked} skeleton={<Skeleton height={180} />}>
        {(forecasts) =>
          forecasts.length === 0 ? (
            <Text size="sm" c="dimmed" p="md">
              It was called off: how it would have ended is not known.
            </Text>
          ) : (
            <Table className={classes.parts}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">Of the timeline</Table.Th>
                  <Table.Th scope="col" ta="right">
                    Chance of its target
                  </Table.Th>
                  <Table.Th scope="col" ta="right">
                    Median
                  </Table.Th>
                  <Table.Th scope="col" ta="right">
                    80 % range
                  </Table.Th>
                  <Table.Th scope="col">It came to</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {forecasts.map(({ elapsed, forecast }) => (
                  <Table.Tr key={elapsed}>
                    <Table.Th scope="row" fw={400}>
                      {Math.round(elapsed * 100)} %
                    </Table.Th>
                    <Said forecast={forecast} result={result} say={say} bare={measure === 'units' ? grouped : say} />
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </LoadedView>
      <Text className={classes.quiet} p="8px 16px">
        Worked out anew from its days, with what past campaigns had taught before it began.
      </Text>
    </Panel>
  )
}

interface SaidProps {
  readonly forecast: Forecast
  readonly result: number
  readonly say: (value: number) => string
  /** The same without its unit, where another number with it follows. */
  readonly bare: (value: number) => string
}

function Said({ forecast, result, say, bare }: SaidProps) {
  if (forecast.kind === 'cannot know')
    return (
      <Table.Td colSpan={4} ta="right">
        {forecast.why}
      </Table.Td>
    )
  const { probability, median, low, high } = forecast
  return (
    <>
      <Table.Td ta="right">{likelyWords(probability)}</Table.Td>
      <Table.Td ta="right">{say(median)}</Table.Td>
      <Table.Td ta="right">{low === high ? say(low) : `${bare(low)} to ${say(high)}`}</Table.Td>
      <Table.Td>{result < low ? 'less than that' : result > high ? 'more than that' : 'within it'}</Table.Td>
    </>
  )
}

const inMeasure = (value: number, measure: Target['kind'], currency: Currency): string =>
  measure === 'units' ? unitCount(value) : formatMoney(minor(value), currency)

import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDownload, IconFileTypeCsv, IconFileTypePng, IconFileTypeSvg } from '@tabler/icons-react'
import { useState, type RefObject } from 'react'
import { marketFacts } from '../../../shared/campaigns/market'
import type { ChartTable } from '../../../shared/reports/chartTable'
import { fullTime, instant } from '../../../shared/time'
import { ask } from '../../api'
import { base64Of } from '../../base64'
import { tellSaved } from '../takeAway'
import type { KeyEntry } from './ChartKey'
import { drawingIn, pngOf, svgOf } from './picture'

interface ChartMenuProps {
  readonly name: string
  readonly title: string
  readonly words: readonly string[]
  readonly table: ChartTable
  readonly legend: readonly KeyEntry[]
  /** Where the chart is drawn. */
  readonly plot: RefObject<HTMLElement | null>
}

/** Takes the chart away: a picture for a paper or a chat, or its numbers. */
export function ChartMenu({ name, title, words, table, legend, plot }: ChartMenuProps) {
  const [busy, setBusy] = useState(false)
  const take = async (kind: 'png' | 'svg' | 'csv') => {
    setBusy(true)
    await tellSaved(async () => {
      const label = { name, words: [...words] }
      if (kind === 'csv') return ask('sheets.saveChart', { ...label, kind, table: copyOf(table) })
      const status = await ask('shop.status', {})
      const shop = status.kind === 'open' ? [status.name] : []
      const asOf = fullTime(instant(Date.now()), marketFacts.IN.zone)
      const text = svgOf(drawingIn(plot.current), { title, legend, note: [...words, ...shop, asOf].join(' · ') })
      if (kind === 'svg') return ask('sheets.saveChart', { ...label, kind, text })
      return ask('sheets.saveChart', { ...label, kind, bytes: await base64Of(await pngOf(text)) })
    })
    setBusy(false)
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label="Take away">
          <ActionIcon aria-label={`Take away: ${name}`} loading={busy}>
            <IconDownload size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileTypePng size={16} aria-hidden />} onClick={() => void take('png')}>
          Picture (PNG)
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypeSvg size={16} aria-hidden />} onClick={() => void take('svg')}>
          Drawing (SVG)
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypeCsv size={16} aria-hidden />} onClick={() => void take('csv')}>
          Numbers (CSV)
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** As the request takes it: lists of its own. */
const copyOf = ({ columns, rows }: ChartTable) => ({
  columns: columns.map((column) => ({ ...column })),
  rows: rows.map((row) => [...row]),
})

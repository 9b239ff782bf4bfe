import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core'
import { IconFileSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { marketFacts, markets, type Market } from '../../../shared/campaigns/market'
import type { ChosenSettlement, ReconcileReport } from '../../../shared/reports/reconcile/requests'
import { amountUnits, type AmountUnit } from '../../../shared/reports/reconcile/settlementFile'
import { ask } from '../../api'
import { ImportProgress } from '../../sheets/ImportProgress'
import { useFileSteps } from '../../sheets/useFileSteps'
import { EmptyState } from '../../ui/EmptyState'
import { FieldError } from '../../ui/FieldError'
import { PageShell } from '../../ui/PageShell'
import { Panel } from '../../ui/Panel'
import { ReconcileReportView } from './ReconcileReportView'
import classes from './money.module.css'

interface Work {
  readonly chosen: ChosenSettlement
  readonly market: Market
  readonly unit: AmountUnit
  readonly report: ReconcileReport | null
}

const unitWords: Readonly<Record<AmountUnit, string>> = {
  smallest: 'Smallest units (paise): 109900',
  whole: 'Whole units (rupees): 1099.00',
}

/** A gateway's settlement file held against what is on record, line by line. Changes nothing. */
export function ReconcilePage() {
  const { deed, busy, problem, run } = useFileSteps()
  const [work, setWork] = useState<Work | null>(null)
  const choose = () =>
    run(async () => {
      const chosen = await ask('sheets.chooseSettlement', {})
      if (chosen !== null) setWork({ chosen, market: work?.market ?? 'IN', unit: chosen.unit, report: null })
    })
  const reconcile = (of: Work) =>
    run(async () => {
      const { chosen, market, unit } = of
      setWork({ ...of, report: null })
      setWork({ ...of, report: await ask('sheets.reconcile', { fileId: chosen.fileId, market, unit }) })
    })
  const chooseButton = (
    <Button variant={work === null ? 'filled' : 'default'} disabled={busy} onClick={() => void choose()}>
      {work === null ? 'Choose a settlement file' : 'Choose another file'}
    </Button>
  )
  return (
    <PageShell
      title="Reconcile"
      crumbs={[
        { label: 'Reports', link: { to: '/reports' } },
        { label: 'Money', link: { to: '/reports/money' } },
      ]}
      secondary={work === null ? undefined : chooseButton}
    >
      <div className={classes.stack}>
        {deed !== null && <ImportProgress deed={deed} />}
        {problem !== null && <FieldError>{problem.message}</FieldError>}
        {work === null ? (
          <EmptyState icon={IconFileSearch} title="No file chosen" action={chooseButton}>
            The gateway’s settlement report as CSV. Every line is held against the payments and refunds on record;
            nothing is changed, so the same file can be taken as often as you like.
          </EmptyState>
        ) : (
          <Reading work={work} busy={busy} onChange={setWork} onReconcile={() => void reconcile(work)} />
        )}
        {work !== null && work.report !== null && <ReconcileReportView report={work.report} />}
      </div>
    </PageShell>
  )
}

interface ReadingProps {
  readonly work: Work
  readonly busy: boolean
  readonly onChange: (work: Work) => void
  readonly onReconcile: () => void
}

/** How the file is to be read: what was found out, and what a person knows better. */
function Reading({ work, busy, onChange, onReconcile }: ReadingProps) {
  return (
    <Panel
      title={work.chosen.file}
      side={
        <Button size="xs" disabled={busy} onClick={onReconcile}>
          Reconcile
        </Button>
      }
    >
      <Group align="flex-end" gap="md">
        <Select
          label="Market"
          data={markets.map((value) => ({ value, label: marketFacts[value].name }))}
          value={work.market}
          allowDeselect={false}
          disabled={busy}
          onChange={(value) => {
            const known = markets.find((each) => each === value)
            if (known !== undefined) onChange({ ...work, market: known, report: null })
          }}
        />
        <SegmentedControl
          aria-label="Amounts in the file"
          value={work.unit}
          disabled={busy}
          onChange={(unit) => onChange({ ...work, unit, report: null })}
          data={amountUnits.map((value) => ({ value, label: unitWords[value] }))}
        />
      </Group>
      <Text className={classes.quiet} mt="xs">
        {work.unit === work.chosen.unit
          ? 'As the amounts in the file look.'
          : 'The amounts in the file look otherwise.'}
      </Text>
    </Panel>
  )
}

import { Button } from '@mantine/core'
import { IconFileSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { Market } from '../../../shared/campaigns/market'
import type { ChosenSettlement, ReconcileReport } from '../../../shared/reports/reconcile/requests'
import type { SettlementMapping } from '../../../shared/reports/reconcile/settlementFields'
import type { AmountUnit } from '../../../shared/reports/reconcile/settlementFile'
import { ask } from '../../api'
import { ImportProgress } from '../../sheets/ImportProgress'
import { useFileSteps } from '../../sheets/useFileSteps'
import { EmptyState } from '../../ui/EmptyState'
import { FieldError } from '../../ui/FieldError'
import { PageShell } from '../../ui/PageShell'
import { ReconcileReportView } from './ReconcileReportView'
import { SettlementReading } from './SettlementReading'
import classes from './money.module.css'

interface Work {
  readonly chosen: ChosenSettlement
  readonly mapping: SettlementMapping
  readonly market: Market
  /** Null until somebody says it. */
  readonly unit: AmountUnit | null
  /** Whether which column is what is being said. */
  readonly saying: boolean
  readonly report: ReconcileReport | null
}

/** A gateway's settlement file held against what is on record, line by line. Changes nothing there. */
export function ReconcilePage() {
  const { deed, busy, problem, run } = useFileSteps()
  const [work, setWork] = useState<Work | null>(null)
  const choose = () =>
    run(async () => {
      const chosen = await ask('sheets.chooseSettlement', {})
      if (chosen === null) return
      const { mapping, unit, known } = chosen
      setWork({ chosen, mapping, market: work?.market ?? 'IN', unit, saying: !known, report: null })
    })
  const reconcile = (of: Work, unit: AmountUnit) =>
    run(async () => {
      const { chosen, mapping, market } = of
      setWork({ ...of, report: null })
      const report = await ask('sheets.reconcile', { fileId: chosen.fileId, mapping: { ...mapping }, market, unit })
      setWork({ ...of, saying: false, report })
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
            The gateway’s settlement report as CSV. Every line is held against the payments and refunds on record, which
            stay as they are, so the same file can be taken as often as you like.
          </EmptyState>
        ) : (
          <SettlementReading
            chosen={work.chosen}
            reading={work}
            wrong={problem?.field ?? null}
            busy={busy}
            tried={work.report !== null}
            onChange={(change) => setWork({ ...work, ...change, report: null })}
            onReconcile={(unit) => void reconcile(work, unit)}
          />
        )}
        {work !== null && work.report !== null && <ReconcileReportView report={work.report} />}
      </div>
    </PageShell>
  )
}

import { Button } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { importFields, type ImportMapping } from '../../shared/sheets/importFields'
import type { ChosenImport, ImportReport } from '../../shared/sheets/requests'
import { ask } from '../api'
import { orderCount } from '../ui/counts'
import { EmptyState } from '../ui/EmptyState'
import { FieldError } from '../ui/FieldError'
import { PageShell } from '../ui/PageShell'
import { ImportProgress } from './ImportProgress'
import { ImportReportPanel } from './ImportReportPanel'
import { MappingPanel } from './MappingPanel'
import { useFileSteps } from './useFileSteps'
import classes from './imports.module.css'

/** What is known of the file so far. */
interface Work {
  readonly chosen: ChosenImport
  readonly mapping: ImportMapping
  readonly report: ImportReport | null
  /** Orders that are in. */
  readonly done: number | null
}

/** Orders of a storefront's file: choose it, say which column is what, look at what would come, import all of it or nothing. */
export function ImportPage() {
  const { deed, busy, problem, run, fail } = useFileSteps()
  const [work, setWork] = useState<Work | null>(null)
  const choose = () =>
    run(async () => {
      const chosen = await ask('sheets.chooseImport', {})
      if (chosen !== null) setWork({ chosen, mapping: chosen.mapping, report: null, done: null })
    })
  const rehearse = ({ chosen, mapping, done }: Work) =>
    run(async () => {
      const report = await ask('sheets.rehearseImport', { fileId: chosen.fileId, mapping: { ...mapping } })
      setWork({ chosen, mapping, report, done })
    })
  const start = (rehearsed: Work, orders: number) =>
    run(async () => {
      const { chosen, mapping } = rehearsed
      const made = await ask('sheets.startImport', { fileId: chosen.fileId, mapping: { ...mapping }, orders })
      setWork({ ...rehearsed, done: made.orders })
    })

  const chooseButton = (
    <Button variant={work === null ? 'filled' : 'default'} disabled={busy} onClick={() => void choose()}>
      {work === null ? 'Choose a CSV file' : 'Choose another file'}
    </Button>
  )
  return (
    <PageShell
      title="Import orders"
      crumbs={[{ label: 'Orders', link: { to: '/orders' } }]}
      secondary={work === null ? undefined : chooseButton}
    >
      <div className={classes.stack}>
        {deed !== null && <ImportProgress deed={deed} />}
        {problem !== null && <FieldError>{problem.message}</FieldError>}
        {work === null ? (
          <EmptyState icon={IconTableImport} title="No file chosen" action={chooseButton}>
            A CSV file of the storefront’s orders. You say once which column is what; then every row is tried by the
            rules of placing and paying, and nothing is changed until you import all of it.
          </EmptyState>
        ) : work.done !== null ? (
          <Done orders={work.done} />
        ) : (
          <>
            <MappingPanel
              chosen={work.chosen}
              fields={importFields}
              knownFrom="storefronts"
              mapping={work.mapping}
              wrong={problem?.field ?? null}
              busy={busy}
              next="Try every row"
              ready
              tried={work.report !== null}
              onChange={(mapping) => setWork({ ...work, mapping, report: null })}
              onNext={() => void rehearse(work)}
            />
            {work.report !== null && (
              <ImportReportPanel
                report={work.report}
                busy={busy}
                onImport={(orders) => void start(work, orders)}
                onProblem={fail}
              />
            )}
          </>
        )}
      </div>
    </PageShell>
  )
}

function Done({ orders }: { readonly orders: number }) {
  return (
    <div role="status">
      <EmptyState
        icon={IconTableImport}
        title={`${orderCount(orders)} imported`}
        action={<Button renderRoot={(props) => <Link to="/orders" {...props} />}>Look at the orders</Button>}
      >
        All of them are saved. The same file again adds nothing.
      </EmptyState>
    </div>
  )
}

import { Autocomplete, Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { BulkJobId } from '../../shared/ids'
import { courierFields, type CourierMapping } from '../../shared/sheets/courierFields'
import type { ChosenCourierFile, CourierReport } from '../../shared/sheets/requests'
import { ask, useCommand } from '../api'
import { deedTitle } from '../bulk/deedWords'
import { carriers } from '../orders/carriers'
import { ImportProgress } from '../sheets/ImportProgress'
import { MappingPanel } from '../sheets/MappingPanel'
import { useFileSteps } from '../sheets/useFileSteps'
import { EmptyState } from '../ui/EmptyState'
import { FieldError } from '../ui/FieldError'
import { notifyRefused, notifySaved } from '../ui/notify'
import { PageShell } from '../ui/PageShell'
import { CourierReportPanel } from './CourierReportPanel'
import classes from './shipping.module.css'

/** What is known of the file so far. */
interface Work {
  readonly chosen: ChosenCourierFile
  readonly mapping: CourierMapping
  readonly carrier: string
  readonly report: CourierReport | null
}

/** Tracking numbers from a courier's file: choose it, say which column is what, look at what each row would do, start. */
export function CourierFilePage() {
  const { deed, busy, problem, run } = useFileSteps()
  const [work, setWork] = useState<Work | null>(null)
  const navigate = useNavigate()
  const starting = useCommand('bulk.start')
  const choose = () =>
    run(async () => {
      const chosen = await ask('sheets.chooseCourierFile', {})
      if (chosen !== null) setWork({ chosen, mapping: chosen.mapping, carrier: chosen.carrier, report: null })
    })
  const rehearse = ({ chosen, mapping, carrier }: Work) =>
    run(async () => {
      const reading = { fileId: chosen.fileId, mapping: { ...mapping }, carrier }
      setWork({ chosen, mapping, carrier, report: await ask('sheets.rehearseCourierFile', reading) })
    })
  const start = async (rehearsalId: BulkJobId, orders: number) => {
    const started = await starting.run({ rehearsalId })
    if (!started.ok) {
      notifyRefused(started.refusal)
      return
    }
    notifySaved(`Started: ${deedTitle.track(orders)}.`)
    void navigate({ to: '/bulk/$jobId', params: { jobId: rehearsalId } })
  }

  const chooseButton = (
    <Button variant={work === null ? 'filled' : 'default'} disabled={busy} onClick={() => void choose()}>
      {work === null ? 'Choose a CSV file' : 'Choose another file'}
    </Button>
  )
  return (
    <PageShell
      title="Courier’s file"
      crumbs={[{ label: 'Shipping', link: { to: '/shipping' } }]}
      secondary={work === null ? undefined : chooseButton}
    >
      <div className={classes.stack}>
        {deed !== null && <ImportProgress deed={deed} />}
        {problem !== null && <FieldError>{problem.message}</FieldError>}
        {work === null ? (
          <EmptyState icon={IconFileImport} title="No file chosen" action={chooseButton}>
            A CSV file in which the courier tells the tracking numbers of our orders. Paid orders ship with their
            numbers, orders that shipped without one get it, and nothing is changed until every row was tried.
          </EmptyState>
        ) : (
          <>
            <MappingPanel
              chosen={work.chosen}
              fields={courierFields}
              knownFrom="couriers"
              mapping={work.mapping}
              wrong={problem?.field ?? null}
              busy={busy}
              next="Try every row"
              ready
              tried={work.report !== null}
              onChange={(mapping) => setWork({ ...work, mapping, report: null })}
              onNext={() => void rehearse(work)}
            >
              <Autocomplete
                className={classes.carrier ?? ''}
                label="Carrier of rows that name none"
                openOnFocus={false}
                data={carriers}
                disabled={busy}
                value={work.carrier}
                onChange={(carrier) => setWork({ ...work, carrier, report: null })}
              />
            </MappingPanel>
            {work.report !== null && (
              <CourierReportPanel
                report={work.report}
                busy={busy || starting.running}
                onStart={(rehearsalId, orders) => void start(rehearsalId, orders)}
              />
            )}
          </>
        )}
      </div>
    </PageShell>
  )
}

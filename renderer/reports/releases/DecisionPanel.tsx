import { Button, Group, SegmentedControl, Textarea } from '@mantine/core'
import { useState } from 'react'
import { releaseChoices, type ReleaseChoice, type ReleaseDecision } from '../../../shared/campaigns/releaseDecision'
import type { ReleaseReport } from '../../../shared/reports/release/releaseReport'
import { fullTime, type Zone } from '../../../shared/time'
import { useCommand } from '../../api'
import { FieldError } from '../../ui/FieldError'
import { errorsFrom, generalField } from '../../ui/formErrors'
import { notifySaved } from '../../ui/notify'
import { Panel } from '../../ui/Panel'
import { decisionWords } from './decisionWords'
import classes from './releases.module.css'

/** What was decided about the product, newest first, and the place to decide it. */
export function DecisionPanel({ report }: { readonly report: ReleaseReport }) {
  const { decisions, zone } = report
  const [deciding, setDeciding] = useState(decisions.length === 0)
  const [last, ...former] = decisions.toReversed()
  return (
    <Panel
      title={last === undefined ? 'To be decided' : `Decided: ${decisionWords[last.choice].past}`}
      side={
        !deciding && (
          <Button size="xs" variant="default" onClick={() => setDeciding(true)}>
            Decide anew
          </Button>
        )
      }
    >
      {last !== undefined && <Decision decision={last} zone={zone} />}
      {former.length > 0 && (
        <>
          <p className={classes.quiet}>Before that</p>
          {former.map((decision) => (
            <Decision key={decision.at} decision={decision} zone={zone} />
          ))}
        </>
      )}
      {deciding && <DecisionForm report={report} onDecided={() => setDeciding(false)} />}
    </Panel>
  )
}

function Decision({ decision, zone }: { readonly decision: ReleaseDecision; readonly zone: Zone }) {
  const { choice, reasons, changes, at, byName } = decision
  return (
    <div className={classes.decision}>
      <strong>{decisionWords[choice].label}</strong>
      <p>{reasons}</p>
      {changes !== '' && <p>Changes: {changes}</p>}
      <p className={classes.quiet}>
        {byName}, {fullTime(at, zone)}
      </p>
    </div>
  )
}

interface DecisionFormProps {
  readonly report: ReleaseReport
  readonly onDecided: () => void
}

function DecisionForm({ report: { campaignId, outcome }, onDecided }: DecisionFormProps) {
  const open = releaseChoices.filter((choice) => choice !== 'release' || outcome === 'succeeded')
  const { run, running } = useCommand('reports.decide')
  const [choice, setChoice] = useState<ReleaseChoice>(outcome === 'succeeded' ? 'release' : 'relaunch')
  const [reasons, setReasons] = useState('')
  const [changes, setChanges] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const decide = async () => {
    const result = await run({ campaignId, choice, reasons, changes: choice === 'relaunch' ? changes : '' })
    setErrors(result.ok ? {} : errorsFrom(result.refusal))
    if (!result.ok) return
    notifySaved(`Decided: ${decisionWords[choice].past}.`)
    onDecided()
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void decide()
      }}
    >
      <FieldError>{errors[generalField] ?? errors['choice']}</FieldError>
      <SegmentedControl
        aria-label="What becomes of the product"
        value={choice}
        onChange={setChoice}
        data={open.map((value) => ({ value, label: decisionWords[value].label }))}
      />
      {outcome === 'failed' && (
        <p className={classes.quiet}>A product whose campaign failed is off the market: it is relaunched or dropped.</p>
      )}
      <Textarea
        label="Reasons"
        description="What in these numbers decided it. Kept for whoever tries this product again."
        autosize
        minRows={3}
        value={reasons}
        error={errors['reasons']}
        onChange={({ currentTarget }) => setReasons(currentTarget.value)}
      />
      {choice === 'relaunch' && (
        <Textarea
          label="What the relaunch does otherwise"
          autosize
          minRows={2}
          value={changes}
          error={errors['changes']}
          onChange={({ currentTarget }) => setChanges(currentTarget.value)}
        />
      )}
      <Group>
        <Button type="submit" loading={running}>
          Record the decision
        </Button>
      </Group>
    </form>
  )
}

import { Button, Checkbox, Group, Modal, Stack } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { FieldError } from './FieldError'
import classes from './Consequences.module.css'

interface ConsequencesDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  /** A question or a deed: "Cancel 2 units of 100042-7". */
  readonly title: string
  /** What will be true afterwards, each a sentence. */
  readonly facts: readonly ReactNode[]
  /** Says what it does with the amount: "Cancel 2 units — ₹2,198 owed back". */
  readonly confirmLabel: string
  /** Fields that the deed needs: a reason, a password. */
  readonly choice?: ReactNode
  /** False until the choice is complete. */
  readonly ready?: boolean | undefined
  /** A sentence that must be ticked first, for what cannot be undone. */
  readonly acknowledge?: string | undefined
  readonly cancelLabel?: string | undefined
  readonly error?: ReactNode
  readonly running?: boolean | undefined
  readonly onConfirm: () => void
}

/** The dialog before money moves or something ends: consequences as facts, the safe choice focused. */
export function ConsequencesDialog(props: ConsequencesDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} size="lg">
      <ConsequencesForm {...props} />
    </Modal>
  )
}

function ConsequencesForm(props: ConsequencesDialogProps) {
  const { facts, choice, ready = true, acknowledge, running = false } = props
  const [acknowledged, setAcknowledged] = useState(false)
  const may = ready && !running && (acknowledge === undefined || acknowledged)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (may) props.onConfirm()
      }}
    >
      <Stack gap="md">
        <FieldError>{props.error}</FieldError>
        <ul className={classes.facts}>
          {facts.map((fact, index) => (
            <li key={index}>{fact}</li>
          ))}
        </ul>
        {choice}
        {acknowledge !== undefined && (
          <Checkbox
            label={acknowledge}
            checked={acknowledged}
            onChange={({ currentTarget }) => setAcknowledged(currentTarget.checked)}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose} data-autofocus>
            {props.cancelLabel ?? 'Leave it as it is'}
          </Button>
          <Button type="submit" color="red" loading={running} disabled={!may}>
            {props.confirmLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

import { Input, SegmentedControl } from '@mantine/core'

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** One of two or three, as a field beside others. */
export function Choice<Value extends string>({ label, choices, value, onChange }: ChoiceProps<Value>) {
  return (
    <Input.Wrapper label={label} labelElement="div">
      <div>
        <SegmentedControl
          size="sm"
          aria-label={label}
          data={choices.map((choice) => ({ ...choice }))}
          value={value}
          onChange={onChange}
        />
      </div>
    </Input.Wrapper>
  )
}

import { Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { Panel } from '../../ui/Panel'
import { UnitsInput } from '../../ui/UnitsInput'
import { Choice } from '../Choice'
import type { TermsEditing } from './useTermsEditor'

/** How orders are taken: time to pay, limits, and when they are shipped. */
export function LimitFields({ editing }: { readonly editing: TermsEditing }) {
  const { form, errors, change } = editing
  return (
    <>
      <Panel title="Orders">
        <SimpleGrid cols={3} spacing="md">
          <UnitsInput
            label="Payment window, minutes"
            description="An order that is not paid within it lapses."
            max={7 * 24 * 60}
            value={form.paymentWindowMinutes}
            error={errors.paymentWindowMinutes}
            onChange={(paymentWindowMinutes) => change({ paymentWindowMinutes })}
          />
          <UnitsInput
            label="Cap on units"
            description="Most units in all. Empty: no cap."
            placeholder="No cap"
            value={form.cap}
            error={errors.cap}
            onChange={(cap) => change({ cap })}
          />
          <UnitsInput
            label="Limit per supporter"
            description="Most units for one phone number."
            placeholder="No limit"
            value={form.perSupporterLimit}
            error={errors.perSupporterLimit}
            onChange={(perSupporterLimit) => change({ perSupporterLimit })}
          />
        </SimpleGrid>
      </Panel>
      <Panel title="Shipping promise">
        <Stack gap="sm">
          <Group align="start">
            <UnitsInput
              label="Ships within, days"
              max={365}
              value={form.promiseDays}
              error={errors.promiseDays}
              w={260}
              onChange={(promiseDays) => change({ promiseDays })}
            />
            <Choice
              label="Counted from"
              choices={[
                { value: 'order', label: 'Order date' },
                { value: 'funding', label: 'Funding date' },
              ]}
              value={form.promiseBase}
              onChange={(promiseBase) => change({ promiseBase })}
            />
          </Group>
          <Text size="sm" c="dimmed">
            Orders are shipped only once the campaign is funded.
          </Text>
        </Stack>
      </Panel>
    </>
  )
}

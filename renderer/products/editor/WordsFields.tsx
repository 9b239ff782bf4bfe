import { Stack, TextInput, Textarea } from '@mantine/core'
import { Panel } from '../../ui/Panel'
import { fieldPlace } from './fieldNames'
import { ListField } from './ListField'
import type { ProductDraft } from './useProductDraft'
import { blankHighlight, blankSpecification } from './productForm'

interface FieldsProps {
  readonly draft: ProductDraft
}

/** What supporters read first: name, tagline and description. */
export function WordsFields({ draft }: FieldsProps) {
  const { form, errors, change } = draft
  return (
    <Panel title="What supporters read">
      <Stack gap="sm">
        <div id={fieldPlace('name')}>
          <TextInput
            label="Name"
            value={form.name}
            error={errors.name}
            maxLength={120}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        </div>
        <div id={fieldPlace('tagline')}>
          <TextInput
            label="Tagline"
            description="One line under the name."
            value={form.tagline}
            error={errors.tagline}
            maxLength={200}
            onChange={(event) => change({ tagline: event.currentTarget.value })}
          />
        </div>
        <div id={fieldPlace('description')}>
          <Textarea
            label="Description"
            description="An empty line begins a new paragraph."
            minRows={4}
            maxRows={16}
            value={form.description}
            error={errors.description}
            maxLength={20_000}
            onChange={(event) => change({ description: event.currentTarget.value })}
          />
        </div>
      </Stack>
    </Panel>
  )
}

/** Highlights and specifications, written line by line. */
export function ListsFields({ draft }: FieldsProps) {
  const { form, errors, change } = draft
  return (
    <Panel title="What it can do">
      <Stack gap="lg">
        <div id={fieldPlace('highlights')}>
          <ListField
            label="Highlights"
            one="highlight"
            help="What makes it worth supporting, one short line each."
            rows={form.highlights}
            most={20}
            error={errors.highlights}
            blank={blankHighlight}
            onChange={(highlights) => change({ highlights })}
          >
            {(line, index, set) => (
              <TextInput
                flex={1}
                aria-label={`Highlight ${String(index + 1)}`}
                value={line.text}
                maxLength={200}
                onChange={(event) => set({ ...line, text: event.currentTarget.value })}
              />
            )}
          </ListField>
        </div>
        <div id={fieldPlace('specifications')}>
          <ListField
            label="Specifications"
            one="specification"
            help="Facts to compare: a name and its value."
            rows={form.specifications}
            most={60}
            error={errors.specifications}
            blank={blankSpecification}
            onChange={(specifications) => change({ specifications })}
          >
            {(line, index, set) => (
              <>
                <TextInput
                  w="34%"
                  aria-label={`Specification ${String(index + 1)}, name`}
                  placeholder="Battery"
                  value={line.name}
                  maxLength={80}
                  onChange={(event) => set({ ...line, name: event.currentTarget.value })}
                />
                <TextInput
                  flex={1}
                  aria-label={`Specification ${String(index + 1)}, value`}
                  placeholder="97 mAh"
                  value={line.value}
                  maxLength={400}
                  onChange={(event) => set({ ...line, value: event.currentTarget.value })}
                />
              </>
            )}
          </ListField>
        </div>
      </Stack>
    </Panel>
  )
}

import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Picture } from '../../../shared/products/product'
import { PictureImage } from '../PictureImage'
import classes from '../pictures.module.css'

interface PictureCardProps {
  readonly picture: Picture
  /** From zero. */
  readonly place: number
  readonly onMove: (by: -1 | 1) => void
  /** Answers why it was refused, or null. */
  readonly onDescribe: (description: string) => Promise<string | null>
  readonly onRemove: () => Promise<void>
}

const steps: Readonly<Record<string, -1 | 1 | undefined>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }

export function PictureCard({ picture, place, onMove, onDescribe, onRemove }: PictureCardProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: picture.id,
  })
  const name = `picture ${String(place + 1)}`
  return (
    <li
      ref={setNodeRef}
      className={isDragging ? classes.lifted : undefined}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      onKeyDown={(event) => {
        const step = steps[event.key]
        if (!event.altKey || step === undefined) return
        event.preventDefault()
        onMove(step)
      }}
    >
      <Stack gap={6}>
        <button
          ref={setActivatorNodeRef}
          type="button"
          className={classes.handle}
          {...attributes}
          {...listeners}
          aria-label={`Move ${name}${picture.description === '' ? '' : `, ${picture.description}`}`}
        >
          <span className={classes.frame}>
            <PictureImage picture={picture} decorative />
          </span>
        </button>
        <Description picture={picture} name={name} onDescribe={onDescribe} />
        <Group justify="space-between" wrap="nowrap" gap={4}>
          <Text size="xs" c="dimmed">
            {picture.width} × {picture.height} · {Math.max(1, Math.round(picture.bytes / 1000))} kB
          </Text>
          <Remove name={name} onRemove={onRemove} />
        </Group>
      </Stack>
    </li>
  )
}

type DescriptionProps = Pick<PictureCardProps, 'picture' | 'onDescribe'> & { readonly name: string }

/** What a picture shows, saved when the field is left or Enter is pressed. */
function Description({ picture, name, onDescribe }: DescriptionProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const save = async () => {
    if (typed === null || typed.trim() === picture.description) {
      setTyped(null)
      return
    }
    const why = await onDescribe(typed)
    setRefused(why)
    if (why === null) setTyped(null)
  }
  return (
    <TextInput
      size="xs"
      aria-label={`Description of ${name}`}
      placeholder="What it shows"
      value={typed ?? picture.description}
      error={refused}
      maxLength={200}

      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save()
      }}
    />
  )
}

function Remove({ name, onRemove }: { readonly name: string; readonly onRemove: () => Promise<void> }) {
  const [asking, setAsking] = useState(false)
  return (
    <Popover opened={asking} onChange={setAsking} trapFocus returnFocus withArrow>
      <Popover.Target>
        <ActionIcon aria-label={`Remove ${name}`} onClick={() => setAsking(true)}>
          <IconTrash size={14} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="sm">The picture and its file are removed for good.</Text>
          <Group gap="xs" justify="end">
            <Button variant="default" size="xs" data-autofocus onClick={() => setAsking(false)}>
              Keep it
            </Button>
            <Button
              color="red"
              size="xs"
              onClick={() => {
                setAsking(false)
                void onRemove()
              }}
            >
              Remove {name}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

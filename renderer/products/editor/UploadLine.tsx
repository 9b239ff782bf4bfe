import { ActionIcon, Alert, Group, Progress, Text } from '@mantine/core'
import { IconPhotoOff, IconX } from '@tabler/icons-react'
import type { Upload } from './usePictureUploads'

interface UploadLineProps {
  readonly upload: Upload
  readonly onPutAway: () => void
}

const stepWords = { waiting: 'waiting', reading: 'reading and making its thumbnail', saving: 'saving' } as const
const stepShares = { waiting: 5, reading: 40, saving: 80 } as const

/** How far a file is on its way to being a picture, or why it did not become one. */
export function UploadLine({ upload, onPutAway }: UploadLineProps) {
  const { fileName, step, why } = upload
  if (step === 'refused') {
    return (
      <Alert color="red" role="alert" icon={<IconPhotoOff size={18} aria-hidden />} title={`${fileName} was not added`}>
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{why}</Text>
          <ActionIcon onClick={onPutAway} aria-label={`Put the message about ${fileName} away`}>
            <IconX size={16} />
          </ActionIcon>
        </Group>
      </Alert>
    )
  }
  return (
    <div role="status">
      <Text size="xs" c="dimmed">
        {fileName}: {stepWords[step]}
      </Text>
      <Progress size="sm" value={stepShares[step]} aria-label={`Adding ${fileName}`} />
    </div>
  )
}

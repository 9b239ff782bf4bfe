import { DndContext, KeyboardSensor, PointerSensor, closestCenter, useSensor, useSensors } from '@dnd-kit/core'
import { SortableContext, rectSortingStrategy, sortableKeyboardCoordinates } from '@dnd-kit/sortable'
import { Button, FileButton, Stack, Text } from '@mantine/core'
import { IconPhotoPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState, type DragEvent } from 'react'
import type { PictureId } from '../../../shared/ids'
import type { Product } from '../../../shared/products/product'
import { useCommand } from '../../api'
import { notifyRefused } from '../../ui/notify'
import { Panel } from '../../ui/Panel'
import classes from '../pictures.module.css'
import { fieldPlace } from './fieldNames'
import { PictureCard } from './PictureCard'
import { UploadLine } from './UploadLine'
import { usePictureUploads } from './usePictureUploads'
import { usePictureOrder } from './usePictureOrder'

interface PicturesFieldProps {
  readonly product: Product
}

const filesOf = (data: DataTransfer | null): readonly File[] => Array.from(data?.files ?? [])

/** The product's pictures: dropped, pasted or chosen; put in order, described and removed. */
export function PicturesField({ product }: PicturesFieldProps) {
  const { uploads, add, putAway } = usePictureUploads(product.id)
  const [over, setOver] = useState(false)
  const reset = useRef<() => void>(null)
  usePastedFiles(add)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    add(filesOf(event.dataTransfer))
  }
  const choose = (
    <FileButton
      accept="image/png,image/jpeg,image/webp"
      multiple
      resetRef={reset}
      onChange={(files) => {
        add(files)
        // So that the same file can be chosen again.
        reset.current?.()
      }}
    >
      {(button) => (
        <Button {...button} variant="default" size="xs" leftSection={<IconPhotoPlus size={16} aria-hidden />}>
          Choose pictures
        </Button>
      )}
    </FileButton>
  )
  return (
    <div
      id={fieldPlace('pictures')}
      className={classes.dropPlace}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Panel title="Pictures" side={choose}>
        <Stack gap="sm">
          {product.pictures.length === 0 && uploads.length === 0 && (
            <Text size="sm" c="dimmed">
              Drop pictures here, paste one, or choose files. PNG, JPEG or WebP, 10 MB each.
            </Text>
          )}
          <PictureGrid product={product} />
          {uploads.map((upload) => (
            <UploadLine key={upload.key} upload={upload} onPutAway={() => putAway(upload.key)} />
          ))}
          {product.pictures.length > 0 && (
            <Text size="xs" c="dimmed">
              The first picture stands for the product in lists. Drop or paste more here; drag one, or press Alt with an
              arrow key, to change the order.
            </Text>
          )}
        </Stack>
      </Panel>
    </div>
  )
}

function PictureGrid({ product }: PicturesFieldProps) {
  const { pictures, move } = usePictureOrder(product)
  const remove = useCommand('products.removePicture')
  const describe = useCommand('products.describePicture')
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const ids = pictures.map((picture) => picture.id)
  if (pictures.length === 0) return null
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={({ active, over }) => {
        const to = ids.indexOf(over?.id as PictureId)
        if (to !== -1) move(active.id as PictureId, to)
      }}
    >
      <SortableContext items={ids} strategy={rectSortingStrategy}>
        <ul className={classes.grid}>
          {pictures.map((picture, index) => (
            <PictureCard
              key={picture.id}
              picture={picture}
              place={index}

              onMove={(by) => move(picture.id, index + by)}
              onDescribe={async (description) => {
                const reply = await describe.run({ id: product.id, pictureId: picture.id, description })
                return reply.ok ? null : reply.refusal.message
              }}
              onRemove={async () => {
                const reply = await remove.run({ id: product.id, pictureId: picture.id })
                if (!reply.ok) notifyRefused(reply.refusal)
              }}
            />
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  )
}

/** A picture that is pasted anywhere on the page is meant for the product; text goes into its field as always. */
function usePastedFiles(add: (files: readonly File[]) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = filesOf(event.clipboardData)
      if (files.length === 0) return
      event.preventDefault()
      add(files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [add])
}

import { Stack } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import type { Missing } from '../../../shared/products/missing'
import type { Product } from '../../../shared/products/product'
import { Panel } from '../../ui/Panel'
import classes from './editor.module.css'
import { goToField } from './fieldNames'

interface ChecklistProps {
  readonly product: Product
  /** What is missing in what stands in the fields now. */
  readonly missing: readonly Missing[]
  readonly mayEdit: boolean
}

/** What a draft still needs before it is ready; each line leads to its field. */
export function Checklist({ product, missing, mayEdit }: ChecklistProps) {
  if (product.archivedAt !== null || product.readyAt !== null) return null
  return (
    <Panel title={missing.length === 0 ? 'Nothing is missing' : `Missing before ready: ${String(missing.length)}`}>
      <Stack gap="xs">
        {missing.length === 0 ? (
          <div className={classes.met}>
            <IconCircleCheck size={18} aria-hidden />
            {mayEdit ? 'Look at the preview, then mark it ready.' : 'A merchandiser can mark it ready.'}
          </div>
        ) : (
          <ul className={classes.needs}>
            {missing.map(({ field, what }) => (
              <li key={field}>
                <button type="button" className={classes.need} onClick={() => goToField(field)}>
                  <IconCircleDashed size={16} aria-hidden />
                  {what}
                </button>
              </li>
            ))}
          </ul>
        )}
        <p className={classes.note}>A campaign can be drafted meanwhile. It is launched once the product is ready.</p>
      </Stack>
    </Panel>
  )
}

import { Kbd, Modal } from '@mantine/core'
import { Fragment } from 'react'
import { useSession } from '../session/useSession'
import classes from './KeyMap.module.css'
import { placesFor } from './places'

interface KeyMapProps {
  readonly opened: boolean
  readonly onClose: () => void
}

const everywhere: readonly (readonly [readonly string[], string])[] = [
  [['Ctrl', 'K'], 'Find anything'],
  [['/'], 'Search this list'],
  [['Esc'], 'Back'],
  [['Ctrl', 'Shift', 'N'], 'Another window'],
  [['?'], 'This map'],
]

const inLists: readonly (readonly [readonly string[], string])[] = [
  [['j'], 'Next row, also ↓'],
  [['k'], 'Row before, also ↑'],
  [['Enter'], 'Open the row'],
  [['x'], 'Select the row'],
  [['Shift', 'x'], 'Select all rows from the one before'],
]

const onAnOrder: readonly (readonly [readonly string[], string])[] = [
  [['a'], 'Assign to me'],
  [['n'], 'Write a note'],
  [['y'], 'Ready replies; Enter copies'],
]

/** Every key that the program listens to. */
export function KeyMap({ opened, onClose }: KeyMapProps) {
  const { who } = useSession()
  const goTo = placesFor(who.roles).map(({ key, label }) => [['g', key], label] as const)
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" size="xl">
      <div className={classes.map}>
        <KeyGroup title="Everywhere" keys={everywhere} />
        <KeyGroup title="In lists" keys={inLists} />
        <KeyGroup title="On an order" keys={onAnOrder} />
        <KeyGroup title="Go to" keys={goTo} />
      </div>
    </Modal>
  )
}

interface KeyGroupProps {
  readonly title: string
  readonly keys: readonly (readonly [readonly string[], string])[]
}

function KeyGroup({ title, keys }: KeyGroupProps) {
  return (
    <section>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.keys}>
        {keys.map(([pressed, what]) => (
          <Fragment key={what}>
            <dt>
              {pressed.map((key) => (
                <Kbd key={key} size="sm" mr={4}>
                  {key}
                </Kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}

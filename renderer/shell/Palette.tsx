import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { chooseFirstFind, palette, paletteStore } from './paletteStore'
import classes from './Palette.module.css'
import { usePaletteFinds, type Find } from './usePaletteFinds'

const typingPause = 60

/** Ctrl K: pages, actions, products, campaigns and, for whoever may see them, supporters and orders. */
export function Palette() {
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), typingPause)
  const [opened, setOpened] = useState(false)
  return (
    <Spotlight.Root
      store={paletteStore}
      query={typed}
      onQueryChange={setTyped}
      onSpotlightOpen={() => setOpened(true)}
      onSpotlightClose={() => setOpened(false)}
      tagsToIgnore={[]}
      scrollable
      maxHeight={480}
      size={640}
      attributes={{ content: { 'aria-label': 'Find anything' } }}
      yOffset="12vh"
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
      // Whoever types at once must not lose a letter to a transition.
      transitionProps={{ duration: 0 }}
    >
      <Spotlight.Search
        placeholder="Order, name, phone, product, campaign, page or action"
        aria-label="Find anything"
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      {opened && <Finds typed={typed.trim()} text={text} />}
    </Spotlight.Root>
  )
}

function Finds({ typed, text }: { readonly typed: string; readonly text: string }) {
  const { groups, searching } = usePaletteFinds(typed, text)
  const keys = groups.flatMap(({ finds }) => finds.map(({ key }) => key)).join(' ')
  // Enter takes the first find, as long as no other is chosen.
  useEffect(() => {
    if (keys !== '') chooseFirstFind()
  }, [keys])
  return (
    <Spotlight.ActionsList>
      {groups.map(({ title, finds }) => (
        <Spotlight.ActionsGroup key={title} label={title}>
          {finds.map((find) => (
            <FindLine key={find.key} find={find} />
          ))}
        </Spotlight.ActionsGroup>
      ))}
      {groups.length === 0 && (
        <Spotlight.Empty>{searching ? 'Looking' : 'Nothing found. Fewer letters find more.'}</Spotlight.Empty>
      )}
    </Spotlight.ActionsList>
  )
}

function FindLine({ find }: { readonly find: Find }) {
  const { icon: Icon, label, more, go } = find
  return (
    <Spotlight.Action
      onClick={() => {
        palette.close()
        go()
      }}
    >
      <span className={classes.line}>
        <Icon size={16} stroke={1.75} aria-hidden />
        <span className={classes.label}>{label}</span>
        <span className={classes.more}>{more}</span>
      </span>
    </Spotlight.Action>
  )
}

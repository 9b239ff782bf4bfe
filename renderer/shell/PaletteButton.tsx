import { Kbd } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { palette } from './paletteStore'
import classes from './Shell.module.css'

const isMac = navigator.userAgent.includes('Mac')

/** Opens the palette; shows its key. */
export function PaletteButton() {
  return (
    <button type="button" className={classes.find} onClick={() => palette.open()}>
      <IconSearch size={15} aria-hidden />
      <span className={classes.findWords}>Find anything</span>
      <Kbd size="xs">{isMac ? '⌘ K' : 'Ctrl K'}</Kbd>
    </button>
  )
}

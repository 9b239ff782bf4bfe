import { Kbd, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import {
  IconChevronUp,
  IconDatabase,
  IconKeyboard,
  IconLock,
  IconLogout,
  IconSettings,
  IconUserCircle,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useLeave } from '../session/useLeave'
import { useSession } from '../session/useSession'
import classes from './AccountMenu.module.css'

const schemes: readonly { readonly value: MantineColorScheme; readonly label: string }[] = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/** Who is signed in, and what concerns only this person: account, lock, colours, signing out. */
export function AccountMenu({ onKeyMap }: { readonly onKeyMap: () => void }) {
  const { who } = useSession()
  const navigate = useNavigate()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { lock, signOut } = useLeave()
  return (
    <div className={classes.account}>
      <Menu position="top-start" width={248} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <button type="button" className={classes.target} aria-label={`Account of ${who.name}`}>
            <IconUserCircle size={20} stroke={1.5} aria-hidden />
            <span className={classes.who}>
              <span className={classes.name}>{who.name}</span>
              <span className={classes.roles}>{who.roles.join(', ')}</span>
            </span>
            <IconChevronUp size={14} aria-hidden className={classes.chevron} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {who.name} · {who.roles.join(', ')}
          </Menu.Label>
          <Menu.Item leftSection={<IconUserCircle size={16} />} onClick={() => void navigate({ to: '/account' })}>
            Account and password
          </Menu.Item>
          {who.roles.includes('manager') && (
            <Menu.Item leftSection={<IconSettings size={16} />} onClick={() => void navigate({ to: '/settings' })}>
              Settings
            </Menu.Item>
          )}
          {who.roles.includes('manager') && (
            <Menu.Item leftSection={<IconDatabase size={16} />} onClick={() => void navigate({ to: '/backups' })}>
              Backups
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconKeyboard size={16} />} rightSection={<Kbd size="xs">?</Kbd>} onClick={onKeyMap}>
            Keys
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>Colours</Menu.Label>
          <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
            {schemes.map(({ value, label }) => (
              <Menu.RadioItem key={value} value={value} closeMenuOnClick={false}>
                {label}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.Label className={classes.hint ?? ''}>
            New window <Kbd size="xs">Ctrl Shift N</Kbd>
          </Menu.Label>
          <Menu.Item leftSection={<IconLock size={16} />} onClick={() => void lock()}>
            Lock
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
            Sign out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

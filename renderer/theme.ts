import {
  ActionIcon,
  Alert,
  Anchor,
  Badge,
  Button,
  Checkbox,
  createTheme,
  defaultVariantColorsResolver,
  Menu,
  Modal,
  Notification,
  NumberInput,
  InputWrapper,
  PasswordInput,
  Popover,
  SegmentedControl,
  Select,
  Table,
  TextInput,
  Textarea,
  Tooltip,
} from '@mantine/core'

const toned: ReadonlySet<string> = new Set(['blue', 'orange', 'teal', 'violet', 'red', 'yellow'])

/**
 * One accent: orange, shade 6 on light and 5 on dark. White on it would be 2.6 : 1, so what stands on it is black
 * (`autoContrast`, 8 : 1).
 */
export const theme = createTheme({
  primaryColor: 'orange',
  primaryShade: { light: 6, dark: 5 },
  autoContrast: true,
  // Destructive buttons: white on a red dark enough for it (5.6 : 1) in both schemes.
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input)
    if (input.color !== 'red' || input.variant !== 'filled') return colours
    return { ...colours, background: '#c92a2a', hover: '#a51d1d', color: '#ffffff' }
  },
  // Where black and white on a colour stand out equally: whichever is chosen is at least 4.5 : 1.
  luminanceThreshold: 0.179,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '28px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } }),
    // Mantine's own yellow title is 2.6 : 1 on its ground; the tones of theme.css are readable.
    Alert: Alert.extend({
      defaultProps: { radius: 'sm' },
      vars: (_theme, { color }) => ({
        root: toned.has(color ?? '')
          ? { '--alert-bg': `var(--tone-${color}-bg)`, '--alert-color': `var(--tone-${color}-fg)` }
          : {},
      }),
    }),
    Anchor: Anchor.extend({ defaultProps: { underline: 'hover' } }),
    Badge: Badge.extend({ defaultProps: { size: 'sm', radius: 'sm', tt: 'none' } }),
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'sm' } }),
    // Help stands below its field; errors below the help.
    InputWrapper: InputWrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md' } }),
    Modal: Modal.extend({ defaultProps: { centered: true, size: 'md', closeButtonProps: { 'aria-label': 'Close' } } }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } }),
    NumberInput: NumberInput.extend({ defaultProps: { size: 'sm', hideControls: true } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'sm' } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md' } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'xs' } }),
    // Choosing what is chosen already keeps it; a choice that may be empty is cleared by its own button.
    Select: Select.extend({ defaultProps: { size: 'sm', allowDeselect: false } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm', fz: 'sm' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'sm', autosize: true, minRows: 2 } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: true } }),
  },
})

import classes from './RowBox.module.css'

interface RowBoxProps {
  readonly label: string
  readonly checked: boolean
  readonly indeterminate?: boolean
  readonly tabIndex?: number
  /** `range` while Shift is held. */
  readonly onChoose: (range: boolean) => void
}

/** The box that chooses a row. The browser's own, as a list draws dozens at a time, with the look of those in forms. */
export function RowBox({ label, checked, indeterminate = false, tabIndex, onChoose }: RowBoxProps) {
  return (
    <input
      type="checkbox"
      className={classes.box}
      aria-label={label}
      checked={checked}
      tabIndex={tabIndex}
      ref={(box) => {
        if (box !== null) box.indeterminate = indeterminate
      }}
      onChange={({ nativeEvent }) => onChoose(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
    />
  )
}

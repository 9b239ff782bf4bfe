import { IconPhoto } from '@tabler/icons-react'
import type { Picture } from '../../shared/products/product'
import classes from './pictures.module.css'

interface PictureImageProps {
  /** Undefined where a product has no picture yet. */
  readonly picture: Picture | undefined
  readonly full?: boolean
  /** Set where the text beside it already says what it is. */
  readonly decorative?: boolean
}

/** A picture from the data folder, small or in full; a quiet stand-in where there is none. */
export function PictureImage({ picture, full = false, decorative = false }: PictureImageProps) {
  if (picture === undefined) {
    return (
      <span
        className={classes.none}
        aria-hidden={decorative}
        {...(decorative ? {} : { role: 'img' })}
        aria-label="No picture yet"
      >
        <IconPhoto size={18} stroke={1.5} aria-hidden />
      </span>
    )
  }
  const address = full ? `/pictures/${picture.id}.${picture.format}` : `/pictures/${picture.id}.thumb.webp`
  return (
    <img
      className={classes.image}
      src={address}
      alt={decorative ? '' : picture.description}
      width={picture.width}
      height={picture.height}
      loading="lazy"
      draggable={false}
    />
  )
}

import { useState } from 'react'
import type { CampaignView } from '../../../shared/campaigns/requests'
import type { Maker } from '../../../shared/makers/maker'
import type { Product } from '../../../shared/products/product'
import { PictureImage } from '../PictureImage'
import { SpecificationList } from '../SpecificationList'
import { SupportBox } from './SupportBox'
import classes from './preview.module.css'

interface SupporterViewProps {
  readonly product: Product
  readonly maker: Maker | undefined
  readonly campaign: CampaignView | undefined
}

/** A picture of the public page: what the product is, and what supporting it costs now. */
export function SupporterView({ product, maker, campaign }: SupporterViewProps) {
  const { name, tagline, description, highlights, specifications } = product
  const paragraphs = description.split(/\n\s*\n/u).filter((text) => text.trim() !== '')
  return (
    <article className={classes.page} aria-label="The page as supporters see it">
      <div className={classes.top}>
        <Pictures product={product} />
        <div className={classes.facts}>
          <header>
            <h2 className={classes.name}>{name}</h2>
            <p className={classes.tagline}>{tagline === '' ? <Gap>no tagline yet</Gap> : tagline}</p>
            <p className={classes.maker}>by {maker?.name ?? <Gap>no maker yet</Gap>}</p>
          </header>
          <SupportBox product={product} campaign={campaign} />
          {highlights.length > 0 && (
            <ul className={classes.highlights}>
              {highlights.map((highlight, index) => (
                <li key={index}>{highlight}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
      <div className={classes.below}>
        <section>
          <h3 className={classes.heading}>About it</h3>
          {paragraphs.length === 0 ? (
            <p>
              <Gap>no description yet</Gap>
            </p>
          ) : (
            paragraphs.map((text, index) => <p key={index}>{text}</p>)
          )}
          {maker !== undefined && maker.about !== '' && (
            <>
              <h3 className={classes.heading}>About {maker.name}</h3>
              <p>{maker.about}</p>
            </>
          )}
        </section>
        <section>
          <h3 className={classes.heading}>Specifications</h3>
          {specifications.length === 0 ? (
            <p>
              <Gap>no specifications yet</Gap>
            </p>
          ) : (
            <SpecificationList of={specifications} />
          )}
        </section>
      </div>
    </article>
  )
}

/** What staff have not written yet; supporters never see a product like that. */
function Gap({ children }: { readonly children: string }) {
  return <span className={classes.gap}>{children}</span>
}

function Pictures({ product }: { readonly product: Product }) {
  const [chosen, setChosen] = useState(0)
  const { pictures } = product
  const shown = pictures[Math.min(chosen, pictures.length - 1)]
  return (
    <div className={classes.pictures}>
      <div className={classes.large}>
        <PictureImage picture={shown} full />
      </div>
      {pictures.length > 1 && (
        <div className={classes.strip}>
          {pictures.map((picture, index) => (
            <button
              key={picture.id}
              type="button"
              className={classes.small}
              aria-label={`Show picture ${index + 1}${picture.description === '' ? '' : `, ${picture.description}`}`}
              aria-pressed={picture === shown}
              onClick={() => setChosen(index)}
            >
              <PictureImage picture={picture} decorative />
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

import { Button, SegmentedControl } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { Parcel } from '../../shared/shipping/requests'
import { addressLines } from '../orders/addressLines'
import { orderCount, unitCount } from '../ui/counts'
import { PageShell } from '../ui/PageShell'
import classes from './shipping.module.css'
import type { Sheets } from './usePrinting'

type What = 'labels' | 'packing list'

const labelsOnSheet = 14

/** Address labels, two by seven on A4, and the packing list, to be looked at and printed. */
export function PrintSheets({ sheets, onBack }: { readonly sheets: Sheets; readonly onBack: () => void }) {
  const [what, setWhat] = useState<What>('labels')
  const { parcels, leftOut } = sheets
  return (
    <PageShell
      title="Labels and packing list"
      mark={
        <span className={classes.count} role="status">
          {orderCount(parcels.length)}
          {leftOut > 0 && `; ${orderCount(leftOut)} left out that cannot ship now`}
        </span>
      }
      secondary={
        <>
          <Button variant="default" onClick={onBack}>
            Back to the list
          </Button>
          <SegmentedControl
            aria-label="What to print"
            data={['labels', 'packing list']}
            value={what}
            onChange={(value) => setWhat(value === 'labels' ? 'labels' : 'packing list')}
          />
        </>
      }
      action={
        <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
          Print or save as PDF
        </Button>
      }
    >
      {what === 'labels' ? <Labels parcels={parcels} /> : <PackingList parcels={parcels} />}
    </PageShell>
  )
}

function Labels({ parcels }: { readonly parcels: readonly Parcel[] }) {
  const sheets = Array.from({ length: Math.ceil(parcels.length / labelsOnSheet) }, (_, index) =>
    parcels.slice(index * labelsOnSheet, (index + 1) * labelsOnSheet),
  )
  return (
    <div className={classes.paper}>
      {sheets.map((labels, index) => (
        <ol key={index} className={classes.labels} aria-label={`Sheet ${index + 1}`}>
          {labels.map(({ number, supporter }) => (
            <li key={number} className={classes.label}>
              {addressLines(supporter).map((line, place) => (
                <span key={place} dir="auto">
                  {line}
                </span>
              ))}
              <span>{supporter.phone}</span>
              <span className={classes.number}>{number}</span>
            </li>
          ))}
        </ol>
      ))}
    </div>
  )
}

function PackingList({ parcels }: { readonly parcels: readonly Parcel[] }) {
  return (
    <div className={classes.paper}>
      <table className={classes.packing}>
        <thead>
          <tr>
            <th scope="col">Packed</th>
            <th scope="col">Order</th>
            <th scope="col">What</th>
            <th scope="col">Units</th>
            <th scope="col">To</th>
          </tr>
        </thead>
        <tbody>
          {parcels.map(({ number, supporter, productName, variantName, units }) => (
            <tr key={number}>
              <td aria-label="Box to tick">☐</td>
              <td>{number}</td>
              <td>
                {productName}, {variantName}
              </td>
              <td>{unitCount(units)}</td>
              <td dir="auto">
                {supporter.name}, {supporter.address.city} {supporter.address.postalCode}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

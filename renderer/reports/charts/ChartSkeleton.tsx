import { Skeleton } from '@mantine/core'

/** Keeps a chart's place until its numbers are there. */
export const ChartSkeleton = ({ height = 330 }: { readonly height?: number | undefined }) => (
  <Skeleton height={height} data-chart-place />
)

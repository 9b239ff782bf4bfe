import './schemasWithoutEval'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './theme.css'

// Imported later than everything above has run: static imports of the bundle's shared parts would come first.
void import('./start').then(({ start }) => start())

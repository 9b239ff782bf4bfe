import { z } from 'zod'

// zod probes `new Function` when a schema is made; the page's policy forbids it and would report a violation. Must be imported
// before any schema.
z.config({ jitless: true })

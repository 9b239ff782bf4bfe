declare global {
  /** Where zod keeps its settings; `z.config` writes here too. */
  var __zod_globalConfig: { jitless?: boolean } | undefined
}

// zod probes `new Function` when a schema is made; the page's policy forbids it and reports that. This must be known before the first
// schema, so it is set without importing zod: the bundler may well put zod and the schemas into one part.
globalThis.__zod_globalConfig = { jitless: true }

export {}

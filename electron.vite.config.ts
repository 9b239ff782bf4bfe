import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import path from 'node:path'

const at = (...parts: string[]) => path.resolve(import.meta.dirname, ...parts)

// The targets are pinned to the oldest runtime that set-up may provide (Electron 33: Node 20.18, Chromium 130).
/** The development server's fixed port: the page has an address of its own and must be told where hot reload listens. */
const devPort = 5173

export default defineConfig(({ command }) => ({
  main: {
    build: {
      target: 'node20.18',
      outDir: at('out/main'),
      externalizeDeps: false,
      minify: true,
      rolldownOptions: {
        input: { main: at('electron/main.ts'), learnProcess: at('electron/forecast/learnProcess.ts') },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: at('out/preload'),
      externalizeDeps: false,
      // A sandboxed preload must be CommonJS.
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    // Places inside the program have paths of their own, so the page's parts are named from the root.
    base: '/',
    server: {
      host: '127.0.0.1',
      port: devPort,
      strictPort: true,
      hmr: { protocol: 'ws', host: '127.0.0.1', port: devPort },
    },
    // In development the hot-reload client writes scripts and styles; protocol.ts gives them the nonce of each load.
    ...(command === 'serve' ? { html: { cspNonce: '%STYLE_NONCE%' } } : {}),
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: at('out/renderer'),
      minify: true,
      rolldownOptions: { input: { index: at('renderer/index.html') } },
    },
  },
}))

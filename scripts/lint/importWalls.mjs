// Who may import whom. The folders tell the story of the program; this rule keeps them honest.
import path from 'node:path'

/** The storeys inside shared/, lowest first. A file imports its own storey and those below it. */
const storeys = [
  // Every request names the roles that may ask it, so the roles are as basic as money and ids; an account holds its views.
  ['kernel', 'staff', 'views'],
  ['products', 'makers'],
  ['campaigns'],
  ['settings'],
  ['orders'],
  ['refunds', 'settlement', 'shipping', 'bulk'],
  ['overview', 'reports', 'replies', 'sheets'],
  // The trail tells of every record; the shop's requests open the door to all of it.
  ['audit', 'shop', 'backups'],
  ['requests'],
]

/** Packages each tree may use. Shared names what it may; the two sides name what they may not. */
const sharedPackages = /^(zod|dayjs)(\/|$)/
const forbiddenPackages = {
  electron: /^(react|react-dom|react-is|recharts|get-nonce|@mantine\/.*|@tanstack\/.*|@dnd-kit\/.*|@tabler\/.*)(\/|$)/,
  renderer: /^(electron|electron-log|lowdb|image-size|node:.*|fs|path|os|crypto|child_process)(\/|$)/,
}

/** @param {string} file a path inside the repository, with forward slashes */
function treeOf(file) {
  return file.split('/')[0] ?? ''
}

/** @param {string} file a path below shared/ */
function featureOf(file) {
  const parts = file.split('/')
  if (parts.length > 2) return parts[1] ?? ''
  return /^shared\/requests(\.ts)?$/.test(file) ? 'requests' : 'kernel'
}

/**
 * Why a file must not import something, or undefined where it may.
 * @param {string} file the importing file, relative to the repository, with forward slashes
 * @param {string} source what the import statement names
 * @returns {string | undefined}
 */
export function wallBetween(file, source) {
  const tree = treeOf(file)
  if (source.startsWith('.')) return wallInside(file, path.posix.join(path.posix.dirname(file), source))
  if (tree === 'shared') {
    return sharedPackages.test(source) ? undefined : `shared/ is the business alone: it must not import '${source}'.`
  }
  if (tree === 'electron' || tree === 'renderer') {
    return forbiddenPackages[tree].test(source) ? `${tree}/ must not import '${source}'.` : undefined
  }
  return undefined
}

/**
 * @param {string} file
 * @param {string} target
 */
function wallInside(file, target) {
  const from = treeOf(file)
  const to = treeOf(target)
  if (from !== to) {
    const open = (from === 'electron' || from === 'renderer') && to === 'shared'
    const product = from === 'electron' || from === 'renderer' || from === 'shared'
    return product && !open ? `${from}/ must not import ${to}/.` : undefined
  }
  return from === 'shared' ? wallBetweenFeatures(featureOf(file), featureOf(target)) : undefined
}

/**
 * @param {string} from
 * @param {string} to
 */
function wallBetweenFeatures(from, to) {
  const [own, other] = [from, to].map((feature) => storeys.findIndex((storey) => storey.includes(feature)))
  if (own === -1) return `shared/${from} has no place yet among the storeys in scripts/lint/importWalls.mjs.`
  if (other === -1) return `shared/${to} has no place yet among the storeys in scripts/lint/importWalls.mjs.`
  if (own === undefined || other === undefined || other <= own) return undefined
  return `shared/${from} must not import shared/${to}, which stands above it.`
}

/** @type {import('eslint').Rule.RuleModule} */
export const importWalls = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
    /** @param {any} node */
    const check = (node) => {
      const source = node.source?.value
      if (typeof source !== 'string') return
      const message = wallBetween(file, source)
      if (message !== undefined) context.report({ node, message })
    }
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
      TSImportType: check,
    }
  },
}

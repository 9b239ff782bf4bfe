import { chmodSync, mkdirSync } from 'node:fs'
import path from 'node:path'

const option = '--data-dir='

/**
 * Where this run keeps its data: `--data-dir=DIR`, else BACK_OFFICE_DATA, else the place the system gives a program.
 * The command line wins over the environment because it was said for this one run.
 */
export function chooseDataFolder(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  usual: string,
): string {
  const asked = argv.find((argument) => argument.startsWith(option))?.slice(option.length)
  const named = [asked, environment['BACK_OFFICE_DATA']].find((folder) => folder !== undefined && folder !== '')
  return named === undefined ? usual : path.resolve(named)
}

/** Makes the data folder where it is missing, readable by this user alone: it holds supporters' names and addresses. */
export function prepareDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
}

/** Where backups begin: beside the data folder, so that what removes or spoils the one leaves the other. */
export const backupsBeside = (dataFolder: string): string => `${path.resolve(dataFolder)} backups`

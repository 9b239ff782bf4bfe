import { app, powerMonitor, session } from 'electron'
import path from 'node:path'
import { desktopNotify } from './alerts/desktopNotify'
import { chooseFile, chooseNewFile } from './chooseFile'
import { chooseFolder } from './chooseFolder'
import { backupsBeside, chooseDataFolder, prepareDataFolder } from './dataFolder'
import { devServerAddress } from './devServer'
import { guardSession, guardWindows } from './guards'
import { setMenu } from './menu'
import { learnAside } from './forecast/learnAside'
import { createOffice } from './office'
import { openLog } from './programLog'
import { declareProtocol, serveProtocol } from './protocol'
import { openReportPage } from './reports/openReportPage'
import { openDoor } from './requests/register'
import { saveFileAsChosen } from './saveFileAsChosen'
import { sampleShop } from './sample/sampleShop'
import { openWindow } from './window'

// Wiring only: paths, protocol, guards, office, window.

const usualFolder = app.getPath('userData')
const dataFolder = chooseDataFolder(process.argv, process.env, usualFolder)
prepareDataFolder(dataFolder)
if (dataFolder !== usualFolder) app.setPath('userData', dataFolder)
app.setPath('sessionData', path.join(dataFolder, 'browser'))
const log = openLog(dataFolder)
const office = createOffice({
  folder: dataFolder,
  sample: sampleShop,
  backupsFolder: backupsBeside(dataFolder),
  chooseFolder,
  saveFile: saveFileAsChosen,
  openReport: openReportPage,
  notify: desktopNotify,
  files: { newFile: chooseNewFile, file: chooseFile },
  learn: learnAside(path.join(import.meta.dirname, 'learnProcess.js')),
  reportBug: (event, error, request) => log.bug(event, error, request === undefined ? {} : { request }),
})
let shown = 0
let leaving = false
const placeFile = path.join(dataFolder, 'window.json')

// Chromium writes times of day in its own fields the way of its language; everywhere else the program says 14:02.
app.commandLine.appendSwitch('lang', 'en-GB')
declareProtocol()
guardWindows(app)
app.on('will-quit', (event) => {
  event.preventDefault()
  leave()
})

// Awaiting at the top level of an ES module would keep the app from ever becoming ready.
app.whenReady().then(start, (error: unknown) => {
  log.bug('start', error)
  app.exit(1)
})

function start(): void {
  const devServer = devServerAddress()
  guardSession(session.defaultSession, devServer)
  serveProtocol(session.defaultSession, {
    pages: path.join(import.meta.dirname, '../renderer'),
    pictures: () => office.picturesFolder,
    devServer,
  })
  openDoor(office)
  office.openLast().catch((error: unknown) => log.bug('open', error))
  powerMonitor.on('resume', () => {
    office.doDuties().catch((error: unknown) => log.bug('duties', error))
  })
  setMenu(() => showWindow(), devServer !== undefined)
  showWindow(tellFirstPaint)
  log.info('opened', { version: app.getVersion() })
}

/** Opens a window for people. The last of them that closes ends the program, whatever is made on an unseen page. */
function showWindow(onFirstPaint?: () => void): void {
  shown += 1
  openWindow({ placeFile, ...(onFirstPaint && { onFirstPaint }) }).once('closed', () => {
    shown -= 1
    if (shown === 0) leave()
  })
}

/** Ends the program; what is under way is finished and saved first. */
function leave(): void {
  if (leaving) return
  leaving = true
  office.close().then(
    () => app.exit(),
    (error: unknown) => {
      log.bug('close', error)
      app.exit(1)
    },
  )
}

/** Whoever started the program and said when gets to know how long the first page took. */
function tellFirstPaint(): void {
  const spawnedAt = Number(process.env['BACK_OFFICE_SPAWNED_AT'])
  if (spawnedAt > 0) console.log(`first page painted after ${Date.now() - spawnedAt} ms`)
}

import { describe, expect, test } from 'vitest'
import { chooseDataFolder } from '../../electron/dataFolder'
import { placeOn, usualPlace } from '../../electron/windowPlace'

describe('the data folder', () => {
  test('is the one on the command line, else the one in the environment, else the usual one', () => {
    const environment = { BACK_OFFICE_DATA: '/from/environment' }
    expect(chooseDataFolder(['electron', '.', '--data-dir=/from/line'], environment, '/usual')).toBe('/from/line')
    expect(chooseDataFolder(['electron', '.'], environment, '/usual')).toBe('/from/environment')
    expect(chooseDataFolder(['electron', '.'], {}, '/usual')).toBe('/usual')
  })
  test('is not the folder that an empty wish would name', () => {
    expect(chooseDataFolder(['--data-dir='], { BACK_OFFICE_DATA: '' }, '/usual')).toBe('/usual')
  })
})

describe('a window opens', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 }
  const remembered = { x: 200, y: 100, width: 1500, height: 950, maximised: false }

  test('at the usual size the first time', () => {
    expect(placeOn([screen], undefined)).toEqual(usualPlace)
  })
  test('where it was', () => {
    expect(placeOn([screen], remembered)).toEqual(remembered)
  })
  test('at the usual size when its screen is gone', () => {
    expect(placeOn([screen], { ...remembered, x: 2500 })).toEqual(usualPlace)
    expect(placeOn([screen], { ...remembered, y: -400 })).toEqual(usualPlace)
  })
  test('never smaller than it can be used', () => {
    expect(placeOn([screen], { width: 300, height: 200, maximised: true })).toEqual({
      width: 1024,
      height: 640,
      maximised: true,
    })
  })
})

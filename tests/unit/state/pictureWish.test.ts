import { describe, expect, it } from 'vitest'
import { readPictureWish } from '@/state/pictureWish'

const usual = { width: 1200, scale: 2, ground: 'paper', decals: false }

describe('the last choice of a picture', () => {
  it('is read as it was written', () => {
    const choice = { width: 900, height: 600, scale: 4, ground: 'transparent', decals: true }
    expect(readPictureWish(JSON.stringify(choice), false)).toEqual(choice)
  })
  it('is as usual where there is none, or what is there says nothing', () => {
    expect(readPictureWish(null, false)).toEqual(usual)
    for (const text of ['', 'null', '[]', '{"width":"9","scale":7,"ground":"red","decals":1,"height":null}', '{'])
      expect(readPictureWish(text, false)).toEqual(usual)
    expect(readPictureWish(null, true).decals).toBe(true)
  })
})

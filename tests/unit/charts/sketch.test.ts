import { describe, expect, it } from 'vitest'
import { Sketch } from '@/charts/sketch'
import { drawingText } from '@/exports/drawing'

describe('a drawing', () => {
  it.each(['__proto__', 'constructor', '甲局\n__proto__'])(
    'of a name such as %j writes to nothing but itself',
    (name) => {
      const sketch = new Sketch({ language: 'zh', theme: 'light', width: 200, height: 40, scale: 1, decals: false })
      sketch.text(0, 20, name)
      sketch.text(0, 30, `${name} 乙`)
      const svg = drawingText({ graphic: { elements: sketch.elements } }, 200, 40)
      expect(Object.keys(Object.prototype)).toEqual([])
      expect('next' in Object).toBe(false)
      expect(svg).toContain(name.split('\n').at(-1))
    },
  )
})

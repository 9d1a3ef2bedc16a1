import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { describe, expect, it } from 'vitest'
import FigureSpark from '@/ui/figure/FigureSpark.vue'

const drawn = (props: Record<string, unknown>) => renderToString(createSSRApp(FigureSpark, props))
/** Where the point of the year told stands, from the left. */
const pointOf = (svg: string): string | undefined => /<circle class="now" cx="([\d.]+)"/u.exec(svg)?.[1]

describe('a spark', () => {
  it('marks the last year where no other is told', async () => {
    const series = [0.4, 0.6, 0.5]
    const last = pointOf(await drawn({ series, bars: false }))
    expect(last).toBeDefined()
    expect(last).toBe(pointOf(await drawn({ series, bars: false, told: 2 })))
    expect(last).not.toBe(pointOf(await drawn({ series, bars: false, told: 1 })))
  })
})

import { BarChart, LineChart, ScatterChart } from 'echarts/charts'
import { GraphicComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

/** The only place that says which parts of the chart library are used. */
use([BarChart, LineChart, ScatterChart, GraphicComponent, GridComponent, TooltipComponent, SVGRenderer])

/** A live drawing in an element of the page, of the size given in CSS pixels. */
export function drawingIn(element: HTMLElement, width: number, height: number): EChartsType {
  return init(element, null, { renderer: 'svg', width, height })
}

/** A finished drawing as SVG text, made without a page. */
export function drawingText(option: EChartsCoreOption, width: number, height: number): string {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height })
  drawing.setOption({ ...option, animation: false })
  const text = drawing.renderToSVGString()
  drawing.dispose()
  return text
}

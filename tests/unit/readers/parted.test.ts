import { expect, it } from 'vitest'
import { brief, read } from './packages'

it('rows of tab-separated columns with empty lines between them are one table, up to a heading', () => {
  const lines = [
    '行政复议\t\t行政诉讼',
    '',
    '结果维持\t结果纠正\t结果维持',
    '',
    '',
    '1\t0\t2',
    '',
    '五、存在的主要问题及改进情况',
  ]
  expect(brief(read(lines.join('\n')).blocks)).toEqual([
    [
      ['行政复议', '', '行政诉讼'],
      ['结果维持', '结果纠正', '结果维持'],
      ['1', '0', '2'],
    ],
    '',
    '五、存在的主要问题及改进情况',
  ])
})

it('the marks that Word puts behind cells and rows end lines', () => {
  const text = '规章\r\u00070\r\u00071\r\u0007\r\u0007规范性文件\u00072\u00073\u0007\u0007'
  expect(brief(read(text).blocks)).toEqual(['规章', '0', '1', '', '规范性文件', '2', '3', '', ''])
})

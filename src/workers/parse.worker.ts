import type { ParseHostApi } from './parseApi'
import { serveParsing } from './parseServer'
import { serve } from './rpc'

serve<ParseHostApi>({
  attach: (port) => {
    serveParsing(port)
  },
})

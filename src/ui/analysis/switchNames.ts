/** Switches that have a control, in the order of the bar. */
export const SWITCH_NAMES = ['figure', 'on', 'peers', 'at', 'from', 'as', 'by', 'reasons', 'change', 'least'] as const
/** Those that open a list, as filters do, and so stand first. */
export const LISTED: readonly SwitchName[] = ['figure', 'on', 'peers']
export type SwitchName = (typeof SWITCH_NAMES)[number]

/** Switches that have a control, in the order of the bar. */
export const SWITCH_NAMES = ['figure', 'at', 'as', 'reasons', 'change', 'least'] as const
export type SwitchName = (typeof SWITCH_NAMES)[number]

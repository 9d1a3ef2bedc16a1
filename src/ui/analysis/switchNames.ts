/** Switches that have a control of their own. */
export type SwitchName = 'as' | 'at' | 'change' | 'figure' | 'least' | 'reasons'

/** Does the work of one command; gives its exit status. Throws `UsageError` where it is called wrongly. */
export type Command = (args: readonly string[]) => Promise<number>

/** The commands by name, each loaded when it is called. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  parse: async () => (await import('./parseCommand')).parseCommand,
  check: async () => (await import('./checkCommand')).checkCommand,
  export: async () => (await import('./exportCommand')).exportCommand,
  total: async () => (await import('./totalCommand')).totalCommand,
  register: async () => (await import('./registerCommand')).registerCommand,
  sample: async () => (await import('./sampleCommand')).sampleCommand,
}

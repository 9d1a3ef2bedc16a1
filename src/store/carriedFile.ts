/** How a web page carries a shared file: a block of text that no browser runs, and its attribute with the file's hash. */
export const CARRIED = { id: 'gouji-carried', hash: 'data-hash' } as const

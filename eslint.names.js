import { basename } from 'node:path'

const shapeless = /^(utils?|helpers?|common|misc|shared|index)\.[jt]sx?$|^(index)\.vue$/i

/**
 * Forbids names that say nothing about what is inside, and barrel files with them.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const fileNames = {
  meta: { type: 'suggestion', schema: [], messages: { shapeless: 'Name the file after what is in it.' } },
  create: (context) => ({
    Program(node) {
      const folders = context.filename.split(/[\\/]/)
      const inShapelessFolder = folders.some((folder) => /^(utils?|helpers?|common)$/i.test(folder))
      if (inShapelessFolder || shapeless.test(basename(context.filename)))
        context.report({ node, messageId: 'shapeless' })
    },
  }),
}

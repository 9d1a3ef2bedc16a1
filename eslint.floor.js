import compat from 'eslint-plugin-compat'

const { compat: whole } = compat.rules

/**
 * What browsers at the floor do not have: the plugin's rule, asked about members only of what the file does not define itself. It compares the names of every
 * `a.b` with those of 1,800 APIs one by one, whatever `a` is; a variable, a parameter or an import of the file's own is none of them.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
const members = {
  ...(whole.meta && { meta: whole.meta }),
  create(context) {
    const rule = whole.create(context)
    const { globalScope } = context.sourceCode.scopeManager
    const undefinedHere = new Set([
      ...(globalScope?.through ?? []).map(({ identifier }) => identifier),
      ...(globalScope?.variables ?? [])
        .filter(({ defs }) => defs.length === 0)
        .flatMap(({ references }) => references.map(({ identifier }) => identifier)),
    ])
    return {
      ...rule,
      MemberExpression(node) {
        if (node.object.type !== 'Identifier' || undefinedHere.has(node.object)) rule.MemberExpression?.(node)
      },
    }
  },
}

export default { rules: { compat: members } }

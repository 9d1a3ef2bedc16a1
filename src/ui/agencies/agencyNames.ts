import type { Agency } from '@/register/agency'

/** Every name that an agency has or had. */
export function namesOf({ name, aliases, formerNames = [] }: Agency): string[] {
  return [name, ...aliases, ...formerNames.map((former) => former.name)]
}

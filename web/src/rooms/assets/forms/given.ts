/** Only what was filled in, trimmed: a field left empty is not spoken of. */
export function given<T extends Record<string, string>>(form: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(form)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  ) as Partial<T>;
}

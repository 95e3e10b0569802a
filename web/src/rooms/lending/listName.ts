import type { Translate } from '../../words';

/** A plan or list by its id and version, such as `platform 1`: the platform's own by its name, an institution's as it calls it. */
export function listName(t: Translate, text: string): string {
  const own = /^platform (\S+)$/.exec(text);
  return own === null ? text : t('check.platform', { version: own[1] ?? '' });
}

import type { Outline } from '../../../api/types';
import type { Translate } from '../../../words';

/** Names of lines, tranches and supports in the reader's language. */
export interface LineNames {
  line(name: string): string;
  tranche(id: string): string;
  support(id: string): string;
  /** A balance: tranche, reserve, or a support's claim. */
  balance(key: string): string;
  trigger(id: string): string;
}

function lookup<T extends { id: string; nameZh: string; nameEn: string }>(t: Translate, list: readonly T[]): (id: string) => string {
  const names = new Map(list.map(item => [item.id, t.either(item.nameZh, item.nameEn)]));
  return id => names.get(id) ?? id;
}

export function lineNames(t: Translate, outline: Outline): LineNames {
  const lines = new Map(outline.lines.map(line => [line.name, t.either(line.zh, line.en)]));
  const tranche = lookup(t, outline.tranches);
  const support = lookup(t, outline.supports);
  const known = new Set(outline.tranches.map(item => item.id));
  return {
    line: name => lines.get(name) ?? name,
    tranche: id => (tranche(id) === id ? id : `${id} ${tranche(id)}`),
    support,
    balance: key => {
      if (known.has(key)) return tranche(key) === key ? key : `${key} ${tranche(key)}`;
      const claim = /^(.+)\.claim$/.exec(key)?.[1];
      return claim === undefined ? support(key) : t('cash.claim', { name: support(claim) });
    },
    trigger: lookup(t, outline.triggers),
  };
}

import type { Translate, Word } from '../../../words';

const words: Record<string, Word> = {
  form: 'check.form',
  keys: 'check.keys',
  trust: 'check.trust',
  origin: 'check.origin',
  signature: 'check.signature',
  leaf: 'check.leaf',
  content: 'check.content',
  inclusion: 'check.inclusion',
  consistency: 'check.consistency',
  size: 'check.size',
};

const algorithms: Record<string, string> = { sha256: 'SHA-256', sm3: 'SM3', 'ecdsa-p256-sha256': 'ECDSA P-256', 'sm2-sm3': 'SM2' };

/** `items[0].inclusion.sha256` in words; the name itself where a part is not known. */
export function checkName(t: Translate, name: string): string {
  const parts = name.replace(/^items\[\d+\]\./, '').split('.');
  if (parts[0] === 'earlier' && parts.length > 1) return t('check.earlier', { name: checkName(t, parts.slice(1).join('.')) });
  const word = words[parts[0] ?? ''];
  if (word === undefined) return name;
  const rest = parts.slice(1).map(part => algorithms[part] ?? part);
  return [t(word), ...rest].join(' ');
}

import type { Language, Translate } from '../../../words';
import { itemsAt, type MapNode, textOf } from './document';
import type { Naming } from './fields/cellText';

/** The words of the catalogue, and the names this deal gives its own fees, notes and supports. */
export function namingOf(root: MapNode, t: Translate, language: Language): Naming {
  const names = new Map<string, string>();
  for (const list of ['fees', 'tranches', 'support', 'accounts']) {
    for (const item of itemsAt(root, [list])) {
      const name = textOf(item, language) || textOf(item, language === 'zh' ? 'en' : 'zh');
      if (name !== '') names.set(textOf(item, 'id'), name);
    }
  }
  return {
    separator: language === 'zh' ? '、' : ', ',
    code: (area, code) => t.code(area, code),
    line: (id) => {
      const [item = '', part] = id.split('.');
      const name = names.get(item) ?? item;
      if (part === undefined) return name;
      const word = t.code('terms.part', part);
      return language === 'zh' ? `${name}${word}` : `${name} ${word}`;
    },
  };
}

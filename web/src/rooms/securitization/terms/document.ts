/** The deal's terms as a text that is edited in place: what an edit does not name stays byte for byte. */
export { applyEdits, type Change, type Edit, editsOf } from './document/edits';
export { insertEdits, inserted, moved, removed, removeEdits } from './document/lists';
export { type Broken, difference, readTerms, type Terms, TermsReader } from './document/parse';
export { itemsAt, locate, nodeAt, type Path, serverPath } from './document/paths';
export { renamed } from './document/rename';
export { child, type MapNode, type Node, textOf } from './document/tree';
export { bare, type Value, word, Written } from './document/values';

import { applyEdits, type Change, editsOf } from './document/edits';
import type { Terms } from './document/parse';

/** The text after some changes. */
export function changed(terms: Terms, changes: readonly Change[]): string {
  return applyEdits(terms.text, editsOf(terms, changes));
}

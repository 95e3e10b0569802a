import type { Word } from '../../../../words';
import { assets } from './assets';
import { basics, dates } from './basics';
import { costs } from './costs';
import { others, shelf } from './papers';
import { modes, type Shape } from './shapes';
import { fees, notes, order, support, triggers } from './tables';

export interface Section {
  readonly id: SectionId;
  readonly label: Word;
  readonly shapes: readonly Shape[];
  /** Top-level keys whose findings belong here. */
  readonly roots: readonly string[];
}

export type SectionId = 'basics' | 'dates' | 'assets' | 'notes' | 'fees' | 'support' | 'triggers' | 'orders' | 'shelf' | 'costs' | 'others';

export const sections: readonly Section[] = [
  { id: 'basics', label: 'terms.section.basics', shapes: basics, roots: ['schema', 'id', 'name', 'market', 'structure', 'currency', 'size', 'money', 'parties', 'spv'] },
  { id: 'dates', label: 'terms.section.dates', shapes: dates, roots: ['dates'] },
  { id: 'assets', label: 'terms.section.assets', shapes: assets, roots: ['pool'] },
  { id: 'notes', label: 'terms.section.notes', shapes: [notes], roots: ['tranches'] },
  { id: 'fees', label: 'terms.section.fees', shapes: [fees], roots: ['fees'] },
  { id: 'support', label: 'terms.section.support', shapes: [support], roots: ['support'] },
  { id: 'triggers', label: 'terms.section.triggers', shapes: [triggers], roots: ['triggers'] },
  { id: 'orders', label: 'terms.section.orders', shapes: modes.map(order), roots: ['waterfalls'] },
  { id: 'shelf', label: 'terms.section.shelf', shapes: shelf, roots: ['shelf'] },
  { id: 'costs', label: 'terms.section.costs', shapes: costs, roots: ['costs'] },
  { id: 'others', label: 'terms.section.others', shapes: others, roots: [] },
];

/** The section in which a finding is shown; what belongs nowhere else is shown under the last one. */
export function sectionOf(path: string): SectionId {
  const root = path.split('.')[0] ?? '';
  return sections.find((section) => section.roots.includes(root))?.id ?? 'others';
}

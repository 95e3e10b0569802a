import { child, itemsAt, type Node, nodeAt, type Path, type Terms, textOf } from '../../securitization/terms/document';
import type { Translate } from '../../../words';
import { type Column, field, placed, type Section } from './policyTree';

/** A list of a section with the columns it is shown in. */
export interface SheetOf {
  readonly key: string;
  readonly title: string;
  readonly path: Path;
  readonly columns: readonly Column[];
  /** Whether the list may be taken to a workbook and back. */
  readonly exported?: boolean;
}

const types = ['number', 'date', 'flag', 'grade', 'text', 'numbers', 'texts'];
export const hits = ['U', 'F', 'A', 'P', 'R', 'O', 'C', 'C+', 'C<', 'C>', 'C#'];
const outcomes = ['approve', 'refer', 'decline'];
const roundings = ['half_up', 'half_even', 'down'];

/** The lists of one section, each with its columns. */
export function sheetsOf(terms: Terms, section: Section, t: Translate): SheetOf[] {
  const zh = field('zh', t('policyEdit.zh'), 170);
  const en = field('en', t('policyEdit.en'), 170);
  const source = field('source', t('policyEdit.source'), 200);
  const verified = field('verified', t('policyEdit.verified'), 90, 'choice', ['true', 'false']);
  const reason = field('reason', t('policyEdit.reasons'), 130, 'list');
  const unit = field('unit', t('policyEdit.unit'), 70);
  const one = (columns: readonly Column[]): SheetOf[] => [{ key: section.kind, title: t(`policySection.${section.kind}`), path: section.path, columns }];
  switch (section.kind) {
    case 'facts':
      return one([field('name', t('policyEdit.name'), 170), field('type', t('policyEdit.type'), 90, 'choice', types), zh, en, unit, field('min', t('policyEdit.min'), 80, 'number'), field('max', t('policyEdit.max'), 80, 'number'), field('places', t('policyEdit.places'), 70, 'number'), field('fresh', t('policyEdit.fresh'), 90, 'number'), field('values', t('policyEdit.values'), 200, 'list'), source]);
    case 'parameters':
      return one([field('name', t('policyEdit.name'), 150), field('value', t('policyEdit.value'), 110, 'number'), unit, zh, en, source, verified]);
    case 'reasons':
      return one([field('code', t('policyEdit.code'), 110), field('zh', t('policyEdit.zh'), 300), field('en', t('policyEdit.en'), 300)]);
    case 'figures':
      return one([field('name', t('policyEdit.name'), 130), field('from', t('policyEdit.from'), 220, 'cell'), zh, en, unit, field('places', t('policyEdit.places'), 70, 'number'), field('round', t('policyEdit.round'), 100, 'choice', roundings)]);
    case 'tests':
      return one([field('id', t('policyEdit.name'), 150), field('day', t('policyEdit.day'), 110, 'number'), zh, en, field('expect.outcome', t('policyEdit.outcome'), 110, 'choice', ['approve', 'refer', 'decline', 'computed']), field('expect.reasons', t('policyEdit.reasons'), 170, 'list'), field('expect.missing', t('policyEdit.missing'), 170, 'list')]);
    case 'map':
      return [{ key: 'values', title: t('policySection.map'), path: [...section.path, 'values'], columns: [field('name', t('policyEdit.name'), 130), field('is', t('policyEdit.expression'), 320, 'cell'), zh, en] }];
    case 'scorecard':
      return scorecard(terms, section, t);
    case 'table':
      return table(terms, section, t, reason);
    default:
      return [];
  }
}

function table(terms: Terms, section: Section, t: Translate, reason: Column): SheetOf[] {
  const step = nodeAt(terms.root, section.path);
  const facts = new Map(itemsAt(terms.root, ['facts']).map(fact => [textOf(fact, 'name'), fact]));
  const title = (input: Node) => {
    const own = t.either(textOf(input, 'zh'), textOf(input, 'en'));
    const fact = facts.get(textOf(input, 'is') || textOf(input, 'id'));
    return own || (fact === undefined ? textOf(input, 'is') || textOf(input, 'id') : t.either(textOf(fact, 'zh'), textOf(fact, 'en')));
  };
  const inputs = itemsAt(step, ['inputs']);
  const outputs = itemsAt(step, ['outputs']);
  const rows: Column[] = [
    field('id', t('policyEdit.rowName'), 110),
    ...inputs.map((input, n) => placed('when', n, textOf(input, 'id'), title(input))),
    ...outputs.map((output, n) => placed('then', n, textOf(output, 'name'), textOf(output, 'name'))),
    field('outcome', t('policyEdit.outcome'), 100, 'choice', outcomes),
    reason,
    field('note', t('policyEdit.note'), 180),
  ];
  return [
    { key: 'rows', title: t('policyEdit.rowsTitle'), path: [...section.path, 'rows'], columns: rows, exported: true },
    { key: 'inputs', title: t('policyEdit.inputs'), path: [...section.path, 'inputs'], columns: [field('id', t('policyEdit.name'), 120), field('is', t('policyEdit.expression'), 240, 'cell'), field('zh', t('policyEdit.zh'), 170), field('en', t('policyEdit.en'), 170)] },
    { key: 'outputs', title: t('policyEdit.outputs'), path: [...section.path, 'outputs'], columns: [field('name', t('policyEdit.name'), 130), field('type', t('policyEdit.type'), 90, 'choice', types), field('default', t('policyEdit.default'), 140, 'cell'), field('values', t('policyEdit.values'), 220, 'list')] },
  ];
}

function scorecard(terms: Terms, section: Section, t: Translate): SheetOf[] {
  const step = nodeAt(terms.root, section.path);
  const named = [field('id', t('policyEdit.name'), 120), field('zh', t('policyEdit.zh'), 160), field('en', t('policyEdit.en'), 160)];
  const indicators = [...named, field('is', t('policyEdit.expression'), 180, 'cell'), field('weight', t('policyEdit.weight'), 70, 'number'), field('min', t('policyEdit.min'), 70, 'number'), field('max', t('policyEdit.max'), 70, 'number'), field('line.from', t('policyEdit.lineFrom'), 90, 'number'), field('line.to', t('policyEdit.lineTo'), 90, 'number'), field('missing', t('policyEdit.unknown'), 110, 'choice', ['refer', 'leave_out']), field('reason', t('policyEdit.reasons'), 110, 'list')];
  const groups = itemsAt(step, ['groups']);
  return [
    { key: 'groups', title: t('policyEdit.groups'), path: [...section.path, 'groups'], columns: [...named, field('weight', t('policyEdit.weight'), 90, 'number')] },
    ...groups.flatMap((group, g): SheetOf[] => {
      const path = [...section.path, 'groups', g, 'indicators'];
      const name = t.either(textOf(group, 'zh'), textOf(group, 'en'));
      return [
        { key: `groups.${g}.indicators`, title: `${t('policyEdit.indicators')} · ${name}`, path, columns: indicators },
        ...itemsAt(group, ['indicators']).flatMap((indicator, i): SheetOf[] => (child(indicator, 'bins') === null ? [] : [{ key: `groups.${g}.indicators.${i}.bins`, title: `${t('policyEdit.bins')} · ${t.either(textOf(indicator, 'zh'), textOf(indicator, 'en'))}`, path: [...path, i, 'bins'], columns: [field('when', t('policyEdit.when'), 220, 'cell'), field('points', t('policyEdit.points'), 110, 'number')] }])),
      ];
    }),
    { key: 'bands', title: t('policyEdit.bands'), path: [...section.path, 'bands'], columns: [field('grade', t('policyEdit.grade'), 120), field('from', t('policyEdit.scoreFrom'), 120, 'number')] },
  ];
}

import type { SchemeFact, SchemeKind } from '../../../api/policyTypes';
import type { Translate } from '../../../words';
import type { SheetOf } from '../../lending/policies/columns';
import { type CellKind, type Column, field, shown } from '../../lending/policies/policyTree';
import { child, itemsAt, type MapNode, type Node, nodeAt, type Path, textOf } from '../../securitization/terms/document';

/** A field of a scheme that stands alone. */
export interface SchemeField {
  readonly path: readonly string[];
  readonly label: string;
  readonly kind: CellKind;
  readonly choices?: readonly string[];
  readonly labels?: ReadonlyMap<string, string>;
}

/** A part of a scheme that is shown at a time: fields, then sheets. */
export interface SchemeSection {
  readonly key: string;
  readonly title: string;
  readonly fields: readonly SchemeField[];
  readonly sheets: readonly SheetOf[];
}

const flags = ['true', 'false'];
const scopes = ['item', 'loan', 'firm_year', 'firm_lifetime'];
const dayCounts = ['whole_year', 'months', 'ACT/365', 'ACT/360', '30/360'];

/** The sections of a scheme's text, in the order in which one fills them in. */
export function schemeSections(kind: SchemeKind, root: MapNode, facts: readonly SchemeFact[], t: Translate): SchemeSection[] {
  const words = new SheetWords(facts, root, t);
  return kind === 'share' ? shareSections(root, words, t) : aidSections(root, words, t);
}

/** Columns that many sheets have, with the names their choices go by. */
class SheetWords {
  private readonly facts: readonly SchemeFact[];
  private readonly t: Translate;
  readonly labels: ReadonlyMap<string, string>;

  constructor(facts: readonly SchemeFact[], root: MapNode, t: Translate) {
    this.facts = facts;
    this.t = t;
    const named = (list: string) => itemsAt(root, [list]).map((node): [string, string] => [textOf(node, 'id'), titleOf(node, t)]);
    this.labels = new Map([...facts.map((fact): [string, string] => [fact.name, fact.title]), ...named('parties'), ...named('items'), ['loss.base', t('schemeSheet.lossBase')]]);
  }

  names(...kinds: readonly SchemeFact['kind'][]): string[] {
    return this.facts.filter(fact => kinds.includes(fact.kind)).map(fact => fact.name);
  }

  choice(key: string, title: string, width: number, choices: readonly string[], initial?: string): Column {
    return { ...field(key, title, width, 'choice', choices), labels: this.called(choices), ...(initial === undefined ? {} : { initial }) };
  }

  /** Names of facts, parties and items, and the words of the rule's own language. */
  called(choices: readonly string[]): ReadonlyMap<string, string> {
    return new Map(choices.map(one => [one, this.labels.get(one) ?? this.t.code('schemeWord', one)]));
  }

  named(id = 130): Column[] {
    return [field('id', this.t('policyEdit.name'), id), field('zh', this.t('policyEdit.zh'), 170), field('en', this.t('policyEdit.en'), 170)];
  }

  source(): Column {
    return field('source', this.t('policyEdit.source'), 220);
  }

  conditions(key: string, title: string, path: Path): SheetOf {
    const { t } = this;
    const compared = (op: string) => field(op, t.code('schemeSheet', op), 90, op === 'at_least' ? 'text' : 'figure');
    return { key, title, path, columns: [...this.named(), field('when', t('schemeSheet.when'), 260, 'cell'), this.choice('path', t('schemeSheet.fact'), 190, this.facts.map(fact => fact.name)), field('in', t('schemeSheet.in'), 160, 'list'), this.choice('is', t('schemeSheet.is'), 80, flags), ...['at_least', 'ge', 'gt', 'le', 'lt', 'eq'].map(compared), this.source()] };
  }

  caps(key: string, title: string, path: Path): SheetOf {
    const { t } = this;
    return { key, title, path, columns: [...this.named(), this.choice('scope', t('schemeSheet.scope'), 130, scopes, 'firm_year'), field('amount', t('schemeSheet.amount'), 130, 'figure'), field('when', t('schemeSheet.when'), 200, 'cell'), this.source()] };
  }
}

const titleOf = (node: Node | null, t: Translate) => t.either(textOf(node, 'zh'), textOf(node, 'en')) || textOf(node, 'id');

function aidSections(root: MapNode, words: SheetWords, t: Translate): SchemeSection[] {
  const [money, dates] = [words.names('money'), words.names('date')];
  const rates = itemsAt(root, ['rates']).map(node => textOf(node, 'id'));
  const items: Column[] = [
    ...words.named(),
    words.choice('base.kind', t('schemeSheet.base'), 150, ['interest_paid', 'fee_paid', 'reference_rate', 'percent', 'amount'], 'interest_paid'),
    words.choice('base.fact', t('schemeSheet.baseFact'), 150, money),
    words.choice('base.rate', t('schemeSheet.rate'), 120, rates),
    field('base.percent', t('schemeSheet.percent'), 90, 'figure'),
    field('base.amount', t('schemeSheet.amount'), 120, 'figure'),
    words.choice('base.times', t('schemeSheet.times'), 130, words.names('number')),
    words.choice('base.at_most', t('schemeSheet.atMost'), 150, money),
    words.choice('base.lower_actual', t('schemeSheet.lowerActual'), 110, flags),
    { ...field('multiplier', t('schemeSheet.multiplier'), 110, 'figure'), shows: node => multiplierOf(node) },
    words.choice('time.basis', t('schemeSheet.basis'), 120, dayCounts),
    words.choice('time.from', t('schemeSheet.timeFrom'), 130, dates),
    words.choice('time.to', t('schemeSheet.timeTo'), 130, dates),
    field('time.max_months', t('schemeSheet.maxMonths'), 100, 'number'),
    words.choice('time.accrue', t('schemeSheet.accrue'), 120, ['principal', 'balances']),
    words.source(),
  ];
  const each = itemsAt(root, ['items']).map((node, n): SchemeSection => ({
    key: `items.${n}`,
    title: titleOf(node, t),
    fields: [],
    sheets: [
      { key: 'multiplier', title: t('schemeSheet.multiplierRows'), path: ['items', n, 'multiplier'], columns: [...words.named(), field('when', t('schemeSheet.when'), 260, 'cell'), field('value', t('schemeSheet.multiplier'), 110, 'figure'), words.source()] },
      words.caps('caps', t('schemeSheet.caps'), ['items', n, 'caps']),
      words.conditions('conditions', t('schemeSheet.whoItem'), ['items', n, 'conditions']),
    ],
  }));
  return [
    { key: 'items', title: t('schemeSheet.items'), fields: [], sheets: [{ key: 'items', title: t('schemeSheet.items'), path: ['items'], columns: items }] },
    ...each,
    {
      key: 'groups',
      title: t('schemeSheet.groups'),
      fields: (['id', 'zh', 'en', 'amount', 'source'] as const).map(key => ({ path: ['pool', key], label: t(`schemeSheet.pool.${key}`), kind: key === 'amount' ? 'figure' as const : 'text' as const })),
      sheets: [
        { key: 'groups', title: t('schemeSheet.groups'), path: ['groups'], columns: [...words.named(), field('items', t('schemeSheet.members'), 260, 'list')] },
        ...itemsAt(root, ['groups']).map((node, n) => words.caps(`groups.${n}.caps`, `${t('schemeSheet.caps')} · ${titleOf(node, t)}`, ['groups', n, 'caps'])),
      ],
    },
    { key: 'who', title: t('schemeSheet.who'), fields: [], sheets: [words.conditions('eligibility', t('schemeSheet.who'), ['eligibility'])] },
    {
      key: 'days',
      title: t('schemeSheet.days'),
      fields: force(words, t),
      sheets: [{ key: 'windows', title: t('schemeSheet.windows'), path: ['windows'], columns: [...words.named(), field('opens', t('schemeSheet.opens'), 120, 'date'), field('closes', t('schemeSheet.closes'), 120, 'date'), field('event_year', t('schemeSheet.eventYear'), 110, 'number'), words.source()] }],
    },
    more(words, t),
  ];
}

function shareSections(root: MapNode, words: SheetWords, t: Translate): SchemeSection[] {
  const parties = itemsAt(root, ['parties']).map(node => textOf(node, 'id'));
  const others = parties.filter(party => party !== textOf(root, 'residual'));
  const one = (path: string, label: string, choices: readonly string[]): SchemeField => ({ path: path.split('.'), label, kind: 'choice', choices, labels: words.called(choices) });
  const shares = parties.map((party): Column => ({ ...field(`shares.${party}`, words.labels.get(party) ?? party, 110, 'figure'), path: () => ['shares', party] }));
  const chains = itemsAt(root, ['tiers', 'rows']).flatMap((node, n): SheetOf[] => (child(node, 'chain') === null ? [] : [{ key: `tiers.${n}.chain`, title: `${t('schemeSheet.chain')} · ${titleOf(node, t)}`, path: ['tiers', 'rows', n, 'chain'], columns: [words.choice('party', t('policy.party'), 180, others, others[0]), field('share', t('schemeSheet.share'), 130, 'figure')] }]));
  return [
    {
      key: 'shares',
      title: t('schemeSheet.shares'),
      fields: [
        one('residual', t('schemeSheet.residual'), parties),
        one('outside', t('schemeSheet.outside'), parties),
        one('loss.of', t('schemeSheet.loss'), ['principal', 'principal_and_interest']),
        one('loss.ip_portion_only', t('schemeSheet.ipOnly'), flags),
        one('tiers.by', t('schemeSheet.tiersBy'), ['loss.base', ...words.names('money')]),
        one('tiers.mode', t('schemeSheet.mode'), ['whole', 'marginal']),
        one('recovery.costs_first', t('schemeSheet.costsFirst'), flags),
      ],
      sheets: [
        { key: 'parties', title: t('schemeSheet.parties'), path: ['parties'], columns: words.named() },
        { key: 'tiers', title: t('schemeSheet.tiers'), path: ['tiers', 'rows'], columns: [...words.named(), field('up_to', t('schemeSheet.upTo'), 130, 'figure'), ...shares, words.source()] },
        ...chains,
        { key: 'layers', title: t('schemeSheet.layers'), path: ['layers'], columns: [...words.named(), { ...field('from', t('schemeSheet.from'), 130, 'figure'), initial: '0' }, field('to', t('schemeSheet.to'), 130, 'figure'), ...shares, words.source()] },
      ],
    },
    {
      key: 'limits',
      title: t('schemeSheet.limits'),
      fields: [{ path: ['filing', 'leverage'], label: t('schemeSheet.leverage'), kind: 'figure' }, { path: ['filing', 'suspend_above'], label: t('schemeSheet.suspend'), kind: 'figure' }, { path: ['filing', 'source'], label: t('schemeSheet.filingSource'), kind: 'text' }],
      sheets: [{ key: 'limits', title: t('schemeSheet.limits'), path: ['limits'], columns: [...words.named(), words.choice('party', t('policy.party'), 140, others, others[0]), words.choice('scope', t('schemeSheet.scope'), 140, ['loan', 'firm', 'bank', 'fund_balance'], 'loan'), field('amount', t('schemeSheet.amount'), 130, 'figure'), words.source()] }],
    },
    { key: 'who', title: t('schemeSheet.who'), fields: [], sheets: [words.conditions('eligibility', t('schemeSheet.who'), ['eligibility']), words.conditions('trigger', t('schemeSheet.trigger'), ['trigger'])] },
    { key: 'days', title: t('schemeSheet.days'), fields: force(words, t), sheets: [] },
    more(words, t),
  ];
}

const force = (words: SheetWords, t: Translate): SchemeField[] => [
  { path: ['effective', 'from'], label: t('schemeEdit.from'), kind: 'date' },
  { path: ['effective', 'until'], label: t('schemeEdit.until'), kind: 'date' },
  { path: ['effective', 'by'], label: t('schemeSheet.forceBy'), kind: 'choice', choices: words.names('date'), labels: words.labels },
];

const more = (words: SheetWords, t: Translate): SchemeSection => ({
  key: 'more',
  title: t('schemeSheet.more'),
  fields: [],
  sheets: [
    { key: 'rates', title: t('schemeSheet.rates'), path: ['rates'], columns: [field('id', t('policyEdit.name'), 130), words.choice('curve', t('schemeSheet.curve'), 110, ['LPR1Y', 'LPR5Y'], 'LPR1Y'), words.choice('day.of', t('schemeSheet.dayOf'), 180, words.names('date'), 'loan.signed'), field('day.months', t('schemeSheet.months'), 110, 'number'), field('day.month', t('schemeSheet.month'), 110, 'number'), words.choice('day.take', t('schemeSheet.take'), 120, ['same', 'end', 'start'])] },
    { key: 'facts', title: t('schemeSheet.facts'), path: ['facts'], columns: [field('name', t('policyEdit.name'), 170), words.choice('kind', t('policyEdit.type'), 110, ['money', 'number', 'date', 'flag', 'word'], 'money'), field('words', t('schemeSheet.words'), 220, 'list'), field('zh', t('policyEdit.zh'), 200), field('en', t('policyEdit.en'), 200)] },
    { key: 'open', title: t('schemeSheet.open'), path: ['open'], columns: [field('zh', t('policyEdit.zh'), 320), field('en', t('policyEdit.en'), 320)] },
  ],
});

/** One number, or the numbers of its rows. */
function multiplierOf(item: Node | null): string {
  const node = nodeAt(item, ['multiplier']);
  return node?.kind === 'list' ? node.items.map(row => textOf(row, 'value') || '?').join(' / ') : shown(node);
}

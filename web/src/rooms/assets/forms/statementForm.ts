import type { RightStatement } from '../../../api/rightTypes';
import { parsePercent, parseWhole } from '../../../format';
import { isPatent } from '../codes';

/** What is typed of a right; every field is a text until it is sent. */
export interface StatementForm {
  title: string;
  titleEn: string;
  owners: { name: string; code: string; share: string }[];
  inventors: string[];
  dates: Record<string, string>;
  ipc: string[];
  nice: string[];
  claims: string;
  firstClaim: string;
  termAdjustmentDays: string;
  trl: string;
  divisionalOf: string;
  familyId: string;
  agreementUntil: string;
  woody: boolean;
  asOf: string;
}

export const nothingStated: StatementForm = {
  title: '',
  titleEn: '',
  owners: [{ name: '', code: '', share: '' }],
  inventors: [],
  dates: {},
  ipc: [],
  nice: [],
  claims: '',
  firstClaim: '',
  termAdjustmentDays: '',
  trl: '',
  divisionalOf: '',
  familyId: '',
  agreementUntil: '',
  woody: false,
  asOf: '',
};

/** The days that matter to a category: what its term is counted from, and what its states rest on. */
export function datesAsked(kind: string): readonly string[] {
  if (isPatent(kind)) return ['filing', 'publication', 'grant'];
  switch (kind) {
    case 'trademark':
    case 'gi_mark':
      return ['filing', 'registration', 'expiry'];
    case 'software':
    case 'work':
      return ['creation', 'first_publication', 'registration'];
    case 'ic_layout':
      return ['creation', 'first_use', 'filing', 'registration'];
    case 'plant_variety':
      return ['filing', 'grant'];
    default:
      return ['filing', 'registration'];
  }
}

export const asksAgreement = (kind: string) => kind === 'data_ip' || kind === 'licence_income';

export const asksNice = (kind: string) => kind === 'trademark' || kind === 'gi_mark';

/** The names of figures that are typed but cannot be read. */
export function unreadable(form: StatementForm): string[] {
  const wholes = (['claims', 'termAdjustmentDays', 'trl'] as const).filter(name => form[name].trim() !== '' && parseWhole(form[name]) === null);
  const shares = form.owners.flatMap((owner, index) => (owner.share.trim() !== '' && parsePercent(owner.share) === null ? [`owners.${index}.share`] : []));
  return [...wholes, ...shares];
}

/** Only what was filled in: a field left empty is not spoken of. */
export function statementOf(form: StatementForm): RightStatement {
  const owners = form.owners
    .filter(owner => owner.name.trim() !== '')
    .map(({ name, code, share }) => {
      const part = parsePercent(share);
      return { name: name.trim(), ...(code.trim() === '' ? {} : { code: code.trim().toUpperCase() }), ...(share.trim() === '' || part === null ? {} : { share: Number(part) }) };
    });
  const dates = Object.fromEntries(Object.entries(form.dates).filter(([, day]) => day !== ''));
  const other = { ...(form.agreementUntil === '' ? {} : { agreement_until: form.agreementUntil }), ...(form.woody ? { variety_group: 'woody' } : {}) };
  const statement: RightStatement = {};
  for (const name of ['title', 'titleEn', 'firstClaim', 'divisionalOf', 'familyId', 'asOf'] as const) {
    const text = form[name].trim();
    if (text !== '') statement[name] = text;
  }
  for (const name of ['claims', 'termAdjustmentDays', 'trl'] as const) {
    const number = parseWhole(form[name]);
    if (form[name].trim() !== '' && number !== null) statement[name] = number;
  }
  for (const name of ['inventors', 'ipc', 'nice'] as const) if (form[name].length > 0) statement[name] = [...form[name]];
  if (owners.length > 0) statement.owners = owners;
  if (Object.keys(dates).length > 0) statement.dates = dates;
  if (Object.keys(other).length > 0) statement.other = other;
  return statement;
}

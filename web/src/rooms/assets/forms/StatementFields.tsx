import { Checkbox, Form, Input, Select } from 'antd';
import type { Finding } from '../../../api/types';
import { DayField } from '../../../shell/DayField';
import { useT } from '../../../words';
import { Field } from '../../ledger/FieldNotes';
import { today } from '../../today';
import styles from '../Assets.module.css';
import { isPatent } from '../codes';
import { OwnerLines } from './OwnerLines';
import { asksAgreement, asksNice, datesAsked, unreadable, type StatementForm } from './statementForm';
import { capital } from '../capital';

interface Props {
  kind: string;
  form: StatementForm;
  findings: readonly Finding[];
  onChange: (change: Partial<StatementForm>) => void;
}

const separators = ['、', '，', ',', ';', '；', '\n'];

/** The fields of a statement that a category has; the rest is not shown. */
export function StatementFields({ kind, form, findings, onChange }: Props) {
  const t = useT();
  const wrong = unreadable(form);
  const text = (name: 'title' | 'titleEn' | 'claims' | 'termAdjustmentDays' | 'trl' | 'divisionalOf' | 'familyId', most: number, extra?: string) => (
    <Field label={t(`rightFacts.${name}`)} id={`right-${name}`} name={name} findings={findings} extra={extra}>
      <Input id={`right-${name}`} value={form[name]} maxLength={most} status={wrong.includes(name) ? 'error' : ''} autoComplete="off" onChange={event => onChange({ [name]: event.target.value })} />
    </Field>
  );
  const tags = (name: 'inventors' | 'ipc' | 'nice', extra?: string) => (
    <Field label={t(`rightFacts.${name}`)} id={`right-${name}`} name={name} findings={findings} extra={extra}>
      <Select id={`right-${name}`} mode="tags" open={false} suffixIcon={null} tokenSeparators={separators} value={[...form[name]]} onChange={value => onChange({ [name]: value })} />
    </Field>
  );
  return (
    <>
      {text('title', 500)}
      {text('titleEn', 500)}
      <OwnerLines owners={form.owners} findings={findings} wrong={wrong} onChange={owners => onChange({ owners })} />
      <h3>{t('rightFacts.dates')}</h3>
      <div className={styles['grid']}>
        {datesAsked(kind).map(name => (
          <Field key={name} label={capital(t.code('rightDate', name))} id={`right-${name}`} name={`dates.${name}`} findings={findings}>
            <DayField id={`right-${name}`} value={form.dates[name] ?? ''} onChange={day => onChange({ dates: { ...form.dates, [name]: day } })} />
          </Field>
        ))}
        {asksAgreement(kind) && (
          <Field label={capital(t('rightField.other.agreement_until'))} id="right-agreement" name="other.agreement_until" findings={findings} extra={t('rightFacts.agreement.help')}>
            <DayField id="right-agreement" value={form.agreementUntil} onChange={agreementUntil => onChange({ agreementUntil })} />
          </Field>
        )}
      </div>
      {kind === 'plant_variety' && (
        <Form.Item extra={t('rightFacts.woody.help')}>
          <Checkbox checked={form.woody} onChange={event => onChange({ woody: event.target.checked })}>
            {t('rightFacts.woody')}
          </Checkbox>
        </Form.Item>
      )}
      {isPatent(kind) && (
        <>
          <h3>{t('rightFacts.patent')}</h3>
          {tags('inventors')}
          {kind !== 'design' && tags('ipc', t('rightFacts.ipc.help'))}
          <div className={styles['grid']}>
            {kind !== 'design' && text('claims', 6)}
            {text('trl', 1, t('rightFacts.trl.help'))}
            {text('divisionalOf', 40, t('rightFacts.divisionalOf.help'))}
            {text('familyId', 60)}
            {kind === 'invention' && text('termAdjustmentDays', 5, t('rightFacts.termAdjustmentDays.help'))}
          </div>
          {kind !== 'design' && (
            <Field label={t('rightFacts.firstClaim')} id="right-firstClaim" name="firstClaim" findings={findings}>
              <Input.TextArea id="right-firstClaim" rows={3} value={form.firstClaim} maxLength={20_000} onChange={event => onChange({ firstClaim: event.target.value })} />
            </Field>
          )}
        </>
      )}
      {asksNice(kind) && tags('nice', t('rightFacts.nice.help'))}
      <Field label={t('rightFacts.asOf')} id="right-asOf" name="asOf" findings={findings} extra={t('rightFacts.asOf.help')}>
        <DayField id="right-asOf" value={form.asOf} max={today()} onChange={asOf => onChange({ asOf })} />
      </Field>
    </>
  );
}

/** The places of findings the fields show themselves. */
export function placesShown(kind: string, owners: number): string[] {
  const shown = ['title', 'titleEn', 'claims', 'termAdjustmentDays', 'trl', 'divisionalOf', 'familyId', 'inventors', 'ipc', 'nice', 'firstClaim', 'asOf', 'other.agreement_until', 'owners', ...datesAsked(kind).map(name => `dates.${name}`)];
  return [...shown, ...Array.from({ length: owners }, (_, index) => [`owners.${index}.name`, `owners.${index}.code`]).flat()];
}

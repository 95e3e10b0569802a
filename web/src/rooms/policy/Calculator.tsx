import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { calculateScheme } from '../../api/policy';
import type { AidResult, SchemeDetail, SchemeFact, ShareResult } from '../../api/policyTypes';
import { DayField } from '../../shell/DayField';
import { Panel } from '../../shell/Panel';
import { useWriting } from '../../shell/useWriting';
import { useT } from '../../words';
import { OtherFindings } from '../ledger/FieldNotes';
import styles from '../valuation/Valuation.module.css';
import { AidAccount, ShareAccount } from './Account';
import { stated, used, type Typed } from './facts';

interface FactProps {
  fact: SchemeFact;
  value: string;
  onChange: (next: string) => void;
}

/** A field for a fact by its kind; empty says it is not known. */
function FactField({ fact, value, onChange }: FactProps) {
  const t = useT();
  const id = `fact-${fact.name}`;
  const choices = fact.kind === 'flag' ? [{ value: 'true', label: t('policy.yes') }, { value: 'false', label: t('policy.no') }] : fact.words.map(word => ({ value: word, label: word }));
  const label = fact.kind === 'money' ? t('policy.yuan', { name: fact.title }) : fact.kind === 'number' ? t('policy.rate', { name: fact.title }) : fact.title;
  return (
    <Form.Item label={label} htmlFor={id} extra={<code>{fact.name}</code>}>
      {fact.kind === 'date' ? (
        <DayField id={id} value={value} onChange={onChange} />
      ) : fact.kind === 'flag' || fact.kind === 'word' ? (
        <Select id={id} allowClear value={value === '' ? null : value} placeholder={t('shell.unknown')} onChange={next => onChange(next ?? '')} options={choices} />
      ) : (
        <Input id={id} inputMode="decimal" value={value} placeholder={t('shell.unknown')} onChange={event => onChange(event.target.value)} />
      )}
    </Form.Item>
  );
}

/** What a case would get under the scheme, each step shown; nothing is kept. */
export function Calculator({ scheme }: { scheme: SchemeDetail }) {
  const t = useT();
  const write = useWriting([]);
  const [typed, setTyped] = useState<Typed>({});
  const [result, setResult] = useState<(AidResult & ShareResult) | null>(null);
  const facts = scheme.facts.filter(fact => fact.used);
  const scope = (cap: string) => (cap === 'item' || cap === 'loan' || cap === 'firm_year' || cap === 'firm_lifetime' ? t(`capScope.${cap}`) : cap);
  const change = (name: string, next: string) => setTyped(before => ({ ...before, [name]: next }));
  const calculate = async () => {
    const known = used(scheme.caps, typed);
    await write.run(
      async () => {
        const made = await calculateScheme({ kind: scheme.row.kind, code: scheme.row.code, number: scheme.row.number, facts: stated(facts, typed), ...(known === undefined ? {} : { used: known }) });
        setResult(made.result);
        return made;
      },
      () => t('policy.calculated'),
    );
  };
  return (
    <div className={styles['stack']}>
      <Panel title={t('policy.calculator')} note={t('policy.calculator.note')}>
        <Form layout="vertical">
          <OtherFindings findings={write.findings} fields={[]} />
          <div className={styles['grid']}>
            {facts.map(fact => <FactField key={fact.name} fact={fact} value={typed[fact.name] ?? ''} onChange={next => change(fact.name, next)} />)}
            {scheme.caps.map(cap => (
              <Form.Item key={cap} label={t('policy.used', { cap: scope(cap) })} htmlFor={`cap-${cap}`}>
                <Input id={`cap-${cap}`} inputMode="decimal" value={typed[`cap:${cap}`] ?? ''} placeholder={t('shell.unknown')} onChange={event => change(`cap:${cap}`, event.target.value)} />
              </Form.Item>
            ))}
          </div>
          <Button type="primary" loading={write.busy} onClick={() => void calculate()}>{t('policy.calculate')}</Button>
        </Form>
      </Panel>
      {result !== null && (scheme.row.kind === 'share' ? <ShareAccount result={result} /> : <AidAccount result={result} />)}
    </div>
  );
}

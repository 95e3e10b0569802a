import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { calculateScheme } from '../../api/policy';
import type { AidResult, SchemeDetail, ShareResult } from '../../api/policyTypes';
import { Panel } from '../../shell/Panel';
import { useWriting } from '../../shell/useWriting';
import { useT } from '../../words';
import { OtherFindings } from '../ledger/FieldNotes';
import styles from '../valuation/Valuation.module.css';
import { AidAccount, ShareAccount } from './Account';
import { FactField } from './FactField';
import { stated, used, type Typed } from './facts';

/** What a case would get under the scheme, or under a text that is being written; each step shown, nothing kept. */
export function Calculator({ scheme, text, begin = {} }: { scheme: SchemeDetail; text?: string; begin?: Typed }) {
  const t = useT();
  const write = useWriting([]);
  const [typed, setTyped] = useState<Typed>(begin);
  const [result, setResult] = useState<(AidResult & ShareResult) | null>(null);
  const facts = scheme.facts.filter(fact => fact.used);
  const scope = (cap: string) => (cap === 'item' || cap === 'loan' || cap === 'firm_year' || cap === 'firm_lifetime' ? t(`capScope.${cap}`) : cap);
  const change = (name: string, next: string) => setTyped(before => ({ ...before, [name]: next }));
  const calculate = async () => {
    const known = used(scheme.caps, typed);
    await write.run(
      async () => {
        const made = await calculateScheme({ kind: scheme.row.kind, code: scheme.row.code, number: scheme.row.number, facts: stated(facts, typed), ...(known === undefined ? {} : { used: known }), ...(text === undefined ? {} : { text }) });
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

import { Alert, AutoComplete, Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { tryPolicy } from '../../../api/creditPolicies';
import type { PolicyFact, PolicyTried, TriedFact } from '../../../api/creditPolicyTypes';
import { useApplications } from '../../../api/origination';
import { ApiProblem } from '../../../api/problem';
import { DayField } from '../../../shell/DayField';
import { Panel } from '../../../shell/Panel';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useT } from '../../../words';
import { today } from '../../today';
import { DecisionTree } from './DecisionTree';
import styles from './Policies.module.css';

export type TypedFacts = Readonly<Record<string, { value: string; date: string }>>;

interface Props {
  text: string;
  facts: readonly PolicyFact[];
  /** Values a finding shows, to begin with. */
  example: TypedFacts | null;
}

/** The text tried on typed facts or on a stored application. */
export function TryPanel({ text, facts, example }: Props) {
  const t = useT();
  const refused = useFailureNotice();
  const [typed, setTyped] = useState<TypedFacts>(example ?? {});
  const [application, setApplication] = useState('');
  const [day, setDay] = useState(today());
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState<PolicyTried | null>(null);
  const [problems, setProblems] = useState<string[]>([]);
  const stored = useApplications({ pageSize: 50 });
  useEffect(() => {
    if (example !== null) setTyped(example);
  }, [example]);
  const run = async () => {
    setBusy(true);
    setProblems([]);
    try {
      const given: Record<string, TriedFact> = Object.fromEntries(Object.entries(typed).filter(([name, one]) => one.value !== '' && facts.some(fact => fact.name === name)).map(([name, one]) => [name, one.date === '' ? one.value : { value: one.value, date: one.date }]));
      setTried(await tryPolicy(application.trim() === '' ? { text, day, facts: given } : { text, application: application.trim() }));
    } catch (reason) {
      if (reason instanceof ApiProblem && reason.findings.length > 0) setProblems(reason.findings.map(one => `${one.message}：${one.path} ${one.found} ${one.code}`));
      else refused(reason);
    } finally {
      setBusy(false);
    }
  };
  const change = (name: string, part: Partial<{ value: string; date: string }>) => setTyped(now => ({ ...now, [name]: { value: '', date: '', ...now[name], ...part } }));
  const choices = (fact: PolicyFact) => (fact.type === 'flag' ? [{ value: 'true', label: t('match.yes') }, { value: 'false', label: t('match.no') }] : fact.values.map(value => ({ value, label: value })));
  return (
    <Panel title={t('policyTry.title')} note={t('policyTry.note')} extra={<Button type="primary" loading={busy} onClick={() => void run()}>{t('policyTry.run')}</Button>}>
      <div className={styles['facts']} style={{ marginBottom: 12 }}>
        <div>
          <label htmlFor="try-application">{t('policyTry.application')}</label>
          <AutoComplete id="try-application" style={{ width: '100%' }} allowClear value={application} onChange={next => setApplication(next ?? '')} options={(stored.data?.items ?? []).filter(row => row.snapshot > 0).map(row => ({ value: row.number, label: `${row.number} ${row.firmName}` }))} placeholder={t('policyTry.typed')} />
        </div>
        {application.trim() === '' && <div><label htmlFor="try-day">{t('policyTry.day')}</label><DayField id="try-day" value={day} clearable={false} onChange={setDay} /></div>}
      </div>
      {application.trim() === '' && (
        <div className={styles['facts']}>
          {facts.map(fact => {
            const value = typed[fact.name]?.value ?? '';
            const id = `try-${fact.name}`;
            return (
              <div key={fact.name}>
                <label htmlFor={id}>{fact.title}{fact.unit === '' ? '' : `（${fact.unit}）`}</label>
                <div className={fact.fresh === null ? undefined : styles['pairOfFields']}>
                  {fact.type === 'date' ? <DayField id={id} value={value} onChange={next => change(fact.name, { value: next })} />
                    : choices(fact).length > 0 ? <Select id={id} style={{ width: '100%' }} allowClear value={value === '' ? null : value} placeholder={t('shell.unknown')} options={choices(fact)} onChange={next => change(fact.name, { value: next ?? '' })} />
                      : <Input id={id} value={value} placeholder={t('shell.unknown')} onChange={event => change(fact.name, { value: event.target.value })} />}
                  {fact.fresh !== null && <DayField label={t('policyTry.sourceDay')} value={typed[fact.name]?.date ?? ''} onChange={next => change(fact.name, { date: next })} />}
                </div>
              </div>
            );
          })}
        </div>
      )}
      {problems.length > 0 && <Alert style={{ marginTop: 12 }} type="error" showIcon message={problems.map(words => <div key={words}>{words}</div>)} />}
      {tried !== null && (
        <section style={{ marginTop: 12 }} aria-label={t('policyTry.result')}>
          <h3>{t('policyTry.result')} <span className={styles['note']}>{[tried.application, tried.firmName, tried.decision.day].filter(part => part !== null).join(' · ')}</span></h3>
          <DecisionTree decision={tried.decision} />
        </section>
      )}
    </Panel>
  );
}

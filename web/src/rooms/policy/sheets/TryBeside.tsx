import { Alert, Collapse } from 'antd';
import { useEffect, useState } from 'react';
import { useTried } from '../../../api/policy';
import type { SchemeDetail } from '../../../api/policyTypes';
import { ApiProblem } from '../../../api/problem';
import { exactYuan } from '../../../format';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import styles from '../../lending/policies/Policies.module.css';
import { FactField } from '../FactField';
import { stated, type Typed } from '../facts';
import { outcomeTones } from '../tones';
import own from './Sheets.module.css';

interface Props {
  scheme: SchemeDetail;
  text: string;
  /** Whether the text can be read as it stands. */
  readable: boolean;
  typed: Typed;
  onTyped: (next: Typed) => void;
}

/** What an example gets under the text, or who bears its loss: computed anew with every change. */
export function TryBeside({ scheme, text, readable, typed, onTyped }: Props) {
  const t = useT();
  const facts = scheme.facts.filter(fact => fact.used);
  const [asked, setAsked] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  const share = scheme.row.kind === 'share';
  const tried = useTried({ kind: scheme.row.kind, code: scheme.row.code, number: 0, facts: stated(facts, asked), used: {}, ...(share ? {} : { pool: { before: [], after: [] } }), text }, readable);
  const result = tried.data?.result;
  const refused = tried.error instanceof ApiProblem ? tried.error.findings : [];
  return (
    <aside className={styles['findings']} aria-label={t('schemeSheet.try')}>
      <h2>{t('schemeSheet.try')}{result !== undefined && <StateMark tone={outcomeTones[result.state] ?? 'grey'}>{t.code(share ? 'shareOutcome' : 'aidOutcome', result.state)}</StateMark>}</h2>
      {!readable && <p className={styles['note']}>{t('schemeSheet.stale')}</p>}
      {refused.length > 0 && <Alert type="warning" showIcon message={refused.map(one => <div key={`${one.code}${one.path}`}>{t('form.of', { name: one.message, text: '' })}<code translate="no">{one.path}</code> {one.code}</div>)} />}
      {result !== undefined && (
        <dl className={own['result']} aria-live="polite">
          {share ? (
            <>
              <dt>{t('schemeSheet.lossOf')}</dt><dd className={own['total']}>{result.loss === null ? t('shell.unknown') : exactYuan(result.loss)}</dd>
              {result.parties.map(one => <Line key={one.id} name={one.title} amount={one.total} unknown={t('shell.unknown')} />)}
            </>
          ) : (
            <>
              <dt>{t('schemeSheet.aid')}</dt><dd className={own['total']}>{result.total === null ? t('shell.unknown') : exactYuan(result.total)}</dd>
              {result.items.map(one => <Line key={one.id} name={one.title} amount={one.amount} unknown={t(`aidOutcome.${one.state}`)} />)}
            </>
          )}
        </dl>
      )}
      {result !== undefined && result.missing.length > 0 && <p className={styles['note']}>{t('form.of', { name: t('policy.missing'), text: result.missing.map(one => one.title).join(t('form.and')) })}</p>}
      <Collapse
        size="small"
        ghost
        items={[{ key: 'facts', label: t('schemeSheet.facts.own'), children: <div className={own['facts']}><p className={styles['note']}>{t('schemeSheet.try.note')}</p>{facts.map(fact => <FactField key={fact.name} fact={fact} value={typed[fact.name] ?? ''} onChange={next => onTyped({ ...typed, [fact.name]: next })} />)}</div> }]}
      />
    </aside>
  );
}

function Line({ name, amount, unknown }: { name: string; amount: string | null; unknown: string }) {
  return <><dt>{name}</dt><dd>{amount === null ? unknown : exactYuan(amount)}</dd></>;
}

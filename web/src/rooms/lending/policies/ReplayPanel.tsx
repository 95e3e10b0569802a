import { Alert, Button, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { replayPolicy } from '../../../api/origination';
import type { PolicyReplayed } from '../../../api/originationTypes';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import { outcomeTones } from '../applications/tones';
import styles from './Policies.module.css';

interface Props {
  text: string;
  replayed: { text: string; answer: PolicyReplayed } | null;
  onReplayed: (answer: PolicyReplayed) => void;
}

/** The text held against every application decided before: how many change, which, and why. */
export function ReplayPanel({ text, replayed, onReplayed }: Props) {
  const t = useT();
  const refused = useFailureNotice();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      onReplayed(await replayPolicy({ text }));
    } catch (reason) {
      refused(reason);
    } finally {
      setBusy(false);
    }
  };
  const answer = replayed?.answer;
  const mark = (outcome: string) => <StateMark tone={outcomeTones[outcome as keyof typeof outcomeTones] ?? 'grey'}>{t.code('policyWord', outcome)}</StateMark>;
  return (
    <Panel title={t('policyReplay.title')} note={t('policyReplay.note')} extra={<Button type="primary" loading={busy} onClick={() => void run()}>{t('policyReplay.run')}</Button>}>
      {answer === undefined && <p>{t('policyReplay.none')}</p>}
      {answer !== undefined && (
        <>
          {replayed?.text !== text && <Alert type="warning" showIcon message={t('policyReplay.stale')} />}
          <p role="status">{t('policyReplay.said', { count: answer.applications, changed: answer.changes.length })}{answer.left > 0 && ` ${t('policyReplay.left', { count: answer.left })}`}</p>
          <Table
            size="small"
            rowKey={row => `${row.before}${row.after}`}
            pagination={false}
            scroll={{ x: 320 }}
            dataSource={answer.outcomes}
            locale={{ emptyText: t('policyReplay.empty') }}
            columns={[{ title: t('policyReplay.before'), render: (_, row) => mark(row.before) }, { title: t('policyReplay.after'), render: (_, row) => mark(row.after) }, { title: t('policyReplay.count'), align: 'right', dataIndex: 'count' }]}
          />
          <h3>{t('policyReplay.which')}</h3>
          <Table<PolicyReplayed['changes'][number]>
            size="small"
            rowKey="number"
            pagination={answer.changes.length > 50 ? { pageSize: 50 } : false}
            scroll={{ x: 620 }}
            dataSource={answer.changes}
            locale={{ emptyText: t('policyReplay.unchanged') }}
            columns={[
              { title: t('policyReplay.application'), render: (_, row) => <Two first={<Link to={`/lending/applications/${row.applicationId}`}>{row.number}</Link>} second={row.firmName} /> },
              { title: t('policyReplay.change'), width: 200, render: (_, row) => <>{mark(row.before)} → {mark(row.after)}</> },
              { title: t('policyReplay.why'), render: (_, row) => <>{row.gained.map(code => <span key={code} className={styles['after']}>+{code} </span>)}{row.lost.map(code => <span key={code} className={styles['before']}>{code} </span>)}</> },
              { title: t('policyReplay.figures'), render: (_, row) => row.figures.map(one => <div key={one.name} className="tabular"><span translate="no">{one.name}</span> {one.before ?? '?'} → {one.after ?? '?'}</div>) },
            ]}
          />
        </>
      )}
    </Panel>
  );
}

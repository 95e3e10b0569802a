import { Alert, App, Button, Table } from 'antd';
import { replayAssessment } from '../../../api/origination';
import type { Assessment, CheckLine, PolicyDecision } from '../../../api/originationTypes';
import { formatInstant } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import styles from '../Lending.module.css';
import { PledgeRates } from './PledgeRates';
import { checkTones, outcomeTones } from './tones';

interface Props {
  id: string;
  assessment: Assessment;
}

/** Outcome first, then the limit and what binds it, then the tree of rules with their margins. */
export function AssessmentPanel({ id, assessment }: Props) {
  const t = useT();
  const { message } = App.useApp();
  const refused = useFailureNotice();
  const { result } = assessment;
  const again = async () => {
    try {
      const made = await replayAssessment(id, assessment.n);
      void (made.same ? message.success(t('assessment.same')) : message.error(t('assessment.differs')));
    } catch (reason) {
      refused(reason);
    }
  };
  const { decision, limit } = result;
  return (
    <Panel
      title={<>{t('assessment.title')} <StateMark tone={outcomeTones[assessment.outcome]}>{result.outcomeTitle}</StateMark></>}
      note={`${formatInstant(assessment.at)} · ${t.code('person', assessment.by)} · ${result.product.title} · ${decision.policy.title} ${decision.policy.version}`}
      extra={<Button size="small" onClick={() => void again()}>{t('assessment.replay')}</Button>}
    >
      <div className={styles['stack']}>
        <section>
          <h3>{t('assessment.limit')}</h3>
          {limit.refusals.length > 0 && <Alert type="warning" showIcon message={limit.refusals.map(words => <div key={words}>{words}</div>)} />}
          <Table
            size="small"
            rowKey="ground"
            pagination={false}
            scroll={{ x: 420 }}
            dataSource={limit.ceilings}
            columns={[
              { title: t('assessment.text'), dataIndex: 'why' },
              { title: t('application.amount'), width: 150, align: 'right', render: (_, row) => <Amount value={row.amount} /> },
              { title: t('assessment.state'), width: 90, render: (_, row) => (row.binds ? <StateMark tone="amber">{t('assessment.binds')}</StateMark> : null) },
            ]}
          />
        </section>
        {result.pledge !== undefined && <PledgeRates pledge={result.pledge} />}
        <Checks title={t('assessment.screen')} rows={result.screen} />
        <Checks title={t('assessment.conditions')} rows={result.conditions} />
        <section>
          <h3>{t('assessment.policy')} · {decision.policy.title}</h3>
          <ul>
            {decision.reasons.map(reason => (
              <li key={`${reason.code}${reason.step}${reason.row}`}>
                <code>{reason.code}</code> {reason.sentence}
                {(reason.conditions ?? []).map(condition => <div key={condition.sentence} className="soft">{condition.sentence}</div>)}
              </li>
            ))}
          </ul>
          {decision.missing.length > 0 && <Alert type="warning" showIcon message={t('assessment.missing', { names: decision.missing.map(fact => fact.title).join('、') })} />}
          <dl className={styles['facts']}>
            {decision.figures.map(figure => <Figure key={figure.name} figure={figure} />)}
          </dl>
          {decision.steps.map(step => <Indicators key={step.id} step={step} />)}
        </section>
      </div>
    </Panel>
  );
}

function Figure({ figure }: { figure: PolicyDecision['figures'][number] }) {
  const t = useT();
  return <><dt>{figure.title}</dt><dd>{figure.value === null ? t('shell.unknown') : `${figure.value} ${figure.unit}`}</dd></>;
}

function Checks({ title, rows }: { title: string; rows: readonly CheckLine[] }) {
  const t = useT();
  return (
    <section>
      <h3>{title}</h3>
      <Table<CheckLine>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: 520 }}
        dataSource={[...rows]}
        columns={[
          { title: t('assessment.state'), width: 90, render: (_, row) => <StateMark tone={checkTones[row.state]}>{t(`checkState.${row.state}`)}</StateMark> },
          { title: t('assessment.check'), render: (_, row) => <Two first={row.title} second={row.text} /> },
          { title: t('assessment.margin'), width: 110, align: 'right', render: (_, row) => <span className={row.margin?.startsWith('-') ? 'tabular negative' : 'tabular'}>{row.margin ?? '—'}</span> },
        ]}
      />
    </section>
  );
}

function Indicators({ step }: { step: PolicyDecision['steps'][number] }) {
  const t = useT();
  if (step.indicators === undefined || step.indicators.length === 0) return null;
  return <Table size="small" rowKey="id" pagination={false} scroll={{ x: 420 }} dataSource={step.indicators} columns={[{ title: step.title, dataIndex: 'title' }, { title: t('assessment.has'), width: 110, align: 'right', render: (_, row) => row.has ?? t('shell.unknown') }, { title: t('assessment.points'), width: 90, align: 'right', render: (_, row) => row.points ?? '—' }, { title: t('assessment.lost'), width: 90, align: 'right', render: (_, row) => row.lost ?? '—' }]} />;
}

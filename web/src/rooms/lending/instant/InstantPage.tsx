import { FileProtectOutlined } from '@ant-design/icons';
import { Alert, App, Button, Table } from 'antd';
import { Link, useParams } from 'react-router';
import { replayInstant, useInstant } from '../../../api/instant';
import type { CheckLine, PolicyDecision } from '../../../api/originationTypes';
import { formatDate, formatInstant, formatNumber } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useT } from '../../../words';
import { Figures } from '../../payments/Figures';
import { Two } from '../../payments/Two';
import { checkTones } from '../applications/tones';
import styles from '../Lending.module.css';
import { instantTones, outcomeTones } from './instantTones';

interface Result {
  conditions: CheckLine[];
  index: { points: string | null; model: string; source: string; made: PolicyDecision | null };
  guard: PolicyDecision;
  decision: PolicyDecision;
}


/** A figure as people write it; what is no number stands as it is. */
const plain = (text: string | null | undefined) => (text != null && /^-?\d+(\.\d+)?$/.test(text) ? formatNumber(text, 2).replace(/\.?0+$/, '') : (text ?? '—'));

const percent = (rate: string) => (Number(rate) * 100).toFixed(4).replace(/0{1,2}$/, '');

/** One instant decision: outcome and figures first, then signs, index and rules with margins, contract, signature, facts. */
export default function InstantPage() {
  const t = useT();
  const { id = '' } = useParams();
  const { message } = App.useApp();
  const refused = useFailureNotice();
  const found = useInstant(id);
  const back = <Link to="/lending/instant">← {t('instant.title')}</Link>;
  if (found.data === undefined) {
    return found.isError ? (
      <>
        {back}
        <Failure reason={found.error} onRetry={() => void found.refetch()} />
      </>
    ) : (
      <PageSkeleton rows={12} />
    );
  }
  const detail = found.data;
  const { row } = detail;
  const result = detail.result as unknown as Result;
  const again = async () => {
    try {
      const made = await replayInstant(row.id);
      void (made.same ? message.success(t('instant.same')) : message.error(t('instant.differs')));
    } catch (reason) {
      refused(reason);
    }
  };
  const yuan = { unit: t('shell.unit.yuan') };
  return (
    <>
      <PageHead
        named
        title={row.requestNo}
        back={back}
        state={<><StateMark tone={outcomeTones[row.outcome] ?? 'grey'}>{row.outcomeTitle}</StateMark> <StateMark tone={instantTones[row.state] ?? 'grey'}>{row.stateTitle}</StateMark> <Link translate="no" to={`/firms/${row.firmId}`}>{row.firmName}</Link> · {formatInstant(row.at)}</>}
        actions={
          <>
            <Link to={`/evidence?kind=instant&subject=${row.id}`}><Button icon={<FileProtectOutlined />}>{t('registration.evidence')}</Button></Link>
            <Link to={`/lending/index/${row.firmId}`}><Button>{t('index.open')}</Button></Link>
            <Button onClick={() => void again()}>{t('instant.replay')}</Button>
          </>
        }
      />
      {detail.watch !== null && detail.watch !== undefined && <Alert type={detail.watch.state === 'overdue' ? 'error' : detail.watch.state === 'registered' ? 'success' : 'warning'} showIcon style={{ marginBottom: 10 }} message={`${t('instant.watch', { day: formatDate(detail.watch.dueOn) })} · ${detail.watch.stateTitle}`} />}
      <Figures
        figures={[
          { label: t('instant.amount', yuan), value: <Fen value={row.amount} />, note: `${t('instant.months')} ${row.months}` },
          { label: t('instant.limit', yuan), value: row.limit === null || row.limit === undefined ? '—' : <Fen value={row.limit} /> },
          { label: t('instant.rate'), value: row.rate === null || row.rate === undefined ? '—' : percent(row.rate) },
          { label: t('instant.index'), value: row.index == null ? t('shell.unknown') : plain(row.index) },
          { label: t('instant.mandate'), value: <Link translate="no" to={`/lending/mandates/${row.mandateId}`}>{detail.mandateCode}</Link>, note: row.offerEnds === null || row.offerEnds === undefined ? null : `${t('instant.offerEnds')} ${formatDate(row.offerEnds)}` },
        ]}
      />
      <div className={styles['stack']}>
        <Panel title={t('assessment.conditions')}>
          <Table<CheckLine>
            size="small"
            rowKey="id"
            pagination={false}
            scroll={{ x: 520 }}
            dataSource={result.conditions}
            columns={[
              { title: t('assessment.state'), width: 90, render: (_, one) => <StateMark tone={checkTones[one.state]}>{t(`checkState.${one.state}`)}</StateMark> },
              { title: t('assessment.check'), render: (_, one) => <Two first={one.title} second={one.text} /> },
              { title: t('assessment.margin'), width: 120, align: 'right', render: (_, one) => <span className={one.margin?.startsWith('-') ? 'tabular negative' : 'tabular'}>{plain(one.margin)}</span> },
            ]}
          />
        </Panel>
        <Reasons title={t('instant.guard')} decision={result.guard} />
        <Reasons title={t('instant.policy')} decision={result.decision} />
        {result.index.made === null ? <Panel title={t('instant.made')}>{t('instant.given', { model: result.index.model })} · {result.index.source}</Panel> : <Reasons title={t('instant.made')} decision={result.index.made} />}
        {detail.contract !== null && detail.contract !== undefined && (
          <Panel title={t('instant.contract')} note={`SHA-256 ${detail.contract.sha256.slice(0, 16)}…`}>
            <pre translate="no" style={{ whiteSpace: 'pre-wrap', margin: 0 }}>{detail.contract.text}</pre>
            <p>{detail.signature === null || detail.signature === undefined ? t('instant.unsigned') : t('instant.signed', { signer: detail.signature.signer, at: formatInstant(detail.signature.signedAt), provider: detail.signature.provider, reference: detail.signature.reference })}</p>
            {row.loanId !== null && row.loanId !== undefined && <p>{t('instant.loan')} <Link to={`/loans/${row.loanId}`} translate="no">{detail.contract.text.split('\n')[0]?.split(' ').at(-1)}</Link> · {t('instant.batch')} <span translate="no">{row.batchCode}</span></p>}
          </Panel>
        )}
        <Panel title={t('instant.facts')} note={`SHA-256 ${detail.factsHash.slice(0, 16)}…`}>
          <Table
            size="small"
            rowKey="name"
            pagination={false}
            scroll={{ x: 560 }}
            dataSource={detail.known}
            columns={[
              { title: t('instant.fact'), width: 220, render: (_, one) => <Two first={one.title} second={<code translate="no">{one.name}</code>} /> },
              { title: t('instant.value'), width: 150, align: 'right', render: (_, one) => <span className="tabular" translate="no">{one.value}</span> },
              { title: t('instant.source'), render: (_, one) => <span translate="no">{one.source}</span> },
              { title: t('instant.day'), width: 120, render: (_, one) => formatDate(one.date) },
            ]}
          />
        </Panel>
      </div>
    </>
  );
}

function Reasons({ title, decision }: { title: string; decision: PolicyDecision }) {
  const t = useT();
  return (
    <Panel title={title} note={`${decision.policy.title} ${decision.policy.version}`}>
      {decision.missing.length > 0 && <Alert type="warning" showIcon style={{ marginBottom: 8 }} message={t('assessment.missing', { names: decision.missing.map(fact => fact.title).join('、') })} />}
      {decision.reasons.length > 0 && (
        <ul>
          {decision.reasons.map(reason => (
            <li key={`${reason.code}${reason.step}${reason.row}`}>
              <code>{reason.code}</code> {reason.sentence}
              {(reason.conditions ?? []).map(condition => <div key={condition.sentence} className="soft">{condition.sentence}</div>)}
            </li>
          ))}
        </ul>
      )}
      {decision.steps.filter(step => (step.indicators ?? []).length > 0).map(step => (
        <Table key={step.id} size="small" rowKey="id" pagination={false} scroll={{ x: 420 }} dataSource={step.indicators ?? []} columns={[{ title: step.title, dataIndex: 'title' }, { title: t('assessment.has'), width: 130, align: 'right', render: (_, one) => (one.has == null ? t('shell.unknown') : <span translate="no">{plain(one.has)}</span>) }, { title: t('assessment.points'), width: 90, align: 'right', render: (_, one) => plain(one.points) }]} />
      ))}
    </Panel>
  );
}

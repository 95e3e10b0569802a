import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useApproval } from '../../../api/approvalQueries';
import { withdraw } from '../../../api/approvals';
import type { ApprovalView } from '../../../api/approvalTypes';
import { formatInstant, formatMoney } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { caseTones } from '../caseTones';
import { useApprovalWrite } from '../useApprovalWrite';
import { AnswerPanel } from './AnswerPanel';
import { ConditionsPanel } from './ConditionsPanel';
import { DecidePanel } from './DecidePanel';
import { DifferencePanel } from './DifferencePanel';
import { HistoryPanel } from './HistoryPanel';
import { Outcome } from './Outcome';
import { StepsPanel } from './StepsPanel';
import { subjectOfCase } from './subjectOfCase';
import { SupplementDialog } from './SupplementDialog';
import styles from './Case.module.css';

function Actions({ view }: { view: ApprovalView }) {
  const t = useT();
  const write = useApprovalWrite();
  const [supplementing, setSupplementing] = useState(false);
  const { row, initiator } = view;
  const subject = subjectOfCase(row);
  const mayWithdraw = initiator && (row.state === 'open' || row.state === 'returned' || row.state === 'conditional');
  return (
    <>
      {subject !== null && (
        <Link to={subject}>
          <Button>{t('approval.subject')}</Button>
        </Link>
      )}
      <Link to={`/evidence?kind=approval&subject=${row.id}`}>
        <Button>{t('approval.evidence')}</Button>
      </Link>
      {mayWithdraw && (
        <Popconfirm
          title={t('approval.withdraw')}
          description={t('approval.withdraw.ask')}
          okText={t('approval.withdraw')}
          cancelText={t('shell.cancel')}
          onConfirm={() => void write.run(() => withdraw(row.id, ''), () => t('approval.withdraw.done'))}
        >
          <Button loading={write.busy}>{t('approval.withdraw')}</Button>
        </Popconfirm>
      )}
      {initiator && row.state === 'returned' && (
        <Button type="primary" onClick={() => setSupplementing(true)}>
          {t('approval.supplement')}
        </Button>
      )}
      {supplementing && <SupplementDialog view={view} onClose={() => setSupplementing(false)} />}
    </>
  );
}

/** One case: how it stands, what it would change, who decides and who did. */
export default function CasePage() {
  const t = useT();
  const { id = '' } = useParams();
  const found = useApproval(id);
  const back = <Link to="/approvals">← {t('approvals.back')}</Link>;
  if (found.isError) {
    return (
      <>
        {back}
        <Failure reason={found.error} onRetry={() => void found.refetch()} />
      </>
    );
  }
  if (found.isPending) return <PageSkeleton rows={12} />;
  const view = found.data;
  const { row } = view;
  const parts = [
    t('approval.line', { initiator: row.initiator, at: formatInstant(row.openedAt) }),
    ...(row.round > 1 ? [t('approval.round', { round: row.round })] : []),
    ...(row.amount === null ? [] : [`${t('approvals.amount')} ${formatMoney(row.amount, 'yuan')}`]),
  ];
  return (
    <>
      <PageHead
        back={back}
        title={t.either(row.titleZh, row.titleEn)}
        named
        state={
          <>
            <StateMark tone={caseTones[row.state]}>{t.code('caseState', row.state)}</StateMark> {parts.join(' · ')} · <code>{row.act}</code>
          </>
        }
        actions={<Actions view={view} />}
      />
      <Outcome view={view} />
      <div className={styles['page']}>
        <div className={styles['column']}>
          <DifferencePanel view={view} />
          {view.ways.length > 0 && <DecidePanel key={`${row.round}.${row.step}`} view={view} />}
          {view.conditions.length > 0 && <ConditionsPanel view={view} />}
          <AnswerPanel view={view} />
        </div>
        <div className={styles['column']}>
          <StepsPanel view={view} />
          <HistoryPanel view={view} />
        </div>
      </div>
    </>
  );
}

import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { unmatchLine } from '../../../api/payments';
import type { Line } from '../../../api/reconciliationTypes';
import { formatDate, formatInstant, isNegative } from '../../../format';
import { Fen } from '../../../shell/Fen';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import styles from '../Payments.module.css';
import { lineTones } from '../tones';
import { usePayWrite } from '../usePayWrite';
import { Candidates } from './Candidates';
import { ExplainLine } from './ExplainLine';
import { PlanReceiptDialog } from './PlanReceiptDialog';

const undecided: readonly string[] = ['open', 'differing', 'explained'];

/** One line: what the bank says of it, what it may stand for, and the three things one can do: match, explain, leave it open. */
export function LinePanel({ line, account, closedLoop, onClose }: { line: Line; account: string; closedLoop: boolean; onClose: () => void }) {
  const t = useT();
  const write = usePayWrite();
  const [mayMatch, mayUnmatch, mayExplain, mayPlan] = [useMay('payments.match.make'), useMay('payments.match.undo'), useMay('payments.line.explain'), useMay('payments.receipt.plan')];
  const [receiving, setReceiving] = useState(false);
  const undo = () =>
    write.run(
      () => unmatchLine(line.id),
      () => t('pay.match.undone'),
    );
  const facts: [string, React.ReactNode][] = [
    [t('pay.amount'), <Fen key="amount" value={line.amount} />],
    [t('pay.line.counterparty'), [line.name, line.counterparty].filter(part => part !== null).join(' ') || '—'],
    [t('pay.bankReference'), line.reference ?? '—'],
    [t('pay.endToEnd'), line.endToEndId ?? '—'],
    [t('pay.loanNo'), line.loanNo ?? '—'],
    [t('pay.line.text'), line.text === '' ? '—' : line.text],
    [t('pay.line.after'), <Fen key="after" value={line.after} />],
    ...(line.matchTitle === null ? [] : ([[t('pay.line.stands'), t('pay.with', { text: line.matchTitle, more: t.code('payMatchKey', line.matchKey ?? '') })]] as [string, React.ReactNode][])),
    ...(line.decidedBy === null ? [] : ([[t('pay.line.decided'), `${t.code('person', line.decidedBy)} ${line.decidedAt === null ? '' : formatInstant(line.decidedAt)} ${line.note}`]] as [string, React.ReactNode][])),
  ];
  return (
    <Panel
      title={t('pay.line.title', { day: formatDate(line.day), number: line.number })}
      note={<StateMark tone={lineTones[line.state]}>{t.code('payLine', line.state)}</StateMark>}
      extra={
        <Button size="small" onClick={onClose}>
          {t(undecided.includes(line.state) ? 'pay.line.leave' : 'pay.close')}
        </Button>
      }
    >
      <div className={styles['stack']}>
        <dl className={styles['facts']}>
          {facts.map(([label, value]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <OtherFindings findings={write.findings} fields={[]} />
        {line.state === 'matched' && mayUnmatch && (
          <Popconfirm title={t('pay.match.undo.ask')} okText={t('pay.match.undo')} cancelText={t('shell.cancel')} onConfirm={() => void undo()}>
            <Button loading={write.busy}>{t('pay.match.undo')}</Button>
          </Popconfirm>
        )}
        {undecided.includes(line.state) && (
          <>
            <Candidates line={line} may={mayMatch} />
            {mayMatch && mayPlan && !isNegative(line.amount) && <div><Button onClick={() => setReceiving(true)}>{t('pay.receipt.fromLine')}</Button></div>}
            {receiving && <PlanReceiptDialog account={account} line={line} onClose={() => setReceiving(false)} />}
            {closedLoop && isNegative(line.amount) ? <p className={styles['why']}>{t('payLineWhy.closedLoop')}</p> : line.state !== 'explained' && mayExplain && <ExplainLine line={line} />}
          </>
        )}
        {!undecided.includes(line.state) && line.state !== 'matched' && <p className={styles['why']}>{t.code('payLineWhy', line.state)}</p>}
        {undecided.includes(line.state) && !mayMatch && <p className={styles['why']}>{t('pay.why.acts', { acts: 'payments.match.make' })}</p>}
      </div>
    </Panel>
  );
}

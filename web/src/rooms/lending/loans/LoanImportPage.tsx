import { FileProtectOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { Link, useParams } from 'react-router';
import { loanKeys, takeLoans, useLoanImport } from '../../../api/loans';
import type { LoanImportRow } from '../../../api/loanShapes';
import { formatDate } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import type { Tone } from '../../../shell/StateMark';
import { useMay } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import { Figures } from '../../payments/Figures';
import { Two } from '../../payments/Two';
import styles from '../Lending.module.css';

const tones: Record<string, Tone> = { fresh: 'blue', same: 'grey', differs: 'amber', refused: 'red', taken: 'green' };

/** One officer's sheet: what becomes of each row, the sums, and taking the new loans in. */
export default function LoanImportPage() {
  const t = useT();
  const { id = '' } = useParams();
  const found = useLoanImport(id);
  const may = useMay('lending.import.take');
  const write = useWriting([loanKeys, ['ledger'], ['evidence']]);
  const back = <Link to="/loans/imports">← {t('loanImport.title')}</Link>;
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
  const sheet = found.data;
  const { counts } = sheet;
  const take = () => write.run(() => takeLoans(id, sheet.version), answer => t('loanImport.taken', { count: answer.counts.fresh, balance: answer.ledgerBalance ?? '' }));
  return (
    <>
      <PageHead
        named
        title={sheet.name}
        back={back}
        state={<><StateMark tone={sheet.state === 'taken' ? 'green' : 'blue'}>{t.code('loanImportState', sheet.state)}</StateMark> {t('loanImport.asOf')} {formatDate(sheet.asOf)} · <span translate="no">SHA-256 {sheet.sha256.slice(0, 12)}…</span></>}
        actions={
          <>
            <Link to={`/evidence?kind=loan_import&subject=${sheet.id}`}>
              <Button icon={<FileProtectOutlined />}>{t('registration.evidence')}</Button>
            </Link>
            {may && sheet.state === 'looked_at' && counts.fresh > 0 && <Button type="primary" loading={write.busy} onClick={() => void take()}>{t('loanImport.take', { count: counts.fresh })}</Button>}
          </>
        }
      />
      <OtherFindings findings={write.findings} fields={[]} />
      <Figures
        figures={[
          { label: t('loanImport.rows'), value: <span className="tabular">{counts.rows}</span> },
          { label: t('loanImport.fresh'), value: <span className="tabular">{counts.fresh}</span>, note: <Fen value={counts.freshBalance} /> },
          { label: t('loanImport.same'), value: <span className="tabular">{counts.same}</span> },
          { label: t('loanImport.differing'), value: <span className="tabular">{counts.differing}</span> },
          { label: t('loanImport.refused'), value: <span className={counts.refused > 0 ? styles['late'] : 'tabular'}>{counts.refused}</span> },
          { label: t('loanImport.sheetBalance'), value: <Fen value={counts.balance} /> },
          ...(sheet.ledgerBalance == null ? [] : [{ label: t('loanImport.ledgerBalance'), value: <Fen value={sheet.ledgerBalance} /> }]),
        ]}
      />
      <Table<LoanImportRow>
        className={styles['table'] ?? ''}
        size="small"
        rowKey="line"
        title={() => t('loanImport.shown')}
        dataSource={[...sheet.shown]}
        scroll={{ x: 900 }}
        pagination={sheet.shown.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        columns={[
          { title: t('loanImport.line'), dataIndex: 'line', width: 60, align: 'right' },
          { title: t('loan.number'), width: 170, render: (_, row) => (row.loanId == null ? <span translate="no">{row.number}</span> : <Link translate="no" to={`/loans/${row.loanId}`}>{row.number}</Link>) },
          { title: t('loan.borrower'), width: 200, render: (_, row) => <span translate="no">{row.borrower}</span> },
          { title: t('loan.part.balance'), width: 150, align: 'right', render: (_, row) => <Fen value={row.balance ?? null} /> },
          { title: t('loanImport.outcome'), width: 100, render: (_, row) => <StateMark tone={tones[row.outcome] ?? 'grey'}>{t.code('loanImportRow', row.outcome)}</StateMark> },
          { title: t('loanImport.what'), render: (_, row) => <RowNotes row={row} /> },
        ]}
      />
    </>
  );
}

function RowNotes({ row }: { row: LoanImportRow }) {
  const t = useT();
  return (
    <>
      {row.reasons.map(one => (
        <Two key={one.code + one.path} first={<>{t.code('loanField', one.path)}：{one.message}（<span translate="no">{one.found}</span>）</>} second={`${one.expected} · ${one.code}`} />
      ))}
      {row.differences.map(one => (
        <div key={one.field}>
          {t.code('loanField', one.field)}：<span translate="no">{t('loanImport.held', { sheet: one.sheet, held: one.held })}</span>
        </div>
      ))}
      {row.unfound.length > 0 && <div className={styles['soon']}>{t('loanImport.unfound', { names: row.unfound.join('、') })}</div>}
      {row.reasons.length + row.differences.length + row.unfound.length === 0 && <span className="soft">—</span>}
    </>
  );
}

import { InboxOutlined } from '@ant-design/icons';
import { Button, Form, Select, Table, Upload } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useBooks } from '../../../api/ledgerQueries';
import { loanKeys, lookAtLoans, useLoanImports, useLoanMappings } from '../../../api/loans';
import type { LoanImport } from '../../../api/loanShapes';
import { formatDate, formatInstant } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { Two } from '../../payments/Two';
import { paging } from '../../payments/pages';
import { today } from '../../today';
import styles from '../Lending.module.css';
import { MappingDialog } from './MappingDialog';

const rest = { page: 1, pageSize: 20 };

/** Officers' sheets: one is read and compared here, and taken in on its own page. */
export default function LoanImportsPage() {
  const t = useT();
  const navigate = useNavigate();
  const [address, change] = useAddress(rest);
  const may = useMay('lending.import.look');
  const found = useLoanImports(address);
  return (
    <>
      <PageHead title={t('loanImport.title')} back={<Link to="/loans">← {t('loan.title')}</Link>} state={t('loanImport.note')} />
      {may && <LookForm onLooked={id => void navigate(`/loans/imports/${id}`)} />}
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={6} />}
      {found.data !== undefined && !found.isError && (
        <Table<LoanImport>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          title={() => t('loanImport.history')}
          dataSource={found.data.items}
          loading={found.isPlaceholderData}
          locale={{ emptyText: <Nothing>{t('loanImport.empty')}</Nothing> }}
          scroll={{ x: 980 }}
          onRow={one => ({ onClick: () => void navigate(`/loans/imports/${one.id}`) })}
          pagination={paging(t, address, found.data.total, change)}
          columns={[
            { title: t('loanImport.file'), render: (_, one) => <Link translate="no" to={`/loans/imports/${one.id}`} onClick={event => event.stopPropagation()}>{one.name}</Link> },
            { title: t('loan.state'), width: 100, render: (_, one) => <StateMark tone={one.state === 'taken' ? 'green' : 'blue'}>{t.code('loanImportState', one.state)}</StateMark> },
            { title: t('loanImport.asOf'), width: 110, render: (_, one) => formatDate(one.asOf) },
            { title: t('loanImport.rows'), width: 70, align: 'right', render: (_, one) => one.counts.rows },
            { title: t('loanImport.fresh'), width: 90, align: 'right', render: (_, one) => one.counts.fresh },
            { title: t('loanImport.same'), width: 90, align: 'right', render: (_, one) => one.counts.same },
            { title: t('loanImport.differing'), width: 90, align: 'right', render: (_, one) => one.counts.differing },
            { title: t('loanImport.refused'), width: 90, align: 'right', render: (_, one) => (one.counts.refused > 0 ? <StateMark tone="red">{one.counts.refused}</StateMark> : 0) },
            { title: t('loanImport.freshBalance'), width: 160, align: 'right', render: (_, one) => <Fen value={one.counts.freshBalance} /> },
            { title: t('loanImport.at'), width: 170, render: (_, one) => <Two first={formatInstant(one.at)} second={t.code('person', one.by)} /> },
          ]}
        />
      )}
    </>
  );
}

function LookForm({ onLooked }: { onLooked: (id: string) => void }) {
  const t = useT();
  const books = useBooks({ pageSize: 200 });
  const mappings = useLoanMappings();
  const write = useWriting([loanKeys]);
  const [given, setGiven] = useState({ asOf: today(), bookId: '', mapping: '' });
  const [file, setFile] = useState<File | null>(null);
  const [naming, setNaming] = useState(false);
  const set = (part: Partial<typeof given>) => setGiven(before => ({ ...before, ...part }));
  const banks = (books.data?.items ?? []).filter(one => one.kind === 'bank');
  const book = given.bookId === '' && banks.length === 1 ? (banks[0]?.id ?? '') : given.bookId;
  const look = async () => {
    let made = '';
    if (file === null) return;
    const done = await write.run(
      () => lookAtLoans(file, { asOf: given.asOf, bookId: book, ...(given.mapping === '' ? {} : { mapping: given.mapping }) }),
      answer => {
        made = answer.id;
        return t('loanImport.looked', { rows: answer.counts.rows });
      },
    );
    if (done) onLooked(made);
  };
  return (
    <Form layout="vertical" className={styles['panel'] ?? ''} style={{ marginBottom: 12 }}>
      <OtherFindings findings={write.findings} fields={['asOf', 'bookId']} />
      <Upload.Dragger accept=".xlsx,.csv,.txt" maxCount={1} fileList={file === null ? [] : [{ uid: '1', name: file.name }]} onRemove={() => setFile(null)} beforeUpload={one => { setFile(one); return false; }} style={{ marginBottom: 14 }}>
        <p><InboxOutlined /> {t('loanImport.drop')}</p>
        <p className="soft">{t('loanImport.drop.help')}</p>
      </Upload.Dragger>
      <div className={styles['thirds']}>
        <Field label={t('loanImport.asOf')} id="import-day" name="asOf" findings={write.findings} extra={t('loanImport.asOf.help')}>
          <DayField id="import-day" value={given.asOf} max={today()} clearable={false} onChange={asOf => set({ asOf })} />
        </Field>
        <Field label={t('loanImport.book')} id="import-book" name="bookId" findings={write.findings} extra={t('facility.book.help')}>
          <Select id="import-book" value={book === '' ? null : book} onChange={bookId => set({ bookId })} options={banks.map(one => ({ value: one.id, label: `${one.code} ${one.name}` }))} />
        </Field>
        <Field label={t('loanImport.mapping')} id="import-mapping" name="mapping" findings={write.findings} extra={<Button type="link" size="small" style={{ padding: 0 }} disabled={file === null} onClick={() => setNaming(true)}>{t(file === null ? 'loanImport.mapping.file' : 'loanImport.mapping.new')}</Button>}>
          <Select id="import-mapping" value={given.mapping} onChange={mapping => set({ mapping })} options={[{ value: '', label: t('loanImport.mapping.none') }, ...(mappings.data?.mappings ?? []).map(one => ({ value: one.name, label: one.name }))]} />
        </Field>
      </div>
      <Button type="primary" disabled={file === null || book === ''} loading={write.busy} onClick={() => void look()}>{t('loanImport.look')}</Button>
      {naming && file !== null && <MappingDialog file={file} mapping={given.mapping} list={mappings.data} onClose={() => setNaming(false)} onKept={mapping => set({ mapping })} />}
    </Form>
  );
}

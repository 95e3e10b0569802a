import { Button, Select, Space, Table, Tag, Upload } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { addFirmPaper, paperContent, paperKeys, paperKinds, putPaperTo, shareKeys, shareWith, useFirmPapers, useSharesOfRecord, type PaperRow } from '../../../api/portal';
import { useFirm } from '../../../api/rightQueries';
import { formatDate } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { useMay } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import { Two } from '../../payments/Two';
import styles from './Portal.module.css';

const pages: Readonly<Record<string, string>> = { loan_application: '/lending/applications', application: '/policy/applications' };

interface Props {
  /** The firm of the register; empty where it is not known. */
  firm: string;
  /** The application the documents are used for; left out: the firm's documents as they are. */
  subject?: { kind: 'loan_application' | 'application'; id: string };
}

/** Documents of a firm, handed in once: which there are, where each is used, and whether this application uses it. */
export function PapersPanel({ firm: named, subject }: Props) {
  const t = useT();
  // Whoever was given an application to see does not keep its firm: he sees the documents it uses.
  const register = useFirm(named);
  const firm = register.isError ? '' : named;
  const may = useMay('assets.paper.add');
  const found = useFirmPapers(firm === '' ? { subjectKind: subject?.kind ?? '', subject: subject?.id ?? '' } : { firm }, firm !== '' || subject !== undefined);
  const shares = useSharesOfRecord(subject?.kind ?? '', subject?.id ?? '');
  const write = useWriting([paperKeys, ['evidence'], shareKeys]);
  const [kind, setKind] = useState<string>('licence');
  const [until, setUntil] = useState('');
  const usedHere = (row: PaperRow) => subject !== undefined && row.uses.some(use => use.kind === subject.kind && use.id === subject.id);
  // Whoever sees the application sees the documents it rests on.
  const put = async (row: PaperRow, used: boolean) => {
    if (subject === undefined) return row;
    const made = await putPaperTo(row.id, subject.kind, subject.id, used);
    if (used) {
      for (const share of (shares.data?.items ?? []).filter(one => one.state !== 'ended')) await shareWith('firm_paper', row.id, share.organisation, 'read');
    }
    return made;
  };
  const add = (file: File) => void write.run(async () => put(await addFirmPaper(file, { firm, kind, validUntil: until }), true), () => t('papers.added', { name: file.name }));
  const rows = found.data?.rows ?? [];
  return (
    <Panel title={t('papers.title')} note={t(subject === undefined ? 'papers.note' : 'papers.note.application')}>
      <OtherFindings findings={write.findings} fields={[]} />
      {may && firm !== '' && (
        <Space wrap style={{ marginBottom: 10 }}>
          <Select aria-label={t('papers.kind')} style={{ minWidth: 140 }} value={kind} onChange={setKind} options={paperKinds.map(value => ({ value: value as string, label: t(`paperKind.${value}`) }))} />
          <DayField label={t('papers.until')} value={until} onChange={setUntil} />
          <Upload showUploadList={false} beforeUpload={file => { add(file); return false; }}><Button type="primary" loading={write.busy}>{t('papers.add')}</Button></Upload>
        </Space>
      )}
      {named === '' && <p className={styles['soft']} style={{ marginBottom: 8 }}>{t(subject === undefined ? 'papers.firm' : 'papers.unlinked')}</p>}
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      <Table<PaperRow>
        size="small"
        rowKey="id"
        loading={found.isFetching && found.data === undefined}
        pagination={false}
        scroll={{ x: 620 }}
        dataSource={rows}
        locale={{ emptyText: <Nothing>{t('papers.none')}</Nothing> }}
        columns={[
          { title: t('papers.name'), render: (_, row) => <Two first={<a href={paperContent(row.id)} download={row.name} translate="no">{row.name}</a>} second={<code>sha256:{row.sha256.slice(0, 12)}</code>} /> },
          { title: t('papers.kind'), width: 110, render: (_, row) => t.code('paperKind', row.kind) },
          { title: t('papers.until'), width: 120, render: (_, row) => (row.validUntil === null ? t('shell.none') : <>{formatDate(row.validUntil)} {row.expired && <Tag color="red">{t('papers.expired')}</Tag>}</>) },
          { title: t('papers.uses'), width: 170, render: (_, row) => (row.uses.length === 0 ? t('shell.none') : row.uses.map(use => <div key={`${use.kind}${use.id}`}><Link to={`${pages[use.kind] ?? ''}/${use.id}`}>{t.code('paperUse', use.kind)}</Link></div>)) },
          ...(subject === undefined || !may ? [] : [{ title: '', width: 130, render: (_: unknown, row: PaperRow) => <Button size="small" loading={write.busy} disabled={row.expired && !usedHere(row)} onClick={() => void write.run(() => put(row, !usedHere(row)), () => t('aid.move.done'))}>{t(usedHere(row) ? 'papers.unuse' : 'papers.use')}</Button> }]),
        ]}
      />
    </Panel>
  );
}

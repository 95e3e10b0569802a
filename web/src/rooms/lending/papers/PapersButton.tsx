import { FileTextOutlined } from '@ant-design/icons';
import { Alert, Button, Drawer, Select, Table } from 'antd';
import { useState } from 'react';
import { makePaper, paperKeys, usePapers, type PaperRow, type PaperSubject } from '../../../api/papers';
import { formatDate } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useMay } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import { ReportPreview } from '../../valuation/ReportPreview';
import styles from '../Lending.module.css';

interface Props {
  about: PaperSubject;
  id: string;
  /** What the record is called. */
  name: string;
  /** What the button says; the documents where nothing is given. */
  label?: string;
}

/** Opens the documents of a record: what can be made, what was made, and each version as it will be printed. */
export function PapersButton({ about, id, name, label }: Props) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<FileTextOutlined />} onClick={() => setOpen(true)}>{label ?? t('paper.title')}</Button>
      <Drawer open={open} width="min(1080px, 100vw)" title={t('paper.of', { name })} onClose={() => setOpen(false)} destroyOnHidden>
        <Papers about={about} id={id} />
      </Drawer>
    </>
  );
}

function Papers({ about, id }: Omit<Props, 'name' | 'label'>) {
  const t = useT();
  const found = usePapers(about, id);
  const may = useMay('lending.paper.make');
  const write = useWriting([paperKeys, ['evidence']]);
  const [making, setMaking] = useState('');
  const [shown, setShown] = useState<string | null>(null);
  if (found.data === undefined) return found.isError ? <Failure reason={found.error} onRetry={() => void found.refetch()} /> : <PageSkeleton rows={6} />;
  const { rows, notYet } = found.data;
  const opened = rows.find(row => row.template === shown);
  if (opened !== undefined) return <Versions row={opened} onBack={() => setShown(null)} />;
  const make = async (row: PaperRow) => {
    setMaking(row.template);
    const done = await write.run(() => makePaper(about, id, row.template), list => t('paper.made', { name: row.title, n: list.rows.find(one => one.template === row.template)?.versions[0]?.n ?? 1 }));
    setMaking('');
    if (done) setShown(row.template);
  };
  return (
    <div className={styles['stack']}>
      <p className="soft">{t('paper.note')}</p>
      {notYet !== null && notYet !== undefined && <Alert type="info" showIcon message={notYet} />}
      {write.findings.map(finding => <Alert key={finding.code} type="error" showIcon message={finding.message} />)}
      <Table<PaperRow>
        size="small"
        rowKey="template"
        dataSource={[...rows]}
        pagination={false}
        scroll={{ x: 620 }}
        locale={{ emptyText: <span className="soft">{t('paper.empty')}</span> }}
        columns={[
          { title: t('paper.name'), render: (_, row) => <Two first={row.title} second={row.verified ? null : t('paper.unverified')} /> },
          { title: t('paper.version'), width: 250, render: (_, row) => <Newest row={row} /> },
          {
            width: 240,
            render: (_, row) => (
              <div className={styles['filters']} style={{ marginBottom: 0 }}>
                {row.versions.length > 0 && <Button size="small" onClick={() => setShown(row.template)}>{t('paper.open')}</Button>}
                {may && row.changed && (notYet === null || notYet === undefined) && <Button size="small" type="primary" loading={making === row.template} disabled={write.busy} onClick={() => void make(row)}>{t(row.versions.length === 0 ? 'paper.make' : 'paper.again')}</Button>}
              </div>
            ),
          },
        ]}
      />
    </div>
  );
}

function Newest({ row }: { row: PaperRow }) {
  const t = useT();
  const newest = row.versions[0];
  if (newest === undefined) return <span className="soft">{t('paper.none')}</span>;
  return <Two first={<><span translate="no">v{newest.n}</span> · {formatDate(newest.asOf)} · {t.code('person', newest.by)}</>} second={<StateMark tone={row.changed ? 'amber' : 'green'}>{t(row.changed ? 'paper.changed' : 'paper.current')}</StateMark>} />;
}

function Versions({ row, onBack }: { row: PaperRow; onBack: () => void }) {
  const t = useT();
  const [paper, setPaper] = useState(row.versions[0]?.id ?? '');
  return (
    <div className={styles['stack']}>
      <div className={styles['filters']} style={{ marginBottom: 0 }}>
        <Button size="small" onClick={onBack}>← {t('paper.back')}</Button>
        <strong>{row.title}</strong>
        {row.versions.length > 1 && <Select size="small" aria-label={t('paper.versions')} value={paper} onChange={setPaper} options={row.versions.map(one => ({ value: one.id, label: `v${one.n} · ${formatDate(one.asOf)}` }))} />}
      </div>
      <ReportPreview key={paper} path={`/lending/papers/${paper}`} name={row.template} chineseOnly={!row.english} />
    </div>
  );
}

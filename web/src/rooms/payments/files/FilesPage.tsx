import { Select, Table } from 'antd';
import { Link } from 'react-router';
import { fileContent } from '../../../api/payments';
import { useFiles } from '../../../api/paymentQueries';
import type { FileKind, PayFile } from '../../../api/paymentTypes';
import { formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useAddress } from '../../../shell/useAddress';
import { useT } from '../../../words';
import { paging } from '../pages';
import styles from '../Payments.module.css';
import { Two } from '../Two';
import { sizeText } from './size';

const rest = { kind: '', page: 1, pageSize: 50 };
const kinds: readonly FileKind[] = ['instruction', 'answer', 'statement', 'balances'];

/** Every file that left or entered, with its print; the same file twice is known by it. */
export default function FilesPage() {
  const t = useT();
  const [address, change] = useAddress(rest);
  const files = useFiles(address);
  return (
    <>
      <PageHead title={t('pay.files')} state={files.data === undefined ? undefined : t('shell.total', { count: files.data.total })} />
      <div className={styles['filters']}>
        <Select aria-label={t('pay.file.kind')} popupMatchSelectWidth={false} value={address.kind} onChange={kind => change({ kind })} options={[{ value: '', label: t('pay.file.kind.all') }, ...kinds.map(value => ({ value, label: t.code('payFile', value) }))]} />
      </div>
      {files.isError && <Failure reason={files.error} onRetry={() => void files.refetch()} />}
      {files.isPending && <PageSkeleton rows={10} />}
      {files.data !== undefined && !files.isError && (
        <Table<PayFile>
          className={styles['table'] ?? ''}
          size="small"
          rowKey="id"
          dataSource={files.data.items}
          loading={files.isPlaceholderData}
          scroll={{ x: 980 }}
          sticky={{ offsetHeader: 48 }}
          locale={{ emptyText: <Nothing>{t('pay.files.empty')}</Nothing> }}
          pagination={paging(t, address, files.data.total, change)}
          columns={[
            { title: t('pay.at'), width: 140, render: (_, file) => formatInstant(file.at) },
            { title: t('pay.file.kind'), width: 130, render: (_, file) => t.code('payFile', file.kind) },
            {
              title: t('pay.file.name'),
              render: (_, file) => (
                <Two
                  first={
                    file.kept ? (
                      <a href={fileContent(file.id)} download={file.name} style={{ overflowWrap: 'anywhere' }}>
                        {file.name}
                      </a>
                    ) : (
                      t('pay.with', { text: file.name, more: t('pay.file.notKept') })
                    )
                  }
                  second={<span className={styles['mono']}>{file.sha256}</span>}
                />
              ),
            },
            { title: t('pay.file.size'), width: 100, align: 'right', render: (_, file) => sizeText(file.size) },
            { title: t('pay.file.batch'), width: 120, render: (_, file) => (file.batchId === null ? '—' : <Link to={`/payments/batches/${file.batchId}/files`}>{t('pay.file.batch.open')}</Link>) },
            { title: t('pay.check.who'), width: 120, render: (_, file) => t.code('person', file.by) },
          ]}
        />
      )}
    </>
  );
}

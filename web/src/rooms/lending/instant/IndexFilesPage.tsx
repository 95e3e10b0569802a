import { Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type IndexFile, type IndicesTaken, useIndexFiles } from '../../../api/instant';
import { formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { paging } from '../../payments/pages';
import { Two } from '../../payments/Two';
import styles from '../Lending.module.css';
import { IndexFileForm } from './IndexFileForm';
import { IndexOutcome } from './IndexOutcome';

const rest = { page: 1, pageSize: 20 };

/** A bank's own indices: a file is dropped, its columns are seen, what can be taken in is; and the files of before. */
export default function IndexFilesPage() {
  const t = useT();
  const [address, change] = useAddress(rest);
  const [taken, setTaken] = useState<IndicesTaken | null>(null);
  const may = useMay('lending.index.take');
  const found = useIndexFiles(address);
  return (
    <>
      <PageHead title={t('indices.title')} state={t('indices.note')} />
      {!may && <p className="soft">{t('indices.may')}</p>}
      {may && taken === null && <IndexFileForm onTaken={setTaken} />}
      <div className={styles['stack']}>
        {taken !== null && <IndexOutcome taken={taken} onOther={() => setTaken(null)} />}
        {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending && <PageSkeleton rows={5} />}
        {found.data !== undefined && !found.isError && (
          <Panel title={t('indices.history')}>
            <Table<IndexFile>
              size="small"
              rowKey="evidenceId"
              dataSource={found.data.items}
              loading={found.isPlaceholderData}
              locale={{ emptyText: <Nothing>{t('indices.empty')}</Nothing> }}
              scroll={{ x: 880 }}
              pagination={paging(t, address, found.data.total, change)}
              columns={[
                { title: t('index.file'), render: (_, one) => <Two first={one.name === '' ? t('indices.erased') : <span translate="no">{one.name}</span>} second={<Link translate="no" title={one.sha256} to={`/evidence?kind=index_file&subject=${one.sha256}`}>SHA-256 {one.sha256.slice(0, 12)}…</Link>} /> },
                { title: t('index.model'), width: 170, render: (_, one) => <span translate="no">{one.models.join('、') || '—'}</span> },
                { title: t('indices.lines'), width: 80, align: 'right', render: (_, one) => <span className="tabular">{one.lines ?? '—'}</span> },
                { title: t('indices.taken'), width: 90, align: 'right', render: (_, one) => <span className="tabular">{one.taken ?? '—'}</span> },
                { title: t('indices.repeated'), width: 110, align: 'right', render: (_, one) => <span className="tabular">{one.repeated ?? '—'}</span> },
                { title: t('indices.refused'), width: 90, align: 'right', render: (_, one) => ((one.refused ?? 0) > 0 ? <StateMark tone="red">{one.refused}</StateMark> : <span className="tabular">{one.refused ?? '—'}</span>) },
                { title: t('indices.at'), width: 180, render: (_, one) => <Two first={formatInstant(one.at)} second={t.code('person', one.by)} /> },
              ]}
            />
          </Panel>
        )}
      </div>
    </>
  );
}

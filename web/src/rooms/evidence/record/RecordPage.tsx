import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { bundleFile } from '../../../api/evidence';
import { useLeaf } from '../../../api/ledgerQueries';
import type { LeafDetail } from '../../../api/ledgerTypes';
import { formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { useT } from '../../../words';
import { canonical } from '../canonical';
import { ContentPanel } from './ContentPanel';
import { EraseContent } from './EraseContent';
import { ProofPanel } from './ProofPanel';
import styles from './Record.module.css';
import { VerifyHere } from './VerifyHere';
import { subjectPage } from './subjectPage';

function Facts({ leaf }: { leaf: LeafDetail }) {
  const t = useT();
  const { kind, id } = leaf.subject;
  const named = (
    <>
      {t.code('subjectKind', kind)} <code>{id}</code>
    </>
  );
  const page = subjectPage(leaf);
  const subject = page === null ? named : <Link to={page}>{named}</Link>;
  const facts: [string, ReactNode][] = [
    [t('evidence.event'), t.either(leaf.title.zh, leaf.title.en)],
    [t('evidence.at'), formatInstant(leaf.at)],
    [t('evidence.by'), t.code('person', leaf.by)],
    [t('leaf.subject'), subject],
    ['', <Link to={`/evidence?kind=${encodeURIComponent(kind)}&subject=${encodeURIComponent(id)}`}>{t('leaf.same')}</Link>],
    [`${t('leaf.hashes')} SHA-256`, <code>{leaf.leafHash.sha256}</code>],
    [`${t('leaf.hashes')} SM3`, <code>{leaf.leafHash.sm3}</code>],
  ];
  return (
    <Panel title={t('evidence.what')}>
      <dl className={styles['facts']}>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** One record: what happened, its content, the bytes in the log, and the proof. */
export default function RecordPage() {
  const t = useT();
  const { id = '' } = useParams();
  const leaf = useLeaf(id);
  if (leaf.isError) return <Failure reason={leaf.error} onRetry={() => void leaf.refetch()} />;
  if (leaf.data === undefined) return <PageSkeleton rows={12} />;
  const { data } = leaf;
  const state = [
    data.index === null ? t('evidence.state.pending') : `${t('evidence.index')} ${data.index}`,
    t.either(data.title.zh, data.title.en),
    formatInstant(data.at),
    ...(data.erased ? [t('evidence.state.erased')] : []),
  ].join(' · ');
  return (
    <>
      <PageHead
        title={t.either(data.title.zh, data.title.en)}
        back={<Link to="/evidence">← {t('evidence.back')}</Link>}
        state={state}
        actions={
          <>
            <EraseContent leaf={data} />
            <Button icon={<DownloadOutlined />} href={bundleFile(id)} download disabled={data.index === null}>
              {t('leaf.download')}
            </Button>
            <VerifyHere key={id} leafId={id} covered={data.index !== null} />
          </>
        }
      />
      <div className={styles['page']}>
        <div className={styles['pair']}>
          <Facts leaf={data} />
          <ContentPanel leaf={data} />
        </div>
        <ProofPanel leaf={data} />
        <Panel title={t('leaf.leaf')} note={t('leaf.leaf.note')}>
          <pre className={styles['leaf']}>{canonical(data.leaf)}</pre>
        </Panel>
      </div>
    </>
  );
}

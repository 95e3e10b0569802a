import { Alert, Segmented, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { useBundle } from '../../../api/ledgerQueries';
import type { Bundle, Checkpoint, LeafDetail, LogSignature } from '../../../api/ledgerTypes';
import { formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Panel } from '../../../shell/Panel';
import { useT } from '../../../words';
import { proofSteps } from './proofPath';
import { ProofPicture } from './ProofPicture';
import styles from './Record.module.css';

type Algorithm = 'sha256' | 'sm3';

function read(bytes: Uint8Array): Bundle {
  return JSON.parse(new TextDecoder().decode(bytes)) as Bundle;
}

function CheckpointFacts({ checkpoint, signatures }: { checkpoint: Checkpoint; signatures: readonly LogSignature[] }) {
  const t = useT();
  const facts: [string, string][] = [
    [t('leaf.checkpoint.size'), String(checkpoint.size)],
    [t('leaf.checkpoint.at'), formatInstant(checkpoint.at)],
    [t('leaf.checkpoint.origin'), checkpoint.origin],
    ['SHA-256', checkpoint.sha256],
    ['SM3', checkpoint.sm3],
  ];
  return (
    <>
      <dl className={styles['facts']}>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
      <div className={styles['signatures']}>
        {signatures.map(one => (
          <dl key={one.algorithm} className={styles['facts']}>
            <dt>{t('leaf.signature', { algorithm: one.algorithm })}</dt>
            <dd>
              <code>{one.signature}</code>
            </dd>
            <dt>{t('leaf.signature.key')}</dt>
            <dd>
              <code>{one.key}</code>
            </dd>
          </dl>
        ))}
      </div>
    </>
  );
}

function Picture({ bundle }: { bundle: Bundle }) {
  const t = useT();
  const [algorithm, setAlgorithm] = useState<Algorithm>('sha256');
  const item = bundle.items[0];
  const { checkpoint } = bundle;
  const steps = item === undefined ? null : proofSteps(item.index, checkpoint.size, item.inclusion[algorithm]);
  const choice = (
    <Segmented<Algorithm>
      size="small"
      aria-label={t('leaf.hash')}
      value={algorithm}
      onChange={setAlgorithm}
      options={[
        { value: 'sha256', label: 'SHA-256' },
        { value: 'sm3', label: 'SM3' },
      ]}
    />
  );
  return (
    <Panel title={t('leaf.proof')} note={t('leaf.proof.note')} extra={choice}>
      {item === undefined || steps === null ? (
        <Alert type="error" showIcon message={t('verify.unreadable')} />
      ) : (
        <>
          {steps.length === 0 && <p className="soft">{t('leaf.proof.alone')}</p>}
          <ProofPicture index={item.index} leafHash={item.leafHash[algorithm]} steps={steps} checkpoint={checkpoint} root={checkpoint[algorithm]} />
        </>
      )}
    </Panel>
  );
}

/** The proof that the leaf lies under a signed checkpoint, drawn; while none covers it, that is said. */
export function ProofPanel({ leaf }: { leaf: LeafDetail }) {
  const t = useT();
  const file = useBundle(leaf.id, leaf.index !== null);
  const bundle = useMemo(() => (file.data === undefined ? null : read(file.data.bytes)), [file.data]);
  if (bundle !== null) {
    return (
      <>
        <Picture bundle={bundle} />
        <Panel title={t('leaf.checkpoint')}>
          <CheckpointFacts checkpoint={bundle.checkpoint} signatures={bundle.signatures} />
        </Panel>
      </>
    );
  }
  return (
    <Panel title={t('leaf.proof')}>
      {leaf.index === null && <Alert type="info" showIcon message={t('leaf.proof.pending')} />}
      {file.isLoading && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {file.isError && <Failure reason={file.error} onRetry={() => void file.refetch()} />}
    </Panel>
  );
}

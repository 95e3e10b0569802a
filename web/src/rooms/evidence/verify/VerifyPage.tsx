import { FileProtectOutlined, KeyOutlined } from '@ant-design/icons';
import { Alert, Button, Skeleton, Upload } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { logKeyFile } from '../../../api/evidence';
import { PageHead } from '../../../shell/PageHead';
import { Panel } from '../../../shell/Panel';
import { useT } from '../../../words';
import { readLogFile, type LogFile } from '../verifier';
import { Unreadable } from './Unreadable';
import { useVerdict, type Verifying } from './useVerdict';
import { VerdictView } from './VerdictView';
import styles from './Verify.module.css';

const most = 64 * 1024 * 1024;

interface Chosen {
  name: string;
  bytes: Uint8Array;
}

interface Pinned {
  name: string;
  log: LogFile;
}

function Pin({ pinned, onPin }: { pinned: Pinned | null; onPin: (pinned: Pinned | null) => void }) {
  const t = useT();
  const [bad, setBad] = useState(false);
  const read = async (file: File) => {
    const log = file.size > most ? null : await readLogFile(new Uint8Array(await file.arrayBuffer()));
    setBad(log === null);
    if (log !== null) onPin({ name: file.name, log });
  };
  return (
    <div className={styles['pin']}>
      <Upload
        accept=".json,application/json"
        showUploadList={false}
        beforeUpload={file => {
          void read(file);
          return false;
        }}
      >
        <Button icon={<KeyOutlined />}>{t('verify.pin.choose')}</Button>
      </Upload>
      {pinned !== null && (
        <>
          <span>{t('verify.pinned', { file: pinned.name })}</span>
          <Button size="small" onClick={() => onPin(null)}>
            {t('verify.pin.remove')}
          </Button>
        </>
      )}
      {bad && <span className={styles['bad']}>{t('verify.pin.bad')}</span>}
      <span className={styles['pinNote']}>{t('verify.pin.note')}</span>
    </div>
  );
}

function Outcome({ verifying }: { verifying: Verifying }) {
  switch (verifying.state) {
    case 'idle':
      return null;
    case 'busy':
      return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
    case 'unreadable':
      return <Unreadable code={verifying.code} found={verifying.found} />;
    case 'done':
      return <VerdictView verdict={verifying.verdict} />;
  }
}

/** A bundle from anywhere, checked in this browser: nothing is uploaded. */
export default function VerifyPage() {
  const t = useT();
  const { verifying, verify, reset } = useVerdict();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [pinned, setPinned] = useState<Pinned | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const take = async (file: File) => {
    setTooLarge(file.size > most);
    if (file.size > most) return;
    const next = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    setChosen(next);
    await verify(next.bytes, pinned?.log ?? null);
  };
  const pin = (next: Pinned | null) => {
    setPinned(next);
    if (chosen !== null) void verify(chosen.bytes, next?.log ?? null);
  };
  const again = () => {
    setChosen(null);
    reset();
  };
  return (
    <>
      <PageHead
        title={t('verify.title')}
        state={t('verify.state')}
        back={<Link to="/evidence">← {t('evidence.back')}</Link>}
        actions={
          <Button icon={<KeyOutlined />} href={logKeyFile} download="evidence-log.json">
            {t('evidence.log.keys')}
          </Button>
        }
      />
      <div className={styles['page']}>
        {chosen === null && (
          <Upload.Dragger
            accept=".json,application/json"
            showUploadList={false}
            beforeUpload={file => {
              void take(file);
              return false;
            }}
          >
            <p className="ant-upload-drag-icon">
              <FileProtectOutlined />
            </p>
            <p>{t('verify.drop')}</p>
            <p className="soft">{t('verify.drop.note')}</p>
          </Upload.Dragger>
        )}
        {tooLarge && <Alert type="error" showIcon message={t('verify.tooLarge')} />}
        <Panel title={t('verify.pin')}>
          <Pin pinned={pinned} onPin={pin} />
        </Panel>
        {chosen !== null && (
          <Panel title={chosen.name} extra={<Button onClick={again}>{t('verify.again')}</Button>}>
            <Outcome verifying={verifying} />
          </Panel>
        )}
      </div>
    </>
  );
}

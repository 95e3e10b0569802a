import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Button, Drawer, Skeleton } from 'antd';
import { useState } from 'react';
import { fetchBundle } from '../../../api/evidence';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useT } from '../../../words';
import { Unreadable } from '../verify/Unreadable';
import { useVerdict } from '../verify/useVerdict';
import { VerdictView } from '../verify/VerdictView';

/** Fetches the bundle anew and verifies it in this browser, beside the record. */
export function VerifyHere({ leafId, covered }: { leafId: string; covered: boolean }) {
  const t = useT();
  const refused = useFailureNotice();
  const { verifying, verify, reset } = useVerdict();
  const [busy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    try {
      await verify((await fetchBundle(leafId)).bytes);
    } catch (reason) {
      refused(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button type="primary" icon={<SafetyCertificateOutlined />} loading={busy} disabled={!covered} onClick={() => void start()}>
        {t('leaf.verify')}
      </Button>
      <Drawer open={verifying.state !== 'idle'} onClose={reset} width="min(860px, 100vw)" title={t('leaf.verify')}>
        <p className="soft" style={{ marginBottom: 12 }}>
          {t('verify.state')}
        </p>
        {verifying.state === 'busy' && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
        {verifying.state === 'unreadable' && <Unreadable code={verifying.code} found={verifying.found} />}
        {verifying.state === 'done' && <VerdictView verdict={verifying.verdict} />}
      </Drawer>
    </>
  );
}

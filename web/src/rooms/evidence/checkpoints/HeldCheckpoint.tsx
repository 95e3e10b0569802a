import { Button, Skeleton, Upload } from 'antd';
import { useState } from 'react';
import { fetchCheckpoint, fetchLogKeys, logState, proveConsistency } from '../../../api/evidence';
import { Panel } from '../../../shell/Panel';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useT } from '../../../words';
import { NotABundle, verifyHeld, type LogAnswers, type Verdict } from '../verifier';
import { Unreadable } from '../verify/Unreadable';
import { VerdictView } from '../verify/VerdictView';

const most = 64 * 1024 * 1024;

const answers: LogAnswers = {
  log: fetchLogKeys,
  latest: async () => fetchCheckpoint((await logState(new AbortController().signal)).size),
  proof: proveConsistency,
};

type Outcome = { state: 'idle' } | { state: 'busy'; name: string } | { state: 'unreadable'; name: string; code: string | null; found: string } | { state: 'done'; name: string; verdict: Verdict };

/** A checkpoint file handed out before, against the log of today; the file does not leave the browser. */
export function HeldCheckpoint() {
  const t = useT();
  const refused = useFailureNotice();
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle' });
  const take = async (file: File) => {
    const { name } = file;
    setOutcome({ state: 'busy', name });
    try {
      if (file.size > most) throw new NotABundle('EVD-0201', `${file.size}`);
      setOutcome({ state: 'done', name, verdict: await verifyHeld(new Uint8Array(await file.arrayBuffer()), answers) });
    } catch (reason) {
      if (reason instanceof NotABundle) setOutcome({ state: 'unreadable', name, code: reason.code, found: reason.found });
      else {
        setOutcome({ state: 'idle' });
        refused(reason);
      }
    }
  };
  if (outcome.state === 'idle') {
    return (
      <Panel title={t('checkpoints.held')} note={t('checkpoints.held.note')}>
        <Upload.Dragger
          accept=".json,application/json"
          showUploadList={false}
          beforeUpload={file => {
            void take(file);
            return false;
          }}
        >
          <p>{t('checkpoints.held.drop')}</p>
        </Upload.Dragger>
      </Panel>
    );
  }
  return (
    <Panel title={outcome.name} extra={<Button onClick={() => setOutcome({ state: 'idle' })}>{t('checkpoints.held.again')}</Button>}>
      {outcome.state === 'busy' && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {outcome.state === 'unreadable' && <Unreadable code={outcome.code} found={outcome.found} />}
      {outcome.state === 'done' && <VerdictView verdict={outcome.verdict} title={t(outcome.verdict.passed ? 'checkpoints.held.passed' : 'checkpoints.held.failed')} />}
    </Panel>
  );
}

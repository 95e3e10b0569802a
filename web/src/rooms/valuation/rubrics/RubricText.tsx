import { Alert, Button, Input, Modal, Skeleton } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { ApiProblem } from '../../../api/problem';
import { saveRubric } from '../../../api/scores';
import type { RubricDetail } from '../../../api/scoreTypes';
import { valuationKeys } from '../../../api/valuationQueries';
import { Panel } from '../../../shell/Panel';
import { useMay } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import styles from '../Valuation.module.css';

const YamlEditor = lazy(() => import('../../securitization/terms/yaml/YamlEditor'));

const place = (code: string) => `zhirong.rubric.${code}`;

interface Kept {
  text: string;
  from: number;
}

function kept(code: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(place(code)) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

/** The text of a rubric; the server reads it when it is kept and names every line that is wrong. */
export function RubricText({ rubric }: { rubric: RubricDetail }) {
  const t = useT();
  const may = useMay('valuation.rubric.save');
  const { code, number } = rubric.row;
  const [draft, setDraft] = useState<Kept>(() => kept(code) ?? { text: rubric.text, from: number });
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [stale, setStale] = useState(false);
  const write = useWriting([valuationKeys, ['evidence']], () => setAsking(false));
  const changed = draft.text !== rubric.text;
  useEffect(() => {
    if (changed) localStorage.setItem(place(code), JSON.stringify(draft));
    else localStorage.removeItem(place(code));
  }, [changed, code, draft]);
  const save = async () => {
    const done = await write.run(
      async () => {
        try {
          return await saveRubric(code, { from: draft.from, text: draft.text, reason: reason.trim() });
        } catch (failure) {
          if (failure instanceof ApiProblem && failure.status === 409) setStale(true);
          throw failure;
        }
      },
      made => t('rubrics.saved', { version: made.row.version }),
    );
    setAsking(false);
    if (done) {
      localStorage.removeItem(place(code));
      setStale(false);
    }
  };
  return (
    <Panel
      title={t('rubrics.text')}
      note={t('rubrics.text.note')}
      extra={
        <span className={styles['actions']}>
          {changed && <Button size="small" onClick={() => { setDraft({ text: rubric.text, from: number }); setStale(false); write.forget(); }}>{t('draft.discard')}</Button>}
          {may && <Button size="small" type="primary" disabled={!changed} onClick={() => setAsking(true)}>{t('rubrics.save')}</Button>}
        </span>
      }
    >
      {(stale || draft.from < number) && (
        <Alert style={{ marginBottom: 10 }} type="warning" showIcon message={t('rubrics.stale', { number })} action={<Button size="small" onClick={() => { setDraft({ ...draft, from: number }); setStale(false); }}>{t('rubrics.stale.take')}</Button>} />
      )}
      <Suspense fallback={<Skeleton active title={false} paragraph={{ rows: 14 }} />}>
        <YamlEditor text={draft.text} onText={text => setDraft(current => ({ ...current, text }))} findings={write.findings} broken={null} target={null} />
      </Suspense>
      <Modal open={asking} title={t('rubrics.save')} okText={t('rubrics.save')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: reason.trim() === '' }} onOk={() => void save()} onCancel={() => setAsking(false)}>
        <p className="soft" style={{ marginBottom: 8 }}>{t('rubrics.save.note')}</p>
        <label>
          {t('value.save.reason')}
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} value={reason} onChange={event => setReason(event.target.value)} />
        </label>
      </Modal>
    </Panel>
  );
}

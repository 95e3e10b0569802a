import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { type TemplateDetail, useExaminedTemplate, useTemplate } from '../../../api/paperTemplates';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useT } from '../../../words';
import { DiffPanel } from '../policies/DiffPanel';
import styles from './Templates.module.css';

interface Props {
  code: string;
  /** Number the draft started from. */
  from: number;
  detail: TemplateDetail;
  onRebase: () => void;
}

/** Somebody else saved a version meanwhile: what he changed, his text, and a way to go on without losing one's own. */
export function StaleNotice({ code, from, detail, onRebase }: Props) {
  const t = useT();
  const [looking, setLooking] = useState(false);
  const theirs = detail.versions.find(one => one.number === detail.newest);
  return (
    <>
      <Alert
        style={{ marginBottom: 12 }}
        type="warning"
        showIcon
        message={t('template.stale', { person: theirs?.author == null ? '—' : t.code('person', theirs.author), version: theirs?.version ?? '—' })}
        action={<span className={styles['bar']} style={{ marginBottom: 0 }}><Button size="small" onClick={() => setLooking(true)}>{t('template.stale.look')}</Button><Button size="small" type="primary" onClick={onRebase}>{t('template.stale.rebase')}</Button></span>}
      />
      {looking && <Theirs code={code} from={from} newest={detail.newest} reason={theirs?.reason ?? ''} against={detail.versions.find(one => one.number === from)?.version ?? '—'} onClose={() => setLooking(false)} />}
    </>
  );
}

function Theirs({ code, from, newest, reason, against, onClose }: { code: string; from: number; newest: number; reason: string; against: string; onClose: () => void }) {
  const t = useT();
  const theirs = useTemplate(code, newest);
  const changed = useExaminedTemplate(theirs.data?.number === newest ? theirs.data.text : '', code, from);
  return (
    <Modal open width="min(980px, 96vw)" title={t('template.stale.title', { reason: reason || '—' })} footer={null} onCancel={onClose}>
      {changed.data === undefined ? <PageSkeleton rows={6} /> : <DiffPanel changes={changed.data.changes} against={against} />}
      <details style={{ marginTop: 12 }}><summary>{t('template.stale.text')}</summary><pre className={styles['text']} translate="no" tabIndex={0}>{theirs.data?.text}</pre></details>
    </Modal>
  );
}

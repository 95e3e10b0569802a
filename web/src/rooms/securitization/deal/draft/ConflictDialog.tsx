import { App, Alert, Button, Modal } from 'antd';
import { formatInstant } from '../../../../format';
import { useT } from '../../../../words';
import { ChangeTable } from '../ChangeTable';
import styles from './DraftBar.module.css';
import { collisions, mergeChanges } from './mergeChanges';
import type { Draft } from './useDraft';
import type { Conflict, SaveDraft } from './useSaveDraft';

interface Props {
  code: string;
  draft: Draft;
  saving: SaveDraft;
}

/** Two people saved one deal: both sides in full, and three ways on; none loses anything. */
function Choices({ code, draft, saving, conflict }: Props & { conflict: Conflict }) {
  const t = useT();
  const { message } = App.useApp();
  const { theirs, mine, reason } = conflict;
  const head = { number: theirs.head.number, text: theirs.text };
  const merge = () => {
    const merged = mergeChanges(draft.text, mine, theirs.changes);
    draft.restart(head, merged.text);
    saving.settle();
    void message.info(t('conflict.merged', { count: merged.taken.length }), 6);
  };
  return (
    <div className={styles['choices']}>
      <Button onClick={() => void saving.saveApart(draft.text, t('conflict.separate.reason', { code, number: draft.baseVersion, reason }))}>
        {t('conflict.separate')}
      </Button>
      <Button loading={saving.busy} onClick={() => void saving.save(draft.text, reason, head.number)}>
        {t('conflict.overwrite', { number: head.number + 1 })}
      </Button>
      <Button type="primary" onClick={merge}>
        {t('conflict.merge')}
      </Button>
    </div>
  );
}

export function ConflictDialog({ code, draft, saving }: Props) {
  const t = useT();
  const { conflict } = saving;
  if (conflict === null) return null;
  const { head, changes } = conflict.theirs;
  const colliding = collisions(conflict.mine, changes);
  return (
    <Modal open width={960} title={t('conflict.title', { number: head.number })} onCancel={saving.settle} footer={null}>
      <p>{t('conflict.explain', { by: t.code('person', head.savedBy), at: formatInstant(head.savedAt), number: head.number, reason: head.reason })}</p>
      <Alert
        style={{ marginTop: 8 }}
        showIcon
        type={colliding.size > 0 ? 'warning' : 'success'}
        message={colliding.size > 0 ? t('conflict.collisions', { count: colliding.size }) : t('conflict.noCollisions')}
      />
      <div className={styles['sides']}>
        <section>
          <h3>{t('conflict.theirs')}</h3>
          <ChangeTable changes={changes} marked={colliding} />
        </section>
        <section>
          <h3>{t('conflict.mine')}</h3>
          <ChangeTable changes={conflict.mine} marked={colliding} />
        </section>
      </div>
      <Choices code={code} draft={draft} saving={saving} conflict={conflict} />
    </Modal>
  );
}

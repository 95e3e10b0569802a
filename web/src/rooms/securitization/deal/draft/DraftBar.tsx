import { EditOutlined } from '@ant-design/icons';
import { Button, Input, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { useT } from '../../../../words';
import styles from './DraftBar.module.css';
import type { Draft } from './useDraft';
import type { SaveDraft } from './useSaveDraft';

function AskReason({ open, busy, onSave, onCancel }: { open: boolean; busy: boolean; onSave: (reason: string) => void; onCancel: () => void }) {
  const t = useT();
  const [reason, setReason] = useState('');
  const given = reason.trim() !== '';
  return (
    <Modal
      open={open}
      title={t('draft.save')}
      okText={t('draft.save')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: !given }}
      confirmLoading={busy}
      onOk={() => onSave(reason.trim())}
      onCancel={onCancel}
      afterClose={() => setReason('')}
    >
      <label className={styles['reason']}>
        {t('draft.reason')}
        <Input
          autoFocus
          value={reason}
          maxLength={200}
          placeholder={t('draft.reason.help')}
          onChange={event => setReason(event.target.value)}
          onPressEnter={() => given && onSave(reason.trim())}
        />
      </label>
    </Modal>
  );
}

/** Unsaved work, and the two ways out of it. */
export function DraftBar({ draft, saving, headVersion }: { draft: Draft; saving: SaveDraft; headVersion: number }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  if (!draft.changed) return null;
  const save = async (reason: string) => {
    const outcome = await saving.save(draft.text, reason, draft.baseVersion);
    if (outcome !== 'failed') setAsking(false);
  };
  return (
    <div className={styles['bar']} role="status">
      <span>
        <EditOutlined aria-hidden /> <strong>{t('draft.changed')}</strong>{' '}
        <span className={styles['note']}>
          {draft.behind ? t('draft.behind', { version: headVersion }) : t('draft.over', { version: draft.baseVersion })}
          {!draft.kept && ` ${t('draft.notKept')}`}
        </span>
      </span>
      <span className={styles['ways']}>
        <Button type="primary" size="small" onClick={() => setAsking(true)}>
          {t('draft.save')}
        </Button>
        <Popconfirm
          title={t('draft.discard.ask')}
          okText={t('draft.discard')}
          cancelText={t('shell.cancel')}
          onConfirm={() => draft.restart({ number: draft.baseVersion, text: draft.baseText })}
        >
          <Button size="small">{t('draft.discard')}</Button>
        </Popconfirm>
      </span>
      <AskReason open={asking} busy={saving.busy} onSave={reason => void save(reason)} onCancel={() => setAsking(false)} />
    </div>
  );
}

import { EditOutlined } from '@ant-design/icons';
import { Button, Input, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { useT } from '../../../words';
import styles from '../../securitization/deal/draft/DraftBar.module.css';
import type { Saving } from './useSaving';
import type { Working } from './useWorking';

interface Props {
  working: Working;
  saving: Saving;
  head: number;
  may: boolean;
  /** It computes: only then can it be kept. */
  sound: boolean;
}

/** Unsaved work, and the two ways out of it. */
export function SaveBar({ working, saving, head, may, sound }: Props) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  if (!working.changed) return null;
  const fresh = working.baseVersion === 0;
  const given = reason.trim() !== '' && working.name.trim() !== '';
  const save = async () => {
    if (await saving.save(reason.trim())) {
      setAsking(false);
      setReason('');
    }
  };
  return (
    <div className={styles['bar']} role="status">
      <span>
        <EditOutlined aria-hidden /> <strong>{t('draft.changed')}</strong>{' '}
        <span className={styles['note']}>
          {fresh ? t('value.draft.fresh') : working.behind ? t('draft.behind', { version: head }) : t('draft.over', { version: working.baseVersion })}
          {!working.kept && ` ${t('draft.notKept')}`}
        </span>
      </span>
      <span className={styles['ways']}>
        {may && (
          <Button type="primary" size="small" disabled={!sound} title={sound ? '' : t('value.save.blocked')} onClick={() => setAsking(true)}>
            {t('value.save')}
          </Button>
        )}
        {!fresh && (
          <Popconfirm title={t('draft.discard.ask')} okText={t('draft.discard')} cancelText={t('shell.cancel')} onConfirm={working.discard}>
            <Button size="small">{t('draft.discard')}</Button>
          </Popconfirm>
        )}
      </span>
      <Modal open={asking} title={t('value.save')} okText={t('value.save')} cancelText={t('shell.cancel')} okButtonProps={{ disabled: !given }} confirmLoading={saving.busy} onOk={() => void save()} onCancel={() => setAsking(false)}>
        <label className={styles['reason']}>
          {t('appraisals.name')}
          <Input value={working.name} maxLength={200} translate="no" onChange={event => working.rename(event.target.value)} />
        </label>
        <label className={styles['reason']} style={{ marginTop: 12 }}>
          {t('value.save.reason')}
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 5 }} value={reason} maxLength={500} placeholder={t('value.save.help')} onChange={event => setReason(event.target.value)} />
        </label>
      </Modal>
    </div>
  );
}

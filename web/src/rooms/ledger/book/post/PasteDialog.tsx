import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { AccountRow } from '../../../../api/ledgerTypes';
import { useT, type Word } from '../../../../words';
import { readPaste, type Fault } from './pasteLines';
import type { DraftLine } from './lines';
import styles from './Post.module.css';

const faultWords: Record<Fault, Word> = {
  account: 'post.paste.unknown.account',
  side: 'post.paste.unknown.side',
  amount: 'post.paste.unknown.amount',
  shape: 'post.paste.shape',
};

interface Props {
  accounts: readonly AccountRow[];
  onTake: (lines: Omit<DraftLine, 'key'>[]) => void;
  onClose: () => void;
}

/** Rows from a spreadsheet are read and told before they go into the entry. */
export function PasteDialog({ accounts, onTake, onClose }: Props) {
  const t = useT();
  const [text, setText] = useState('');
  const rows = readPaste(accounts, text);
  const lines = rows.flatMap(row => row.line ?? []);
  const faults = rows.flatMap(row => (row.fault === null ? [] : [{ ...row, fault: row.fault }]));
  return (
    <Modal
      open
      title={t('post.paste')}
      okText={t('post.paste.take', { count: lines.length })}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: lines.length === 0 }}
      onOk={() => onTake(lines)}
      onCancel={onClose}
    >
      <p className="soft" style={{ marginBottom: 8 }}>
        {t('post.paste.note')}
      </p>
      <Input.TextArea autoFocus rows={8} value={text} aria-label={t('post.paste')} onChange={event => setText(event.target.value)} />
      {faults.length > 0 && (
        <>
          <p style={{ marginTop: 8 }}>{t('post.paste.refused', { count: faults.length })}</p>
          <ul className={styles['refused']}>
            {faults.slice(0, 100).map(row => (
              <li key={row.row}>
                {t('post.paste.row', { row: row.row, text: t(faultWords[row.fault]) })} <code>{row.text.slice(0, 60)}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}

import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useClosedLoop } from '../../../api/paymentQueries';
import type { PayAccount } from '../../../api/paymentTypes';
import { useT } from '../../../words';
import styles from './Build.module.css';
import { DirectoryDialog } from './DirectoryDialog';
import type { Draft } from './draft';
import { joined } from './paste';
import { ReadDialog } from './ReadDialog';
import type { Row } from './rows';
import { allot } from './sources';

interface Props {
  draft: Draft;
  account: PayAccount | undefined;
  onRows: (rows: readonly Row[]) => void;
  onClear: () => void;
}

/** Ways rows come into the table at once. */
export function RowTools({ draft, account, onRows, onClear }: Props) {
  const t = useT();
  const [open, setOpen] = useState<'read' | 'directory' | null>(null);
  const loop = useClosedLoop(account?.closedLoop === true ? account.id : null);
  const close = () => setOpen(null);
  return (
    <div className={styles['tools']} style={{ marginBottom: 0 }}>
      <Button onClick={() => setOpen('read')}>{t('pay.build.read')}</Button>
      <Button onClick={() => setOpen('directory')}>{t('pay.build.directory')}</Button>
      {loop.data !== undefined && <Button onClick={() => onRows(allot(draft.rows, loop.data.sourceList))}>{t('pay.sources.allot')}</Button>}
      <Popconfirm title={t('pay.build.clear.ask')} okText={t('post.clear')} cancelText={t('shell.cancel')} onConfirm={onClear}>
        <Button>{t('post.clear')}</Button>
      </Popconfirm>
      {open === 'read' && <ReadDialog text="" accountId={draft.accountId} purpose={draft.purpose} rows={draft.rows} onRows={onRows} onClose={close} />}
      {open === 'directory' && <DirectoryDialog onTake={rows => onRows(joined(draft.rows, rows))} onClose={close} />}
    </div>
  );
}

import { DownloadOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Skeleton, Switch } from 'antd';
import { useState } from 'react';
import { trialBalanceFile } from '../../../api/ledger';
import { useTrialBalance } from '../../../api/ledgerQueries';
import type { AccountRow, BookRow } from '../../../api/ledgerTypes';
import { DayField } from '../../../shell/DayField';
import { Failure } from '../../../shell/Failure';
import { InstantField } from '../../../shell/InstantField';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { usePreferences } from '../../../shell/Preferences';
import { useAddress } from '../../../shell/useAddress';
import { useT } from '../../../words';
import { AccountDialog } from './AccountDialog';
import styles from './Trial.module.css';
import { byClass } from './trial';
import { TrialTable } from './TrialTable';

const rest = { effective: '', recorded: '', unmoved: '' };

/** The trial balance as of any effective date, as it was known at any instant. */
export function AccountsTab({ book }: { book: BookRow }) {
  const t = useT();
  const { unit, language } = usePreferences();
  const [address, change] = useAddress(rest);
  const { effective, recorded } = address;
  const asOf = { ...(effective === '' ? {} : { effective }), ...(recorded === '' ? {} : { recorded }) };
  const trial = useTrialBalance(book.id, asOf);
  const [dialog, setDialog] = useState<AccountRow | 'new' | null>(null);
  const { groups, hidden } = byClass(trial.data?.accounts ?? [], address.unmoved !== '');
  const past = effective !== '' || recorded !== '';
  const asked = new URLSearchParams({ ...(effective === '' ? {} : { to: effective, order: 'effective' }), ...(recorded === '' ? {} : { recorded }) }).toString();
  const add = (
    <Button icon={<PlusOutlined />} onClick={() => setDialog('new')}>
      {t('account.add')}
    </Button>
  );
  const tools = (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
      {add}
      <Button icon={<DownloadOutlined />} href={trialBalanceFile(book.id, asOf, language)} download>
        {t('statement.export')}
      </Button>
    </div>
  );
  return (
    <Panel title={t('trial.title', { unit: t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan') })} note={hidden > 0 ? t('trial.hidden', { count: hidden }) : undefined} extra={tools}>
      <div className={styles['filters']}>
        <DayField label={t('trial.effective')} value={effective} onChange={value => change({ effective: value })} />
        <InstantField label={t('trial.recorded')} value={recorded} onChange={value => change({ recorded: value })} />
        <label style={{ display: 'inline-flex', gap: 6, alignItems: 'center' }}>
          <Switch size="small" checked={address.unmoved !== ''} onChange={on => change({ unmoved: on ? 'yes' : '' })} /> {t('trial.zero')}
        </label>
        {past && (
          <>
            <span className={styles['past']}>{t('trial.past')}</span>
            <Button size="small" onClick={() => change({ effective: '', recorded: '' })}>
              {t('trial.now')}
            </Button>
          </>
        )}
      </div>
      {trial.isError && <Failure reason={trial.error} onRetry={() => void trial.refetch()} />}
      {trial.isPending && <Skeleton active title={false} paragraph={{ rows: 10 }} />}
      {trial.data !== undefined && !trial.isError && groups.length === 0 && <Nothing action={add}>{t('trial.empty')}</Nothing>}
      {trial.data !== undefined && !trial.isError && groups.length > 0 && (
        <TrialTable trial={trial.data} groups={groups} asked={asked === '' ? '' : `?${asked}`} onChange={setDialog} />
      )}
      {dialog !== null && <AccountDialog bookId={book.id} account={dialog === 'new' ? null : dialog} onClose={() => setDialog(null)} />}
    </Panel>
  );
}

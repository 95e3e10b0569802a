import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { Fragment } from 'react';
import { Link } from 'react-router';
import type { AccountRow, TrialBalance } from '../../../api/ledgerTypes';
import { difference, formatMoney, isZero } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { useT } from '../../../words';
import styles from './Trial.module.css';
import type { ClassGroup } from './trial';

interface Props {
  trial: TrialBalance;
  groups: readonly ClassGroup[];
  /** What the address of a statement carries over: the dates asked. */
  asked: string;
  onChange: (account: AccountRow) => void;
}

function Held({ value }: { value: string }) {
  return isZero(value) ? <span className="soft">0.00</span> : <Amount value={value} />;
}

function AccountLine({ account, asked, onChange }: { account: AccountRow; asked: string; onChange: (account: AccountRow) => void }) {
  const t = useT();
  const rule = account.rule === 'limit' ? t('rule.limit.of', { limit: formatMoney(account.limit, 'yuan') }) : t.code('rule', account.rule);
  return (
    <tr>
      <th scope="row" className={styles['account']}>
        <Link to={`/ledger/accounts/${account.id}${asked}`}>
          <span className="tabular">{account.code}</span> {t.either(account.zh, account.en)}
        </Link>
        {account.closed && <Tag style={{ marginLeft: 6 }}>{t('account.closed')}</Tag>}
      </th>
      <td className="num">
        <Held value={account.debit} />
      </td>
      <td className="num">
        <Held value={account.credit} />
      </td>
      <td className="num">
        <span className="soft">{t.code('side', account.normal)}</span> <Amount value={account.balance} />
      </td>
      <td className="num">
        <Held value={account.pendingDebit} />
      </td>
      <td className="num">
        <Held value={account.pendingCredit} />
      </td>
      <td className="num">
        <Amount value={account.available} />
      </td>
      <td className={account.rule === 'none' ? 'soft' : undefined}>{rule}</td>
      <td>
        <Button size="small" aria-label={t('account.change.title', { code: account.code })} onClick={() => onChange(account)}>
          {t('account.change')}
        </Button>
      </td>
    </tr>
  );
}

function Totals({ totals }: { totals: TrialBalance['totals'] }) {
  const t = useT();
  const apart = formatMoney(difference(totals.debit, totals.credit), 'yuan');
  return (
    <tr>
      <th scope="row" className={styles['account']}>
        {t('trial.total')}
      </th>
      <td className="num">
        <Amount value={totals.debit} />
      </td>
      <td className="num">
        <Amount value={totals.credit} />
      </td>
      <td colSpan={6}>
        {totals.balanced ? (
          <span className={styles['even']}>
            <CheckCircleOutlined /> {t('trial.balanced')}
          </span>
        ) : (
          <span className={styles['uneven']}>
            <CloseCircleOutlined /> {t('trial.unbalanced', { amount: apart })}
          </span>
        )}
      </td>
    </tr>
  );
}

/** Accounts by class with what was posted, what is held, and what is left to use. */
export function TrialTable({ trial, groups, asked, onChange }: Props) {
  const t = useT();
  const heads = ['trial.debit', 'trial.credit', 'trial.balance', 'trial.pendingDebit', 'trial.pendingCredit', 'trial.available'] as const;
  return (
    <div className={styles['scroll']} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col" className={styles['account']}>
              {t('trial.code')}
            </th>
            {heads.map(head => (
              <th key={head} scope="col" className="num">
                {t(head)}
              </th>
            ))}
            <th scope="col">{t('trial.rule')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('hold.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(group => (
            <Fragment key={group.class}>
              <tr className={styles['class']}>
                <th scope="rowgroup" className={styles['account']}>
                  {t.code('class', group.class)}
                </th>
                <td className="num">
                  <Amount value={group.debit} />
                </td>
                <td className="num">
                  <Amount value={group.credit} />
                </td>
                <td colSpan={6} />
              </tr>
              {group.accounts.map(account => (
                <AccountLine key={account.id} account={account} asked={asked} onChange={onChange} />
              ))}
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <Totals totals={trial.totals} />
        </tfoot>
      </table>
    </div>
  );
}

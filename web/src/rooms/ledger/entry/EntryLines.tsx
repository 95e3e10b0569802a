import { Link } from 'react-router';
import type { EntryLine } from '../../../api/ledgerTypes';
import { sum } from '../../../format';
import { Fen } from '../../../shell/Fen';
import { useT } from '../../../words';
import styles from './Entry.module.css';
import { debitFirst } from './lineOrder';

/** The lines of one entry, debit before credit, with their sums. */
export function EntryLines({ lines }: { lines: readonly EntryLine[] }) {
  const t = useT();
  const of = (side: string) => sum(lines.filter(line => line.side === side).map(line => line.amount));
  return (
    <div className={styles['scroll']} tabIndex={0}>
      <table className={styles['lines']}>
        <thead>
          <tr>
            <th scope="col">{t('trial.code')}</th>
            <th scope="col" className="num">
              {t('journal.debit')}
            </th>
            <th scope="col" className="num">
              {t('journal.credit')}
            </th>
          </tr>
        </thead>
        <tbody>
          {debitFirst(lines).map(line => (
            <tr key={line.n}>
              <td className={line.side === 'credit' ? styles['indented'] : undefined}>
                <span className="soft">{t.code('side', line.side)}</span> <Link to={`/ledger/accounts/${line.accountId}`}>
                  {line.account} {t.either(line.zh, line.en)}
                </Link>
              </td>
              <td className="num">{line.side === 'debit' && <Fen value={line.amount} />}</td>
              <td className="num">{line.side === 'credit' && <Fen value={line.amount} />}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('trial.total')}</th>
            <td className="num">
              <Fen value={of('debit')} />
            </td>
            <td className="num">
              <Fen value={of('credit')} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

import { Alert, Button, Skeleton, Tag } from 'antd';
import { Link } from 'react-router';
import { covers } from '../../api/access';
import { useApprovalCount } from '../../api/approvalQueries';
import { useCases, useDeals } from '../../api/queries';
import type { FoundingCase } from '../../api/types';
import { formatInstant } from '../../format';
import { Amount } from '../../shell/Amount';
import { Failure } from '../../shell/Failure';
import { Nothing } from '../../shell/Nothing';
import { PageHead } from '../../shell/PageHead';
import { Panel } from '../../shell/Panel';
import { usePreferences } from '../../shell/Preferences';
import { ofFirms, useMe } from '../../shell/useMe';
import { useT } from '../../words';
import { ObligationsPanel } from '../lending/portal/ObligationsPanel';
import styles from './HomePage.module.css';
import { LendingToday } from './LendingToday';

function CaseDoor({ founding }: { founding: FoundingCase }) {
  const t = useT();
  const words = (
    <>
      <span className={styles['caseId']}>{founding.id}</span>
      <span className={styles['caseTitle']}>{t.either(founding.titleZh, founding.titleEn)}</span>
      <span>
        {founding.parts.map(part => (
          <Tag key={part}>{t.code('part', part)}</Tag>
        ))}
      </span>
    </>
  );
  return founding.dealId === null ? (
    <div className={styles['door']}>{words}</div>
  ) : (
    <Link className={styles['door']} to={`/deals/${founding.dealId}`}>
      {words}
    </Link>
  );
}

function Cases() {
  const t = useT();
  const cases = useCases();
  if (cases.isError) return <Failure reason={cases.error} onRetry={() => void cases.refetch()} />;
  if (cases.data === undefined) return <Skeleton active title={false} paragraph={{ rows: 3 }} />;
  if (cases.data.cases.length === 0) return <Nothing>{t('home.cases.empty')}</Nothing>;
  return (
    <div className={styles['doors']}>
      {cases.data.cases.map(founding => (
        <CaseDoor key={founding.id} founding={founding} />
      ))}
    </div>
  );
}

function RecentDeals() {
  const t = useT();
  const { unit } = usePreferences();
  const deals = useDeals({ sort: '-savedAt', page: 1, pageSize: 8 });
  if (deals.isError) return <Failure reason={deals.error} onRetry={() => void deals.refetch()} />;
  if (deals.data === undefined) return <Skeleton active title={false} paragraph={{ rows: 4 }} />;
  if (deals.data.items.length === 0) {
    return (
      <Nothing
        action={
          <Link to="/deals">
            <Button type="primary">{t('home.recent.all')}</Button>
          </Link>
        }
      >
        {t('home.recent.empty')}
      </Nothing>
    );
  }
  return (
    <ul className={styles['recent']}>
      {deals.data.items.map(deal => (
        <li key={deal.id}>
          <Link to={`/deals/${deal.id}`} className={styles['recentDeal']}>
            <span className={styles['recentName']}>{t.either(deal.nameZh, deal.nameEn)}</span>
            <span className="soft">{deal.code}</span>
            <span className="num">
              <Amount value={deal.size} /> {t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan')}
            </span>
            <span className="soft tabular">{formatInstant(deal.savedAt)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Cases that wait for the reader. */
function Waiting() {
  const t = useT();
  const count = useApprovalCount(true);
  if (count.data === undefined || count.data.inbox === 0) return null;
  return <Alert type="info" showIcon message={<Link to="/approvals">{t('home.waiting', { count: count.data.inbox })}</Link>} />;
}

/** What wants the reader today, by what his roles let him see. */
export function HomePage() {
  const t = useT();
  const { me } = useMe();
  const may = (act: string) => covers(me.grants, act);
  const [firm, deals] = [ofFirms(me), may('securitization.read')];
  return (
    <>
      <PageHead title={t('home.title')} state={<><span translate="no">{me.organisation?.name ?? ''}</span> · {t(firm ? 'home.firm' : 'home.what')}</>} />
      <div className={styles['parts']}>
        {may('approvals.read') && <Waiting />}
        {may('lending.read') && firm && <ObligationsPanel />}
        {may('lending.read') && firm && <p><Link to="/portal">{t('home.portal')}</Link></p>}
        {may('lending.read') && !firm && <LendingToday />}
        {deals && (
          <Panel title={t('home.recent')} extra={<Link to="/deals">{t('home.recent.all')}</Link>}>
            <RecentDeals />
          </Panel>
        )}
        {deals && may('cases.read') && (
          <Panel title={t('home.cases')}>
            <Cases />
          </Panel>
        )}
      </div>
    </>
  );
}

import { Button } from 'antd';
import { Link } from 'react-router';
import type { Finding } from '../../../api/types';
import { Panel } from '../../../shell/Panel';
import { useT } from '../../../words';
import { FindingList } from '../FindingList';

/** Instead of figures that would not be true: what stops them. */
export function CannotRun({ dealId, findings }: { dealId: string; findings: readonly Finding[] }) {
  const t = useT();
  return (
    <Panel
      title={t('deal.cannotRun')}
      note={t('deal.cannotRun.detail')}
      extra={
        <Link to={`/deals/${dealId}/terms`}>
          <Button type="primary">{t('deal.goTerms')}</Button>
        </Link>
      }
    >
      <FindingList findings={findings} />
    </Panel>
  );
}

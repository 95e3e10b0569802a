import { Alert } from 'antd';
import { Link } from 'react-router';
import { useLoanChecks } from '../../../api/checks';
import { formatDate } from '../../../format';
import { useT } from '../../../words';

/** Checks of a loan that are past their day. */
export function OverdueCheck({ id }: { id: string }) {
  const t = useT();
  const found = useLoanChecks(id);
  return (
    <>
      {(found.data?.rows ?? []).filter(one => one.urgency === 'overdue').map(one => (
        <Alert key={one.n} type="error" showIcon style={{ marginBottom: 10 }} message={t('check.overdue.since', { kind: t.code('checkKind', one.kind), day: formatDate(one.dueOn) })} description={<Link to={`/loans/${id}/checks`}>{t('check.title')}</Link>} />
      ))}
    </>
  );
}

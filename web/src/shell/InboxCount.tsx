import { InboxOutlined } from '@ant-design/icons';
import { Badge, Button } from 'antd';
import { useNavigate } from 'react-router';
import { useApprovalCount } from '../api/approvalQueries';
import { useT } from '../words';
import { useMay } from './useMe';

/** How many cases wait for the person, on every page. */
export function InboxCount() {
  const t = useT();
  const navigate = useNavigate();
  const reads = useMay('approvals.read');
  const count = useApprovalCount(reads).data;
  const waiting = (count?.inbox ?? 0) + (count?.returned ?? 0);
  if (!reads) return null;
  return (
    <Badge count={waiting} size="small" offset={[-6, 6]} overflowCount={99} color="var(--z-accent)">
      <Button type="text" icon={<InboxOutlined />} aria-label={t('approvals.count', { count: waiting })} onClick={() => void navigate('/approvals')} />
    </Badge>
  );
}

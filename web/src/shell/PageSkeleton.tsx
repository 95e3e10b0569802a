import { Skeleton } from 'antd';

/** The place of a page while it loads: head, then rows. */
export function PageSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div aria-busy="true">
      <Skeleton active title={false} paragraph={{ rows: 2, width: ['40%', '60%'] }} />
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} style={{ marginTop: 24 }} />
    </div>
  );
}

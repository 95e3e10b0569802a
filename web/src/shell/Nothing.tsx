import { Empty } from 'antd';
import type { ReactNode } from 'react';

/** An empty place: what will stand here, and the first thing to do. */
export function Nothing({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={children}>
      {action}
    </Empty>
  );
}

import { pageSizes } from '../../shell/useAddress';
import type { Translate } from '../../words';

/** Paging of a table whose pages come from the server, kept in the address. */
export function paging(t: Translate, address: { page: number; pageSize: number }, total: number, change: (next: { page: number; pageSize: number }) => void) {
  return {
    current: address.page,
    pageSize: address.pageSize,
    total,
    pageSizeOptions: pageSizes,
    showSizeChanger: true,
    hideOnSinglePage: total <= 20,
    showTotal: (count: number) => t('shell.total', { count }),
    onChange: (page: number, pageSize: number) => change({ page, pageSize }),
  };
}

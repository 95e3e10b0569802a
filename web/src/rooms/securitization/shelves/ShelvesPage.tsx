import { Button } from 'antd';
import { Link } from 'react-router';
import { useShelves } from '../../../api/queries';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useT } from '../../../words';
import { ShelfPanel } from './ShelfPanel';

export default function ShelvesPage() {
  const t = useT();
  const shelves = useShelves();
  const list = shelves.data?.shelves;
  return (
    <>
      <PageHead
        title={t('shelves.title')}
        state={list === undefined ? undefined : t('shell.total', { count: list.length })}
        actions={<UnitSwitch />}
      />
      {shelves.isError && <Failure reason={shelves.error} onRetry={() => void shelves.refetch()} />}
      {shelves.isPending && <PageSkeleton />}
      {list?.length === 0 && (
        <Nothing
          action={
            <Link to="/deals">
              <Button type="primary">{t('shelves.goDeals')}</Button>
            </Link>
          }
        >
          {t('shelves.empty')}
        </Nothing>
      )}
      <div style={{ display: 'grid', gap: 16 }}>
        {list?.map(shelf => (
          <ShelfPanel key={shelf.id} shelf={shelf} />
        ))}
      </div>
    </>
  );
}

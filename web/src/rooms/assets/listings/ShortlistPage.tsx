import { Button, Table, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { shortlistWorkbook, useShortlist, type ShortlistDetail } from '../../../api/listings';
import { formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { useLanguage, useT } from '../../../words';
import { Two } from '../../payments/Two';

/** Rights chosen for a need, in the order of their rank, with the reasons. */
export default function ShortlistPage() {
  const t = useT();
  const language = useLanguage();
  const { id = '' } = useParams();
  const found = useShortlist(id);
  const back = <Link to="/match">← {t('listing.title')}</Link>;
  if (found.data === undefined) {
    return found.isError ? <>{back}<Failure reason={found.error} onRetry={() => void found.refetch()} /></> : <PageSkeleton rows={8} />;
  }
  const { row, rights } = found.data;
  return (
    <>
      <PageHead title={row.name} named back={back} state={<>{t('listing.shortlist')} · <code>{row.fileCode}</code> · {formatInstant(row.at)} · <span translate="no">{row.by}</span></>} actions={<a href={shortlistWorkbook(row.id, language)} download><Button type="primary">{t('listing.export')}</Button></a>} />
      <Panel title={t('listing.need')} note={<span translate="no">{row.text}</span>}>
        <Table<ShortlistDetail['rights'][number]>
          size="small"
          rowKey="listing"
          pagination={rights.length > 50 ? { pageSize: 50 } : false}
          scroll={{ x: 900 }}
          dataSource={rights}
          columns={[
            { title: t('listing.rank'), width: 60, align: 'right', render: (_, one) => one.rank },
            { title: t('listing.right'), width: 300, render: (_, one) => <Two first={one.right === null ? <span translate="no">{one.title}</span> : <Link translate="no" to={`/rights/${one.right}`}>{one.title}</Link>} second={<><code>{one.number === '' ? one.listing : one.number}</code> {one.right !== null && <Tag color="blue">{t('listing.registered')}</Tag>}</>} /> },
            { title: t('listing.holder'), width: 150, render: (_, one) => <span translate="no">{one.owner === '' ? t('shell.none') : one.owner}</span> },
            { title: t('listing.why'), render: (_, one) => <>{one.found.map(words => <Tag key={words}>{words}</Tag>)}{one.ipc !== '' && <Tag color="blue">{one.ipc}</Tag>}</> },
            { title: t('listing.terms'), width: 170, render: (_, one) => <Two first={one.modes.map(mode => t.code('listingMode', mode)).join('、') || t('shell.unknown')} second={one.price === null ? t('listing.price.unknown') : <Fen value={one.price} />} /> },
          ]}
        />
      </Panel>
    </>
  );
}

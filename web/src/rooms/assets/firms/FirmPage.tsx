import { FileProtectOutlined } from '@ant-design/icons';
import { Button, Dropdown, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useFirm } from '../../../api/rightQueries';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Figures } from '../../payments/Figures';
import { FirmDialog } from './FirmDialog';
import { FirmRights } from './FirmRights';
import { ProductDialog } from './ProductDialog';
import { ProductsTab } from './ProductsTab';
import { StatementsTab } from './StatementsTab';
import { FiguresDialog } from './FiguresDialog';

const tabs = ['statements', 'products', 'rights'] as const;

/** A firm: who it is, what it earns and owns, and which rights it holds. */
export default function FirmPage() {
  const t = useT();
  const navigate = useNavigate();
  const { id = '', tab } = useParams();
  const firm = useFirm(id);
  const [open, setOpen] = useState<'change' | 'statement' | 'product' | null>(null);
  const may = { change: useMay('assets.firm.change'), statement: useMay('assets.firm.statement'), product: useMay('assets.product.add') };
  const back = <Link to="/firms">← {t('firms.title')}</Link>;
  if (firm.data === undefined) {
    return firm.isError ? (
      <>
        {back}
        <Failure reason={firm.error} onRetry={() => void firm.refetch()} />
      </>
    ) : (
      <PageSkeleton rows={12} />
    );
  }
  const profile = firm.data;
  const row = profile.firm;
  const current = tabs.find(name => name === tab) ?? 'statements';
  const more = (['change', 'product'] as const).filter(action => may[action]);
  const close = () => setOpen(null);
  const shown = {
    statements: <StatementsTab profile={profile} />,
    products: <ProductsTab profile={profile} />,
    rights: <FirmRights firm={id} />,
  };
  return (
    <>
      <PageHead
        title={row.name}
        named
        back={back}
        state={
          <>
            <code>{row.code}</code> {row.tags.map(tag => <Tag key={tag}>{tag}</Tag>)}
          </>
        }
        actions={
          <>
            <Link to={`/evidence?kind=firm&subject=${row.id}`}>
              <Button icon={<FileProtectOutlined />}>{t('book.evidence')}</Button>
            </Link>
            {more.length > 0 && (
              <Dropdown trigger={['click']} menu={{ items: more.map(action => ({ key: action, label: t(`firm.act.${action}`) })), onClick: ({ key }) => setOpen(key as 'change' | 'product') }}>
                <Button>{t('firm.act.more')}</Button>
              </Dropdown>
            )}
            {may.statement && (
              <Button type="primary" onClick={() => setOpen('statement')}>
                {t('firm.act.statement')}
              </Button>
            )}
          </>
        }
      />
      <Figures
        figures={[
          { label: t('firm.rights'), value: <Link to={`/rights?firm=${row.id}`}>{profile.rights}</Link>, note: t('firm.inForce', { count: profile.inForce }) },
          { label: t('firm.statements'), value: profile.statements.length, note: profile.missing.length === 0 ? t('firm.missing.none') : t('firm.missing', { years: profile.missing.join('、') }) },
          { label: t('firm.products'), value: profile.products.length },
          { label: t('firm.region'), value: row.region ?? t('shell.unknown'), note: row.industry === null ? null : t('firm.industry.of', { code: row.industry, year: row.industryEdition ?? '' }) },
        ]}
      />
      <Tabs activeKey={current} onChange={next => void navigate(next === 'statements' ? `/firms/${id}` : `/firms/${id}/${next}`)} items={tabs.map(name => ({ key: name, label: t(`firm.tab.${name}`), children: name === current ? shown[name] : null }))} />
      {open === 'change' && <FirmDialog firm={row} onClose={close} />}
      {open === 'statement' && <FiguresDialog firm={row} onClose={close} />}
      {open === 'product' && <ProductDialog firm={row.id} product={null} onClose={close} />}
    </>
  );
}

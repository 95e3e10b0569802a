import { Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { Link } from 'react-router';
import type { ProductIncome, ProductUse, RightProfile } from '../../../api/rightTypes';
import { formatDate } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { usePreferences } from '../../../shell/Preferences';
import { useT, type Translate } from '../../../words';
import styles from '../Assets.module.css';

/** Products that use the right, and what each earned. */
export function UseTab({ profile }: { profile: RightProfile }) {
  const t = useT();
  const { unit } = usePreferences();
  const unitName = t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan');
  if (profile.products.length === 0) {
    return (
      <Panel title={t('right.use')}>
        <Nothing>{t('right.use.empty')}</Nothing>
      </Panel>
    );
  }
  return (
    <div className={styles['stack']}>
      {profile.products.map(product => (
        <Panel
          key={product.product}
          title={<span translate="no">{product.name}</span>}
          note={<ProductNote product={product} t={t} />}
          extra={<UnitSwitch />}
        >
          <Table<ProductIncome> size="small" rowKey="year" columns={incomeColumns(t, unitName)} dataSource={product.income} pagination={false} scroll={{ x: 560 }} locale={{ emptyText: t('right.use.noIncome') }} />
        </Panel>
      ))}
    </div>
  );
}

/** One income stream may rest on several rights: it counts once. */
function ProductNote({ product, t }: { product: ProductUse; t: Translate }) {
  return (
    <>
      <Link to={`/firms/${product.firm}`} style={{ textDecoration: 'underline' }}>{product.firmName}</Link> · {t('right.use.rights', { count: product.rights })}
    </>
  );
}

export function incomeColumns(t: Translate, unit: string): ColumnsType<ProductIncome> {
  return [
    { title: t('right.income.year'), width: 90, render: (_, income) => income.year },
    { title: t('right.income.revenue', { unit }), width: 150, align: 'right', render: (_, income) => <Amount value={income.revenue} /> },
    { title: t('right.income.profit', { unit }), width: 150, align: 'right', render: (_, income) => <Amount value={income.profit} /> },
    { title: t('right.event.source'), render: (_, income) => income.source },
    { title: t('right.asOf'), width: 120, render: (_, income) => formatDate(income.asOf) },
  ];
}

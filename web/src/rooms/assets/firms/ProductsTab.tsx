import { Button, Table } from 'antd';
import { useState } from 'react';
import type { FirmProfile, Product } from '../../../api/firmTypes';
import type { ProductIncome } from '../../../api/rightTypes';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { usePreferences } from '../../../shell/Preferences';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import styles from '../Assets.module.css';
import { incomeColumns } from '../right/UseTab';
import { ProductDialog } from './ProductDialog';

/** Products of the firm: the rights each uses, and what each earned by year. */
export function ProductsTab({ profile }: { profile: FirmProfile }) {
  const t = useT();
  const { unit } = usePreferences();
  const may = useMay('assets.product.change');
  const [changing, setChanging] = useState<Product | null>(null);
  const unitName = t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan');
  return (
    <div className={styles['stack']}>
      {profile.products.length === 0 && (
        <Panel title={t('firm.tab.products')}>
          <Nothing>{t('firm.products.empty')}</Nothing>
        </Panel>
      )}
      {profile.products.map((product, index) => (
        <Panel
          key={product.id}
          title={<span translate="no">{product.name}</span>}
          note={[t('right.use.rights', { count: product.rights.length }), product.note].filter(part => part !== '').join(' · ')}
          extra={
            <span className={styles['marks']}>
              {index === 0 && <UnitSwitch />}
              {may && (
                <Button size="small" onClick={() => setChanging(product)}>
                  {t('product.change')}
                </Button>
              )}
            </span>
          }
        >
          <Table<ProductIncome> size="small" rowKey="year" columns={incomeColumns(t, unitName)} dataSource={product.income} pagination={false} scroll={{ x: 560 }} locale={{ emptyText: t('right.use.noIncome') }} />
        </Panel>
      ))}
      {changing !== null && <ProductDialog firm={profile.firm.id} product={changing} onClose={() => setChanging(null)} />}
    </div>
  );
}

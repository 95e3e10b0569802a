import { LeftOutlined, RightOutlined, VerticalRightOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useT } from '../words';
import styles from './PlacePaging.module.css';
import { pageSizes } from './useAddress';

interface Props {
  /** Where the page before begins; null on the first one. */
  previous: string | null;
  /** Where the next page begins; null on the last one. */
  next: string | null;
  pageSize: number;
  /** How many there are, in words. */
  total: ReactNode;
  onChange: (change: { place: string; pageSize?: number }) => void;
}

/** Paging of a list that is walked by places: rows that come or go meanwhile move no page. */
export function PlacePaging({ previous, next, pageSize, total, onChange }: Props) {
  const t = useT();
  return (
    <nav className={styles['paging']} aria-label={t('shell.paging')}>
      <span>{total}</span>
      <Button size="small" icon={<VerticalRightOutlined />} disabled={previous === null} onClick={() => onChange({ place: '' })}>
        {t('shell.paging.first')}
      </Button>
      <Button size="small" icon={<LeftOutlined />} disabled={previous === null} onClick={() => onChange({ place: previous ?? '' })}>
        {t('shell.paging.previous')}
      </Button>
      <Button size="small" icon={<RightOutlined />} iconPosition="end" disabled={next === null} onClick={() => onChange({ place: next ?? '' })}>
        {t('shell.paging.next')}
      </Button>
      <Select size="small" aria-label={t('shell.paging.size')} value={pageSize} onChange={size => onChange({ place: '', pageSize: size })} options={pageSizes.map(size => ({ value: size, label: t('shell.paging.each', { count: size }) }))} />
    </nav>
  );
}

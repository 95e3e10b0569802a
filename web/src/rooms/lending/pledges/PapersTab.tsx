import { DownloadOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { Link } from 'react-router';
import type { RegistrationRow } from '../../../api/lendingTypes';
import { formatDate } from '../../../format';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import styles from '../Lending.module.css';
import { DueDay } from '../registration/DueDay';
import { stateTones } from '../registration/tones';
import { useTakePackage } from '../registration/useTakePackage';

/** The registrations with the papers of each, made from the records. */
export function PapersTab({ registrations }: { registrations: readonly RegistrationRow[] }) {
  const t = useT();
  const packages = useTakePackage();
  return (
    <Table<RegistrationRow>
      className={styles['table'] ?? ''}
      size="small"
      rowKey="id"
      dataSource={[...registrations]}
      pagination={false}
      scroll={{ x: 900 }}
      columns={[
        { title: t('registration.registry'), width: 180, render: (_, row) => <Two first={<Link to={`/registrations/${row.id}`}>{row.registryTitle}</Link>} second={row.replaces === null ? null : t('registration.replaces')} /> },
        { title: t('registration.state'), width: 120, render: (_, row) => <StateMark tone={stateTones[row.state]}>{row.stateTitle}</StateMark> },
        { title: t('registration.due'), width: 180, render: (_, row) => <DueDay row={row} /> },
        { title: t('registration.rights'), width: 70, align: 'right', render: (_, row) => row.rights },
        { title: t('registration.no'), width: 190, render: (_, row) => <Two first={<span translate="no">{row.registrationNo === '' ? '—' : row.registrationNo}</span>} second={row.registered === null ? null : formatDate(row.registered)} /> },
        {
          title: t('registration.package'),
          width: 130,
          render: (_, row) => (
            <Button size="small" icon={<DownloadOutlined />} title={t('registration.package.note')} loading={packages.busy === row.id} onClick={() => void packages.take(row.id, row.contractNo)}>
              {t('pledge.download')}
            </Button>
          ),
        },
      ]}
    />
  );
}

import { PlusOutlined } from '@ant-design/icons';
import { Button, Select, Table } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useDiligences } from '../../../api/diligenceQueries';
import type { DiligenceRow } from '../../../api/diligenceTypes';
import { formatDate, formatInstant } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { usePreferences } from '../../../shell/Preferences';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import { paging } from '../../payments/pages';
import { unitWord } from '../appraisals/appraisalColumns';
import { FirmPicker } from '../FirmPicker';
import { Person } from '../Person';
import styles from '../Valuation.module.css';
import { GradeCounts } from './Grades';
import { answers, answerTones } from './judged';

const rest = { firm: '', right: '', answer: '', page: 1, pageSize: 50 };

/** Whose rights were examined, when, and what came of it. */
export default function DiligencesPage() {
  const t = useT();
  const navigate = useNavigate();
  const { unit } = usePreferences();
  const [address, change] = useAddress(rest);
  const may = useMay('valuation.diligence.make');
  const found = useDiligences(address);
  const filtered = [address.firm, address.right, address.answer].some(value => value !== '');
  const make = may ? (
    <Link to="/diligence/new">
      <Button type="primary" icon={<PlusOutlined />}>
        {t('diligence.new')}
      </Button>
    </Link>
  ) : null;
  const empty = filtered ? <Nothing action={<Button onClick={() => change({ ...rest })}>{t('books.clear')}</Button>}>{t('diligence.empty.filtered')}</Nothing> : <Nothing action={make}>{t('diligence.empty')}</Nothing>;
  const value = (amount: string | null) => (amount === null ? <span className="soft">{t('shell.unknown')}</span> : <Amount value={amount} />);
  return (
    <>
      <PageHead title={t('diligence.title')} state={found.data === undefined ? undefined : t('shell.total', { count: found.data.total })} actions={<><UnitSwitch />{make}</>} />
      <div className={styles['filters']}>
        <span className={styles['firmPick']}>
          <FirmPicker value={address.firm} onChange={firm => change({ firm })} />
        </span>
        <Select aria-label={t('diligence.answer')} popupMatchSelectWidth={false} value={address.answer} onChange={answer => change({ answer })} options={[{ value: '', label: t('diligence.answer.all') }, ...answers.map(one => ({ value: one, label: t(`diligenceAnswer.${one}`) }))]} />
        {address.right !== '' && <Button onClick={() => change({ right: '' })}>{t('appraisals.right.only')}</Button>}
      </div>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={10} />}
      {found.data !== undefined && !found.isError && (
        <Table<DiligenceRow>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          dataSource={found.data.items}
          loading={found.isPlaceholderData}
          locale={{ emptyText: empty }}
          scroll={{ x: 1180 }}
          sticky={{ offsetHeader: 48 }}
          onRow={row => ({ onClick: () => void navigate(`/diligence/${row.id}`) })}
          pagination={paging(t, address, found.data.total, change)}
          columns={[
            { title: t('appraisals.firm'), fixed: 'left', width: 240, render: (_, row) => <Link translate="no" to={`/diligence/${row.id}`} onClick={event => event.stopPropagation()}>{row.firmName === '' ? t('diligence.rights.of', { count: row.rights }) : row.firmName}</Link> },
            { title: t('diligence.day'), width: 106, render: (_, row) => formatDate(row.day) },
            { title: t('valueKey.purpose'), width: 120, render: (_, row) => t.code('valueWord', row.purpose) },
            { title: t('diligence.answer'), width: 136, render: (_, row) => <StateMark tone={answerTones[row.answer]}>{t(`diligenceAnswer.${row.answer}`)}</StateMark> },
            { title: t('diligence.findings'), width: 190, render: (_, row) => <GradeCounts counts={row} /> },
            { title: t('diligence.unknown'), width: 84, align: 'right', render: (_, row) => row.unknown },
            { title: t('appraisals.rights'), width: 80, align: 'right', render: (_, row) => row.rights },
            { title: t('diligence.before', { unit: unitWord(t, unit) }), width: 126, align: 'right', render: (_, row) => value(row.before) },
            { title: t('diligence.after', { unit: unitWord(t, unit) }), width: 126, align: 'right', render: (_, row) => value(row.after) },
            { title: t('diligence.made'), width: 150, render: (_, row) => <Two first={formatInstant(row.madeAt)} second={<Person name={row.madeBy} />} /> },
          ]}
        />
      )}
    </>
  );
}

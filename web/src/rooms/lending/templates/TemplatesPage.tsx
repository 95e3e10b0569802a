import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal, Select, Table } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { type TemplateRow, useTemplates } from '../../../api/paperTemplates';
import { formatDate, formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import { today } from '../../today';
import styles from '../Lending.module.css';
import { keepDraft, readDraft } from '../policies/drafts';
import { blankTemplate } from './begin';

export const templatePath = (code: string) => `/lending/templates/${encodeURIComponent(code)}`;
export const draftOf = (code: string) => `template.${code}`;

const rest = { about: '' };

/** The templates documents are made by: what stands today, what waits, whose it is, and where a draft lies. */
export default function TemplatesPage() {
  const t = useT();
  const navigate = useNavigate();
  const may = useMay('lending.template.save');
  const found = useTemplates();
  const [address, change] = useAddress(rest);
  const [naming, setNaming] = useState(false);
  const rows = (found.data?.rows ?? []).filter(row => address.about === '' || row.about === address.about);
  const subjects = found.data?.subjects ?? [];
  const open = (code: string, text: string) => {
    keepDraft(draftOf(code), { from: 0, text });
    void navigate(templatePath(code));
  };
  return (
    <>
      <PageHead title={t('template.title')} state={t('template.note')} actions={may && <Button type="primary" icon={<PlusOutlined />} onClick={() => setNaming(true)}>{t('template.new')}</Button>} />
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={9} />}
      {found.data !== undefined && !found.isError && (
        <>
          <div className={styles['filters']}>
            <Select aria-label={t('template.about')} value={address.about} onChange={about => change({ about })} options={[{ value: '', label: t('template.all') }, ...subjects.map(one => ({ value: one.about, label: one.title }))]} />
          </div>
          <Table<TemplateRow>
            className={`${styles['table']} ${styles['rows']}`}
            size="small"
            rowKey="code"
            dataSource={rows}
            pagination={false}
            scroll={{ x: 1010 }}
            sticky={{ offsetHeader: 48 }}
            locale={{ emptyText: <Nothing>{t('template.empty')}</Nothing> }}
            onRow={row => ({ onClick: () => void navigate(templatePath(row.code)) })}
            columns={[
              { title: t('template.called'), width: 230, render: (_, row) => <Two first={<><Link to={templatePath(row.code)} onClick={event => event.stopPropagation()}>{row.title}</Link>{readDraft(draftOf(row.code)) !== null && <> <StateMark tone="amber">{t('template.draftHere')}</StateMark></>}</>} second={<span translate="no">{row.code}</span>} /> },
              { title: t('template.about'), width: 120, dataIndex: 'aboutTitle' },
              { title: t('policyList.version'), width: 180, render: (_, row) => (row.number === null ? <StateMark tone="grey">{t('policyList.notYet')}</StateMark> : <Two first={<><span className="tabular">{row.version}</span> <StateMark tone={row.own ? 'blue' : 'grey'}>{t(row.own ? 'template.own' : 'template.shipped')}</StateMark></>} second={row.own && row.shipped ? t('template.fallback') : null} />) },
              { title: t('policyList.next'), width: 150, render: (_, row) => (row.next === null ? '—' : <StateMark tone="amber">{`${row.next} · ${formatDate(row.nextFrom ?? '')}`}</StateMark>) },
              { title: t('policyList.author'), width: 160, render: (_, row) => (row.author === null ? '—' : <Two first={t.code('person', row.author)} second={row.savedAt === null ? '' : formatInstant(row.savedAt)} />) },
              { title: t('policyList.checker'), width: 90, render: (_, row) => row.checker ?? '—' },
              { title: t('template.review'), width: 100, render: (_, row) => <StateMark tone={row.verified ? 'green' : 'amber'}>{t(row.verified ? 'template.reviewed' : 'template.unreviewed')}</StateMark> },
              { title: t('template.made'), width: 80, align: 'right', render: (_, row) => <span className="tabular">{t('template.made.count', { count: row.made })}</span> },
            ]}
          />
        </>
      )}
      {naming && <NewTemplate taken={found.data?.rows.map(row => row.code) ?? []} subjects={subjects} onMade={(code, about, zh, en) => open(code, blankTemplate(code, about, zh, en, today()))} onClose={() => setNaming(false)} />}
    </>
  );
}

interface NewProps {
  taken: readonly string[];
  subjects: readonly { about: string; title: string }[];
  onMade: (code: string, about: string, zh: string, en: string) => void;
  onClose: () => void;
}

function NewTemplate({ taken, subjects, onMade, onClose }: NewProps) {
  const t = useT();
  const [code, setCode] = useState('');
  const [about, setAbout] = useState(subjects[0]?.about ?? '');
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const wrong = code !== '' && (!/^[a-z][a-z0-9-]{1,60}$/.test(code) || taken.includes(code));
  return (
    <Modal open title={t('template.new')} okText={t('policyList.begin')} cancelText={t('shell.cancel')} okButtonProps={{ disabled: code === '' || wrong || about === '' || zh.trim() === '' || en.trim() === '' }} onOk={() => onMade(code, about, zh.trim(), en.trim())} onCancel={onClose}>
      <Form layout="vertical" component="div">
        <Form.Item label={t('policyEdit.code')} htmlFor="template-code" {...(wrong ? { validateStatus: 'error' as const, help: t(taken.includes(code) ? 'template.taken' : 'policyList.codeHint') } : { help: t('policyList.codeHint') })}><Input id="template-code" value={code} onChange={event => setCode(event.target.value.trim())} /></Form.Item>
        <Form.Item label={t('template.about')} htmlFor="template-about"><Select id="template-about" value={about} onChange={setAbout} options={subjects.map(one => ({ value: one.about, label: one.title }))} /></Form.Item>
        <Form.Item label={t('policyEdit.zh')} htmlFor="template-zh"><Input id="template-zh" value={zh} onChange={event => setZh(event.target.value)} /></Form.Item>
        <Form.Item label={t('policyEdit.en')} htmlFor="template-en"><Input id="template-en" value={en} onChange={event => setEn(event.target.value)} /></Form.Item>
      </Form>
    </Modal>
  );
}

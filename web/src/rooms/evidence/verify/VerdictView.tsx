import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Table } from 'antd';
import type { ReactNode } from 'react';
import { StateMark, type Tone } from '../../../shell/StateMark';
import { useLanguage, useT } from '../../../words';
import type { Check, Verdict } from '../verifier';
import { checkName } from './checkName';
import styles from './Verify.module.css';

const tones: Record<Check['state'], Tone> = { pass: 'green', fail: 'red', skipped: 'grey' };
const order: Check['state'][] = ['fail', 'pass', 'skipped'];

/** Outcome first, then every check: what failed stands on top with what was found and expected. */
export function VerdictView({ verdict, note }: { verdict: Verdict; note?: ReactNode }) {
  const t = useT();
  const language = useLanguage();
  const { passed, checks } = verdict;
  const failed = checks.filter(check => check.state === 'fail').length;
  const passing = checks.filter(check => check.state === 'pass').length;
  const unpinned = checks.some(check => check.name === 'trust' && check.state === 'skipped');
  const sorted = [...checks].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const value = (text: string | null) => (text === null || text === '' ? <span className="soft">{t('shell.none')}</span> : <code className={styles['value']}>{text}</code>);
  return (
    <div className={styles['verdict']}>
      <div className={`${styles['outcome']} ${passed ? styles['passed'] : styles['failed']}`} role="status">
        {passed ? <CheckCircleFilled /> : <CloseCircleFilled />}
        <div>
          <strong>{t(passed ? 'verify.passed' : 'verify.failed')}</strong>
          <div>
            {passed ? t('verify.passed.detail', { count: passing }) : t('verify.failed.detail', { count: failed })}
            {t.either('。', '. ')}
            {unpinned && t('verify.unpinned')}
          </div>
          {note}
        </div>
      </div>
      <Table<Check>
        size="small"
        rowKey="name"
        dataSource={sorted}
        pagination={checks.length > 100 ? { pageSize: 100 } : false}
        scroll={{ x: 760 }}
        columns={[
          { title: t('verify.outcome'), width: 92, render: (_, check) => <StateMark tone={tones[check.state]}>{t(`verify.state.${check.state}`)}</StateMark> },
          {
            title: t('verify.check'),
            width: 250,
            render: (_, check) => (
              <>
                {checkName(t, check.name)}
                <div className="soft">
                  <code>{check.name}</code>
                </div>
              </>
            ),
          },
          {
            title: t('verify.found'),
            render: (_, check) => (
              <>
                {check.message[language] !== '' && <div className={check.state === 'fail' ? styles['bad'] : undefined}>{check.message[language]}</div>}
                {(check.message[language] === '' || (check.found !== null && check.found !== '')) && value(check.found)}
              </>
            ),
          },
          { title: t('verify.expected'), width: '26%', render: (_, check) => (check.state === 'fail' ? value(check.expected) : <span className="soft">{t('shell.none')}</span>) },
        ]}
      />
    </div>
  );
}

import { Alert } from 'antd';
import { useT } from '../../../words';

/** The file is no bundle at all: why in words, then what was found and the code. */
export function Unreadable({ code, found }: { code: string | null; found: string }) {
  const t = useT();
  return (
    <Alert
      type="error"
      showIcon
      message={t('verify.unreadable')}
      description={
        <>
          {code !== null && t.code('unreadable', code)} <code>{found}</code> {code}
        </>
      }
    />
  );
}

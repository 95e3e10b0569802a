import { expect, test } from 'vitest';
import { checkCode, checkNumber } from './numberCheck';

test.each(['201910561574.9', 'ZL 2019 1 0561574.9', 'CN201910561574', '２０１９１０５６１５７４．９'])('checkNumber_InTheSpelling_%s_IsTheSameNumber', text => {
  expect(checkNumber(text, 'invention')).toEqual({ kind: 'right', normal: '201910561574.9' });
});

test('checkNumber_AMistypedDigit_NamesTheRightOne', () => {
  expect(checkNumber('201910561574.8', 'invention')).toEqual({ kind: 'digit', expected: '9' });
});

test('checkNumber_OfAUtilityModel_IsNoInvention', () => {
  expect(checkNumber('201920561574', 'invention')).toEqual({ kind: 'type', shown: 'utility_model' });
});

test('checkNumber_Neither8Nor12Digits_IsNone', () => {
  expect(checkNumber('2019105615', 'invention')).toEqual({ kind: 'form' });
});

// 统一社会信用代码 of Tencent and Alibaba as they stand in the public register.
test.each(['9144030071526726XG', '91330100799655058B'])('checkCode_OfAKnownFirm_%s_IsRight', code => {
  expect(checkCode(code)).toEqual({ kind: 'right' });
});

test('checkCode_ALetterThatCannotStandThere_IsNoCode', () => {
  expect([checkCode('9144030071526726XI').kind, checkCode('91440300').kind, checkCode('').kind]).toEqual(['form', 'form', 'empty']);
});

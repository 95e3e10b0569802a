export { compareAmounts, difference, exactYuan, formatMoney, isNegative, isZero, none, plotted, ratio, sum, type MoneyUnit } from './money';
export { formatBasisPoints, formatNumber, formatPercent, formatPoints, percentDigits } from './rate';
export { formatDate, formatInstant } from './date';
export { parseDate, parseMoney, parsePercent, parseWhole } from './parse';
export { uuid7 } from './uuid';
export { wallInstant, wallTime } from './wall';

import type { AskedFact } from '../../../api/originationTypes';
import type { Language } from '../../../words';

type Row = readonly [name: string, zh: string, en: string, unit?: string, words?: readonly (readonly [word: string, zh: string, en: string])[]];

/** Facts of the credit policy by three views. */
const ratings: readonly Row[] = [
  ['patent.score', '专利价值评分', 'Score of the patents', '分'],
  ['patent.litigation', '专利涉诉情况', 'Litigation over the patents', '', [['none', '无', 'none'], ['won', '胜诉', 'won'], ['pending', '审理中', 'pending'], ['lost', '败诉', 'lost']]],
  ['equity.rounds', '股权融资轮次', 'Rounds of equity raised', '轮'],
  ['equity.founder_share', '创始团队持股', 'Share of the founders', '%'],
  ['equity.share_pledged', '股权出质比例', 'Part of the shares pledged', '%'],
  ['market.revenue_growth', '营业收入增长率', 'Growth of revenue', '%'],
  ['market.orders_cover', '在手订单对年收入倍数', 'Orders in hand over yearly revenue', '倍'],
  ['market.top_customer', '第一大客户占比', 'Share of the largest customer', '%'],
];

/** What working-capital need and the other ceilings are worked out from. */
const limits: readonly Row[] = [
  ['profitMargin', '销售利润率', 'Profit margin', '%'],
  ['growth', '预计销售增长率', 'Expected growth of sales', '%'],
  ['turns', '营运资金周转次数', 'Turns of working capital', '次'],
  ['ownFunds', '自有资金', 'Own funds', '元'],
  ['presentLoans', '现有流动资金贷款', 'Present working-capital loans', '元'],
  ['otherSources', '其他渠道', 'Other sources', '元'],
  ['groupLeft', '集团授信余额', "What the group's limit leaves", '元'],
  ['pledgeRate', '申请的质押率', 'Pledge rate applied for', '%'],
  ['support', '增信方', 'Who supports it'],
  ['approver', '批准人', 'Who answers for it'],
];

const made = (rows: readonly Row[], language: Language): AskedFact[] =>
  rows.map(([name, zh, en, unit = '', words = []]) => ({ name, title: language === 'zh' ? zh : en, type: words.length > 0 || unit === '' ? 'text' : 'number', unit: language === 'zh' || unit === '%' ? unit : '', values: words.map(([word, first, second]) => ({ word, title: language === 'zh' ? first : second })) }));

export const ratingFields = (language: Language): AskedFact[] => made(ratings, language);

export const limitFields = (language: Language): AskedFact[] => made(limits, language);

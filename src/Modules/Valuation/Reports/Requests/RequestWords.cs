using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Valuation.Reports.Requests;

/// <summary>Keys and words of <c>value-request/v1</c> as people read them.</summary>
internal static class RequestWords
{
    private const string Keys = """
        schema|格式|format
        id|标识|id
        base_date|评估基准日|base date
        value_type|价值类型|type of value
        purpose|评估目的|purpose
        timing|收益时点|timing of income
        group|产品组|product group
        zh|中文名称|Chinese name
        en|英文名称|English name
        income_stream|收益来源|income stream
        rights|权利|rights
        number|编号|number
        kind|类别|kind
        weight|权重|weight
        expires|到期日|expiry
        core|核心权利|core right
        firm|企业|firm
        year|年度|year
        revenue|营业收入|revenue
        profit|净利润|profit
        net_assets|净资产|net assets
        life|剩余经济寿命|remaining economic life
        legal|法定剩余年限|legal life
        technical|技术剩余年限|technical life
        contract|合同剩余年限|contract life
        discount|折现率|discount rate
        way|取得方式|way
        tax|所得税|income tax
        rate|折现率|discount rate
        industry|行业|industry
        mean|行业平均收益率|industry return
        adjustment|调整|adjustment
        risk_free|无风险收益率|risk-free rate
        cap|单项风险上限|cap of a risk
        specific|特有风险溢价|specific premium
        scores|评分|scores
        beta|β 系数|beta
        market_premium|市场风险溢价|market premium
        equity_share|权益比重|equity share
        debt_rate|债务成本|cost of debt
        tax_rate|所得税率|tax rate
        working_share|流动资产比重|share of working capital
        working_return|流动资产回报率|return on working capital
        fixed_share|固定资产比重|share of fixed assets
        fixed_return|固定资产回报率|return on fixed assets
        methods|方法|methods
        method|方法|method
        income|预测收益|forecast income
        first_year|首年|first year
        yearly|各年金额|yearly amounts
        last|上一年金额|amount of the year before
        growth|增长率|growth
        fade|增长衰减|fade of growth
        erosion|流失率|erosion
        years|年数|years
        share|分成率|share rate
        least|下限|least
        most|上限|most
        of|基数|share of
        decline|年递减率|yearly decline
        right_cost|权利投入成本|cost of the right
        right_return|权利投入利润率|return on the right
        other_cost|其他投入成本|other cost
        other_return|其他投入利润率|return on other cost
        income_tax|预测收益的税基|tax basis of the income
        amortisation_years|税务摊销年限|years of tax amortisation
        fees|费用|fees
        due|到期日|due
        amount|金额|amount
        default_rate|债务人违约率|debtor's default rate
        recovery|回收率|recovery
        direct|直接成本|direct cost
        indirect|间接成本|indirect cost
        capital_rate|资金成本率|capital rate
        capital_years|资金占用年数|years of capital
        profit_rate|合理利润率|profit rate
        used_years|已使用年限|used years
        remaining_years|尚可使用年限|remaining years
        material|物化劳动消耗|material
        labour|活劳动消耗|labour
        labour_factor|创造性劳动倍加系数|labour factor
        risk|研究风险系数|research risk
        return|投资回报率|return
        risk_sign|研究风险的处理|treatment of the risk
        total_cost|总成本|total cost
        utility|效用系数|utility
        deals|交易案例|deals
        price|成交价|price
        compare|比较因素|comparison
        factor|因素|factor
        subject|评估对象|subject
        deal|案例|deal
        model|模型|model
        side|期权方向|side
        worth|标的现值|present worth
        investment|投资额|investment
        volatility|波动率|volatility
        yield|延迟成本率|cost of delay
        steps|步数|steps
        paths|路径数|paths
        seed|随机种子|seed
        cash_flow|年现金流|yearly cash flow
        drift|漂移率|drift
        risk_premium|风险溢价|risk premium
        cash_volatility|现金流波动率|volatility of cash flow
        terminal_multiple|终值倍数|terminal multiple
        investment_a_year|年投资额|investment a year
        cost|预计总投入|expected cost
        cost_volatility|投入波动率|volatility of cost
        failure_rate|失败率|failure rate
        correlation|相关系数|correlation
        steps_per_year|每年步数|steps a year
        years_paid|已缴年数|years paid
        decay|收益衰减系数|decay
        not_used|不采用的理由|why not used
        market|市场法|market approach
        conclusion|结论|conclusion
        weights|权重|weights
        pick|选取|pick
        reason|理由|reason
        quality|质量评分|quality score
        confirmed|已确认|confirmed
        pledge|质押价值|pledge value
        valid|有效概率|chance of validity
        fire_sale|变现折扣|fire-sale discount
        sell_years|变现期（年）|years to sell
        by_quality|取自质量评分|by quality
        bases|并列口径|bases
        basis|口径|basis
        value|金额|amount
        by|出具方|by
        on|日期|on
        source|来源|source
        date|来源日期|source date
        sensitivity|敏感性|sensitivity
        part|变动幅度|part moved
        shares|分成率取值|share rates
        rates|折现率取值|discount rates
        simulation|模拟|simulation
        growth_spread|增长率标准差|deviation of growth
        share_spread|分成率对数标准差|deviation of the share
        rate_spread|折现率标准差|deviation of the rate
        erosion_spread|流失率标准差|deviation of erosion
        roll_forward|动态重估|roll-forward
        to|重估日|to
        events|事项|events
        event|事项|event
        effective|生效日|effective
        survival|维持概率|chance to stand
        legal_status|法律状态|legal status
        protection_scope|保护范围|scope of protection
        infringement_proof|侵权判定|proof of infringement
        field|技术所属领域|field
        substitutes|替代技术|substitutes
        advancement|先进性|advancement
        novelty|创新性|inventiveness
        maturity|成熟度|maturity
        applications|应用范围|applications
        defence|技术防御力|defence
        supply_demand|供求关系|supply and demand
        conversion|技术转化风险|turning it into a product
        substitution|技术替代风险|substitution
        entitlement|技术权利风险|entitlement
        integration|技术整合风险|integration
        capacity|市场容量风险|size of the market
        present|市场现有竞争|present competitors
        scale|规模经济性|economies of scale
        switching|投资额及转换费用|investment and switching costs
        network|销售网络|sales network
        financing|融资风险|financing
        liquidity|流动资金风险|working capital
        sales_service|销售服务风险|sales and service
        quality_control|质量管理风险|quality control
        development|技术开发风险|development
        technology|技术风险|technology
        competition|市场竞争风险|competition
        potential|市场潜在竞争|potential competitors
        funding|资金风险|funding
        management|管理风险|management
        economic|经济因素|economic
        considered|三种方法的考虑|approaches considered
        """;

    private const string Said = """
        invention|发明专利|invention patent
        utility_model|实用新型专利|utility model
        design|外观设计专利|design patent
        trademark|注册商标|trademark
        gi_mark|地理标志证明商标|GI certification mark
        software|软件著作权|software copyright
        work|作品著作权|copyright in works
        ic_layout|集成电路布图设计|IC layout design
        data_ip|数据知识产权|data IP
        licence_income|许可收入|contracted licence income
        plant_variety|植物新品种|plant variety
        market|市场价值|market value
        investment|投资价值|investment value
        in_use|在用价值|value in use
        liquidation|清算价值|liquidation value
        residual|残余价值|residual value
        pledge|质押融资|pledge lending
        transfer|转让许可|transfer or licence
        balance_sheet|资产入表|balance-sheet recognition
        securitization|证券化|securitization
        end|期末|end of period
        mid|期中|middle of period
        pre_tax|税前|before tax
        after_tax|税后|after tax
        typed|录入|typed in
        build_up|风险累加|risk build-up
        capital|加权平均资本成本|weighted cost of capital
        asset_return|资产回报率拆分|split of asset returns
        interval|区间法|interval
        third|三分法|one third
        quarter|四分法|one quarter
        equivalent_investment|约当投资量|equivalent investment
        outside|外部评估|outside appraisal
        internal|内部评估|internal appraisal
        agreed|协商作价|agreed price
        revenue|收入|revenue
        profit|利润|profit
        excess|超额收益|excess earnings
        deducted|扣除|deducted
        added|加计|added
        black_scholes|布莱克—斯科尔斯—默顿|Black-Scholes-Merton
        binomial|二叉树|binomial tree
        simulation|最小二乘蒙特卡洛|Longstaff-Schwartz
        call|看涨|call
        put|看跌|put
        ended|权利终止|right ended
        restored|权利恢复|right restored
        contested|效力存争议|validity contested
        upheld|维持有效|validity upheld
        licensed|签订许可|licence signed
        licence_ended|许可终止|licence ended
        true|是|yes
        false|否|no
        cn-invention|中国发明专利年费表|fees of Chinese inventions
        cn-utility-model|中国实用新型年费表|fees of Chinese utility models
        cn-design|中国外观设计年费表|fees of Chinese designs
        petrochemical|石油化工|petrochemicals
        consumer|日用消费品|consumer goods
        machinery|机械制造|machinery
        chemical|化学|chemicals
        pharmaceutical|制药|pharmaceuticals
        electrical|电器|electrical appliances
        instruments|精密仪器|precision instruments
        automotive|汽车|automotive
        optics|光学及电子|optics and electronics
        """;

    /// <summary>Keys whose value is one of the closed words.</summary>
    private static readonly HashSet<string> Closed = ["kind", "value_type", "purpose", "timing", "tax", "way", "of", "income_tax", "risk_sign", "model", "side", "basis", "event", "core", "confirmed", "by_quality", "industry", "fees"];

    private static readonly Dictionary<string, Words> KeyWords = Read(Keys);
    private static readonly Dictionary<string, Words> SaidWords = Read(Said);

    public static Words? Key(string key) => KeyWords.TryGetValue(key, out var words) ? words : null;

    /// <summary>A closed word under a key; null for anything else.</summary>
    public static Words? Value(string key, string word) => Closed.Contains(key) && SaidWords.TryGetValue(word, out var words) ? words : null;

    /// <summary>A category, method or other closed word on its own; null when unknown.</summary>
    public static Words? Word(string word) => SaidWords.TryGetValue(word, out var words) ? words : null;

    private static Dictionary<string, Words> Read(string lines) => lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('|')).ToDictionary(parts => parts[0], parts => new Words(parts[1], parts[2]), StringComparer.Ordinal);
}

using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending;

namespace Zhirong.Modules.Tests.Lending;

public sealed class SourceWordsTests
{
    [Theory]
    [InlineData("权利登记 / register of rights", "权利登记", "register of rights")]
    [InlineData("审计报告 2025-12-31", "审计报告 2025-12-31", "审计报告 2025-12-31")]
    [InlineData("发票 / 合同", "发票 / 合同", "发票 / 合同")]
    [InlineData("A / b", "A / b", "A / b")]
    [InlineData("登记 / ", "登记 / ", "登记 / ")]
    [InlineData(" / x", " / x", " / x")]
    [InlineData("", "", "")]
    public void Source_IsToldInTheReadersLanguage(string source, string zh, string en) => Assert.Equal((zh, en), (SourceWords.In(source, Language.Zh), SourceWords.In(source, Language.En)));
}

using Xunit;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Reading.Numbers;
using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Tests.Assets.Reading;

/// <summary>Numbers and days in every spelling seen in real registers.</summary>
public sealed class NumberTests
{
    public static TheoryData<string, char, bool, string> Vectors
    {
        get
        {
            var data = new TheoryData<string, char, bool, string>();
            foreach (var line in File.ReadAllLines(Samples.Golden("cn_application_number_vectors.csv")).Skip(1))
            {
                var cells = line.Split(',');
                data.Add(cells[0], cells[1][0], cells[2] == "True", cells[3]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Patent_RealNumbers_CheckAsTheirOfficeSays(string number, char check, bool agrees, string meaning)
    {
        var digits = number.Split('.')[0];

        Assert.Equal(check, CnApplicationNumber.CheckDigit(digits));
        var read = NumberText.Patent(number, NumberUse.Application, "n", 7);
        Assert.Equal(agrees, read.Ok);
        if (!agrees)
        {
            Assert.Equal(("IMP-0203", 7), (read.Refusals[0].Code, read.Refusals[0].Line));
            return;
        }

        Assert.Equal(number, read.Value.Text);
        Assert.Equal(meaning.EndsWith("invention", StringComparison.Ordinal) ? RightKind.Invention : meaning == "design" ? RightKind.Design : RightKind.UtilityModel, CnApplicationNumber.Kind(digits));
        foreach (var spelling in (string[])[digits, $"ZL{number}", $"ZL {number}", $"CN{number}", $"ＺＬ{number.Replace('.', '．')}", number.Replace(".", ""), $" zl{number}\u00A0", $"专利号：ZL{number}", $"'{number}"])
        {
            Assert.Equal(number, NumberText.Patent(spelling, NumberUse.Application, "n", 1).Value.Text);
        }
    }

    /// <summary>Every figure mistyped and every two neighbours exchanged is found out.</summary>
    [Fact]
    public void CheckDigit_OneFigureWrongOrTwoExchanged_NeverAgrees()
    {
        foreach (var digits in (string[])["201910561574", "201610311380", "02159962", "88100001"])
        {
            var check = CnApplicationNumber.CheckDigit(digits);
            for (var i = 0; i < digits.Length; i++)
            {
                for (var figure = '0'; figure <= '9'; figure++)
                {
                    Assert.Equal(figure == digits[i], CnApplicationNumber.CheckDigit(digits[..i] + figure + digits[(i + 1)..]) == check);
                }

                if (i > 0)
                {
                    var exchanged = digits[..(i - 1)] + digits[i] + digits[i - 1] + digits[(i + 1)..];
                    Assert.Equal(digits[i] == digits[i - 1], CnApplicationNumber.CheckDigit(exchanged) == check);
                }
            }
        }
    }

    /// <summary>CN1426265A and CN1175696C are both of 02159962.9; CN201405454Y is in a real export; epodoc and DOCDB stand side by side in EPO files.</summary>
    [Theory]
    [InlineData("CN1426265A", "Application", "CN Publication 1426265 A")]
    [InlineData("CN1175696C", "Publication", "CN Publication 1175696 C")]
    [InlineData("CN201405454Y", "Publication", "CN Publication 201405454 Y")]
    [InlineData("CN 110123456 B", "Grant", "CN Grant 110123456 B")]
    [InlineData("201405454", "Publication", "CN Publication 201405454 ")]
    [InlineData("021599629", "Application", "CN Application 02159962.9 ")]
    [InlineData("02159962", "Application", "CN Application 02159962.9 ")]
    [InlineData("201610311380x", "Application", "CN Application 201610311380.X ")]
    [InlineData("EP1000000A1", "Publication", "EP Publication 1000000 A1")]
    [InlineData("EP99203729.8", "Application", "EP Application 99203729 ")]
    [InlineData("EP19990203729", "Application", "EP Application 99203729 ")]
    [InlineData("US08930553B2", "Grant", "US Grant 8930553 B2")]
    [InlineData("US 6,093,011 A", "Grant", "US Grant 6093011 A")]
    [InlineData("USD0700000S1", "Grant", "US Grant D700000 S1")]
    [InlineData("US2006142694A1", "Publication", "US Publication 20060142694 A1")]
    [InlineData("US20060142694A1", "Publication", "US Publication 20060142694 A1")]
    [InlineData("US13/648,029", "Application", "US Application 13648029 ")]
    [InlineData("WO2009/123456A1", "Publication", "WO Publication 2009123456 A1")]
    [InlineData("WO99/12345", "Publication", "WO Publication 1999012345 ")]
    [InlineData("PCT/CN2009/070001", "Application", "WO Application PCTCN2009070001 ")]
    [InlineData("PCT/CH02/00573", "Application", "WO Application PCTCH2002000573 ")]
    public void Patent_EverySpelling_HasOneForm(string written, string use, string expected)
    {
        var read = NumberText.Patent(written, Enum.Parse<NumberUse>(use), "n", 1).Value;

        Assert.Equal(expected, $"{read.Office} {read.Use} {read.Text} {read.DocumentKind}");
        Assert.Equal(written, read.Raw);
    }

    [Theory]
    [InlineData("201910561574.8", "IMP-0203")]
    [InlineData("202411223548.3", "IMP-0203")]
    [InlineData("201970561574", "IMP-0202")]
    [InlineData("18991056157", "IMP-0202")]
    [InlineData("合计", "IMP-0202")]
    [InlineData("12345", "IMP-0202")]
    [InlineData("CN", "IMP-0202")]
    [InlineData("2019105615749999999999999999999999999999999999999999999999999999999999", "IMP-0202")]
    public void Patent_NoNumber_IsRefused(string written, string code) => Assert.Equal(code, NumberText.Patent(written, NumberUse.Application, "n", 1).Refusals[0].Code);

    [Theory]
    [InlineData("2019SR0123456", "Registration 2019SR0123456", "SoftwareCopyright")]
    [InlineData("BS.195001234", "Registration BS.195001234", "IcLayout")]
    [InlineData("bs195001234", "Registration BS.195001234", "IcLayout")]
    [InlineData("软著登字第4123456号", "Certificate 软著登字第4123456号", "SoftwareCopyright")]
    [InlineData("国作登字-2019-F-00123456", "Registration 国作登字-2019-F-00123456", "WorkCopyright")]
    [InlineData("第1234567号", "Registration 1234567", "")]
    [InlineData("G1234567A", "Registration G1234567A", "")]
    [InlineData("浙数登 2023 000001", "Registration 浙数登 2023 000001", "")]
    public void Registration_OtherRegisters_KeepTheirNumbers(string written, string expected, string kind)
    {
        var (number, told) = RegistrationNumber.Read(written)!.Value;

        Assert.Equal(expected, $"{number.Use} {number.Text}");
        Assert.Equal(kind, told?.ToString() ?? "");
    }

    /// <summary>The day written is the day meant; 16:00 UTC sharp is midnight in Beijing.</summary>
    [Theory]
    [InlineData("2024-10-18", "2024-10-18")]
    [InlineData("2024/10/18", "2024-10-18")]
    [InlineData("2024.1.8", "2024-01-08")]
    [InlineData("20241018", "2024-10-18")]
    [InlineData("2024年10月18日", "2024-10-18")]
    [InlineData("2024 年 1 月 8 日", "2024-01-08")]
    [InlineData("45583", "2024-10-18")]
    [InlineData("45583.5", "2024-10-18")]
    [InlineData("2015/3/4 0:00:00", "2015-03-04")]
    [InlineData("2015-03-04T00:00:00+08:00", "2015-03-04")]
    [InlineData("2000-04-03-04:00", "2000-04-03")]
    [InlineData("2006-09-14T04:00:00Z", "2006-09-14")]
    [InlineData("1998-12-11T05:00:00Z", "1998-12-11")]
    [InlineData("2015-03-03T16:00:00.000Z", "2015-03-04")]
    [InlineData("00010101", "none")]
    [InlineData("0001-01-01T00:00:00Z", "none")]
    [InlineData("NULL", "none")]
    [InlineData("--", "none")]
    [InlineData("", "none")]
    [InlineData("2024-13-01", "unreadable")]
    [InlineData("2023-02-29", "unreadable")]
    [InlineData("19960100", "unreadable")]
    [InlineData("2024-10", "unreadable")]
    [InlineData("123", "unreadable")]
    [InlineData("20241018abc", "unreadable")]
    [InlineData("去年", "unreadable")]
    public void Day_EveryForm_IsTheDayWritten(string written, string expected)
    {
        var outcome = DayText.Read(written, out var day);

        Assert.Equal(expected, outcome switch { DayOutcome.None => "none", DayOutcome.Unreadable => "unreadable", _ => $"{day:yyyy-MM-dd}" });
    }

    [Theory]
    [InlineData("Ａ公司（宁波）；B, Inc.、C|D", "A公司(宁波)\nB, Inc.\nC\nD")]
    [InlineData("[\"李中华\",\"王\"]", "李中华\n王")]
    [InlineData("甲(乙;丙);丁", "甲(乙;丙)\n丁")]
    [InlineData("甲(乙;丙", "甲(乙\n丙")]
    [InlineData("3M Innovative Properties Company, a corp.", "3M Innovative Properties Company, a corp.")]
    [InlineData("甲\r\n乙&nbsp;丙", "甲\n乙 丙")]
    public void List_Separators_NeverSplitAtACommaOrInBrackets(string cell, string expected) => Assert.Equal(expected, string.Join('\n', ListText.Split(cell)));

    [Theory]
    [InlineData("G01M   7/08", "G01M7/08")]
    [InlineData("G06F015/00", "G06F15/00")]
    [InlineData("A61M  31/    00            A I                    ", "A61M31/00")]
    [InlineData("G06F 15/16(2006.01)I", "G06F15/16")]
    [InlineData("G06F", "G06F")]
    [InlineData("14-03", "14-03")]
    public void Symbol_OfTheIpc_HasOneForm(string written, string expected) => Assert.Equal(expected, ClassCode.Symbol(written));
}

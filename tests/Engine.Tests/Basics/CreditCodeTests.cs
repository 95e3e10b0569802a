using Xunit;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Tests.Basics;

public sealed class CreditCodeTests
{
    /// <summary>tests/golden/uscc_vectors.csv; every row names its source.</summary>
    public static TheoryData<string, bool, bool> Vectors
    {
        get
        {
            var data = new TheoryData<string, bool, bool>();
            foreach (var row in Repo.Csv("tests", "golden", "uscc_vectors.csv"))
            {
                data.Add(row[0], bool.Parse(row[1]), bool.Parse(row[2]));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Check_GoldenCodes_Agree(string code, bool creditCodeOk, bool organisationOk)
    {
        var expected = creditCodeOk ? CreditCodeOutcome.Valid
            : organisationOk ? CreditCodeOutcome.ValidOrganisationCodeOnly
            : CreditCodeOutcome.Invalid;

        Assert.Equal(expected, CreditCode.Check(code).Outcome);
        Assert.Equal(organisationOk, CreditCode.OrganisationCheckCharacter(code.AsSpan(8, 8)) == code[16]);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("9131011559169385A", 0)]
    [InlineData("91310115591693856A ", 0)]
    [InlineData("I1310115591693856A", 1)]
    [InlineData("913101I5591693856A", 7)]
    [InlineData("9131011A591693856A", 8)]
    [InlineData("91310115S91693856A", 9)]
    [InlineData("91310115591693856a", 18)]
    [InlineData("９1310115591693856A", 1)]
    public void Check_ImpossibleCharacter_NamesThePosition(string code, int position) =>
        Assert.Equal(new CreditCodeCheck(CreditCodeOutcome.Invalid, position, '\0'), CreditCode.Check(code));

    [Theory]
    [InlineData("91350211M00013FA1N", CreditCodeOutcome.ValidOrganisationCodeOnly)] // real early pilot code
    [InlineData("91310115591693855A", CreditCodeOutcome.Invalid)] // organisation check character mistyped
    public void Check_WrongCheckCharacter_NamesTheExpectedOne(string code, CreditCodeOutcome outcome)
    {
        var check = CreditCode.Check(code);

        Assert.Equal((outcome, 18), (check.Outcome, check.Position));
        Assert.NotEqual(code[17], check.Expected);
        Assert.Equal(CreditCodeOutcome.Valid, CreditCode.Check(code[..17] + check.Expected).Outcome);
    }

    /// <summary>Weights are powers of 3 modulo the prime 31, so no single mistake and no swap of neighbours goes unseen.</summary>
    [Fact]
    public void Check_OneMistake_IsNeverValid()
    {
        const string Code = "91310115591693856A";
        for (var i = 0; i < Code.Length; i++)
        {
            foreach (var c in "0123456789ABCDEFGHJKLMNPQRTUWXY".Where(c => c != Code[i]))
            {
                Assert.NotEqual(CreditCodeOutcome.Valid, CreditCode.Check(Code[..i] + c + Code[(i + 1)..]).Outcome);
            }

            if (i > 0 && Code[i] != Code[i - 1])
            {
                var swapped = $"{Code[..(i - 1)]}{Code[i]}{Code[i - 1]}{Code[(i + 1)..]}";
                Assert.NotEqual(CreditCodeOutcome.Valid, CreditCode.Check(swapped).Outcome);
            }
        }
    }
}

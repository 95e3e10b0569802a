using System.Text.RegularExpressions;
using Zhirong.Engine.Credit.Accounts;

namespace Zhirong.Modules.Lending.Loans.Posting;

/// <summary>Which accounts of a bank's chart a loan moves (reference: 《企业会计准则——应用指南》附录, as in the chart).</summary>
internal static partial class LoanBook
{
    public const string Cash = "1003";
    public const string Performing = "130301";

    /// <summary>还款归集户: what came in and is not applied yet.</summary>
    public const string Collected = "201103";

    /// <summary>存量业务接转: the other side of what loans owed in other books.</summary>
    public const string TakenOver = "224104";

    private static readonly string[] Codes = Make();

    /// <summary>The accounts' words, in the order of <see cref="LoanAccountKind"/>: snake case.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Enum.GetNames<LoanAccountKind>().Select(n => Capital().Replace(n, "_$1").ToLowerInvariant())];

    /// <summary>The code of an account.</summary>
    public static string Code(LoanAccountKind kind) => Codes[(int)kind];

    public static string Word(this LoanAccountKind kind) => Words[(int)kind];

    public static LoanAccountKind Read(string word) => (LoanAccountKind)Words.ToList().IndexOf(word);

    /// <summary>A cause as it is kept.</summary>
    public static string Word(this PostingCause cause) => Capital().Replace($"{cause}", "_$1").ToLowerInvariant();

    public static PostingCause Cause(string word) => Enum.GetValues<PostingCause>().First(c => c.Word() == word);

    private static string[] Make()
    {
        var codes = new string[Enum.GetValues<LoanAccountKind>().Length];
        codes[(int)LoanAccountKind.Cash] = Cash;
        codes[(int)LoanAccountKind.Performing] = Performing;
        codes[(int)LoanAccountKind.Overdue] = "130302";
        codes[(int)LoanAccountKind.InterestReceivable] = "1132";
        codes[(int)LoanAccountKind.PenaltyReceivable] = "113201";
        codes[(int)LoanAccountKind.FeeReceivable] = "122103";
        codes[(int)LoanAccountKind.InterestIncome] = "601101";
        codes[(int)LoanAccountKind.PenaltyIncome] = "601102";
        codes[(int)LoanAccountKind.CompoundIncome] = "601103";
        codes[(int)LoanAccountKind.FeeIncome] = "6021";
        codes[(int)LoanAccountKind.BorrowerCredit] = Collected;
        codes[(int)LoanAccountKind.Provision] = "1304";
        codes[(int)LoanAccountKind.MemoInterest] = "9001";
        codes[(int)LoanAccountKind.MemoPenalty] = "9002";
        codes[(int)LoanAccountKind.MemoWrittenOff] = "9003";
        codes[(int)LoanAccountKind.MemoContra] = "9900";
        return codes;
    }

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Capital();
}

using System.Text;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;
using Zhirong.Engine.Credit.Accounts;
using Zhirong.Engine.Credit.Reading;
using Zhirong.Engine.Credit.Schedules;
using Zhirong.Engine.Credit.Terms;
using Zhirong.Modules.Lending.Storage;

namespace Zhirong.Modules.Lending.Loans.Model;

/// <summary>How what happened to a loan is kept, and what the engine makes of it.</summary>
internal static class EventKinds
{
    public const string Drawn = "drawn";
    public const string Receipt = "receipt";
    public const string Prepaid = "prepaid";
    public const string Fee = "fee";
    public const string Repriced = "repriced";
    public const string Extended = "extended";
    public const string Restructured = "restructured";
    public const string Misuse = "misuse";
    public const string Judged = "judged";
    public const string WrittenOff = "written_off";
    public const string TakenOver = "taken_over";

    private static readonly (string Word, Words Title)[] All =
    [
        (Drawn, new("放款", "drawdown")),
        (Receipt, new("还款", "receipt")),
        (Prepaid, new("提前还款", "prepayment")),
        (Fee, new("费用", "fee")),
        (Repriced, new("重定价", "repricing")),
        (Extended, new("展期", "extension")),
        (Restructured, new("重组", "restructuring")),
        (Misuse, new("挪用", "misuse")),
        (Judged, new("分类认定", "judgment of class")),
        (WrittenOff, new("核销", "write-off")),
        (TakenOver, new("接转", "taken over")),
    ];

    public static IReadOnlyList<string> Words { get; } = [.. All.Select(k => k.Word)];

    public static Words Title(string kind) => All.First(k => k.Word == kind).Title;

    /// <summary>The event as the engine takes it; its id is its number in the loan.</summary>
    /// <param name="resolve">Makes terms computable.</param>
    public static LoanEvent Of(LoanHappening e, Func<string, ResolvedLoan> resolve)
    {
        var (id, day, amount) = ($"{e.N}", e.Effective, Money.OfFen(e.Fen));
        JsonNode Content() => JsonNode.Parse(e.Content)!;
        return e.Kind switch
        {
            Drawn => new LoanDrawn { Id = id, Effective = day, Amount = amount },
            Receipt => new ReceiptTaken { Id = id, Effective = day, Amount = amount },
            Prepaid => new LoanPrepaid { Id = id, Effective = day, Principal = amount, Effect = $"{Content()["effect"]}" == "shorten" ? PrepaymentEffect.ShortenTerm : PrepaymentEffect.LowerInstalment, FeeRate = decimal.Parse($"{Content()["feeRate"] ?? "0"}", System.Globalization.CultureInfo.InvariantCulture) },
            Fee => new FeeCharged { Id = id, Effective = day, Amount = amount },
            Repriced => new LoanRepriced { Id = id, Effective = day, Annual = decimal.Parse($"{Content()["annualRate"]}", System.Globalization.CultureInfo.InvariantCulture) },
            Extended => new LoanRescheduled { Id = id, Effective = day, Cause = RescheduleCause.Extension, To = resolve($"{Content()["terms"]}") },
            Restructured => new LoanRescheduled { Id = id, Effective = day, Cause = RescheduleCause.Restructuring, To = resolve($"{Content()["terms"]}"), ArrearsDueOn = DateOnly.TryParse($"{Content()["arrearsDueOn"]}", System.Globalization.CultureInfo.InvariantCulture, out var later) ? later : null },
            Misuse => new MisuseFound { Id = id, Effective = day, Amount = amount },
            Judged => new LoanJudged { Id = id, Effective = day, AtBest = Class($"{Content()["atBest"]}") },
            WrittenOff => new LoanWrittenOff { Id = id, Effective = day },
            TakenOver => Taken(e, Content()),
            _ => throw new ArgumentOutOfRangeException(nameof(e), e.Kind, null),
        };
    }

    public static RepaymentMethod? Method(string word) => LoanWords.Methods.ToList().IndexOf(word) is var at and >= 0 ? (RepaymentMethod)at : null;

    /// <summary>Whether a loan begins with it.</summary>
    public static bool Begins(string kind) => kind is Drawn or TakenOver;

    /// <summary>Its amount is all principal; how much of it is due, and since when, stands in the content.</summary>
    private static LoanTakenOver Taken(LoanHappening e, JsonNode content)
    {
        Money Part(string name) => content[name] is { } yuan ? Money.Cny(decimal.Parse($"{yuan}", System.Globalization.CultureInfo.InvariantCulture)) : Money.Zero;
        return new()
        {
            Id = $"{e.N}",
            Effective = e.Effective,
            NotDue = Money.OfFen(e.Fen) - Part("due"),
            Due = Part("due"),
            Interest = Part("interest"),
            Penalty = Part("penalty"),
            Since = content["since"] is { } since ? DateOnly.ParseExact($"{since}", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null,
        };
    }

    public static LoanClass? Class(string word) => LoanClasses.Words.ToList().IndexOf(word) is var at and >= 0 ? (LoanClass)at : null;

    /// <summary>Terms that were read when they were taken in, made computable.</summary>
    public static Result<ResolvedLoan> Resolve(string terms, LoanDesk desk)
    {
        var read = LoanTermsReader.Read(Encoding.UTF8.GetBytes(terms));
        return read.Ok ? read.Value.Resolve(desk.Calendar, desk.Law.Rates) : Result<ResolvedLoan>.Refused(read.Refusals);
    }
}

using System.Text;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Reading;
using Zhirong.Engine.Credit.Terms;

namespace Zhirong.Modules.Lending.Loans.Lines;

/// <param name="Tenor"><c>1Y</c> or <c>5Y</c>.</param>
/// <param name="SpreadBp">Basis points over LPR.</param>
/// <param name="Reprice"><c>none</c>, <c>newYear</c>, or a tenor such as <c>1Y</c>.</param>
/// <param name="QuotedOn">The day whose LPR counts first; null: the disbursement.</param>
public sealed record PrimeForm(string Tenor, string SpreadBp, string? Reprice = null, DateOnly? QuotedOn = null);

/// <summary>Terms of a loan as <c>zhirong/loan-terms/v1</c> names them; principal and disbursement stand elsewhere in the request.</summary>
/// <param name="Method"><c>bullet</c>, <c>interestThenBullet</c>, <c>equalInstalment</c>, <c>equalPrincipal</c>, <c>flat</c>.</param>
/// <param name="Count">Due dates.</param>
/// <param name="AnnualRate">As a fraction: 0.0345; or <paramref name="Lpr"/>.</param>
/// <param name="Every">Distance of due dates: <c>1M</c>, <c>3M</c>.</param>
/// <param name="InterestDay">结息日: interest to this day of the month.</param>
/// <param name="HolidayRule">What happens to a due date on a holiday.</param>
public sealed record TermsForm(
    string Method, int Count, string? AnnualRate = null, PrimeForm? Lpr = null, string? Every = null, string? DayCount = null, int? InterestDay = null, string? HolidayRule = null, int? GraceOnPrincipal = null, DateOnly? FirstDueOn = null)
{
    /// <summary>The terms as they are kept, or what is wrong with them, by paths under <c>terms</c>.</summary>
    internal static Result<(string Text, LoanTerms Terms)> Read(TermsForm? form, long principal, DateOnly disbursedOn)
    {
        if (form is null)
        {
            return LendingRefusals.Word("terms", "—", LoanWords.Methods);
        }

        var text = form.Text(principal, disbursedOn);
        var read = LoanTermsReader.Read(Encoding.UTF8.GetBytes(text));
        return !read.Ok ? Result<(string, LoanTerms)>.Refused([.. read.Refusals.Select(LoanRefusals.TermsFault)])
            : read.Value.Method == Engine.Credit.RepaymentMethod.Custom ? LoanRefusals.Method("custom")
            : (text, read.Value);
    }

    /// <summary>Kept terms with the day the money really went out.</summary>
    internal static string Moved(string terms, DateOnly disbursedOn)
    {
        var node = JsonNode.Parse(terms)!.AsObject();
        node["disbursedOn"] = $"{disbursedOn:yyyy-MM-dd}";
        if (node["firstDueOn"] is { } first && string.CompareOrdinal($"{first}", $"{disbursedOn:yyyy-MM-dd}") <= 0)
        {
            // A first due date the payment came after is the regular one.
            node.Remove("firstDueOn");
        }

        return node.ToJsonString(LendingJson.Options);
    }

    private string Text(long principal, DateOnly disbursedOn)
    {
        var node = new JsonObject { ["schema"] = LoanTermsReader.Schema, ["principal"] = Money.FenText(principal), ["disbursedOn"] = $"{disbursedOn:yyyy-MM-dd}", ["method"] = Method, ["count"] = Count };
        void Put(string name, JsonNode? value)
        {
            if (value is not null)
            {
                node[name] = value;
            }
        }

        Put("annualRate", Blank(AnnualRate));
        Put("every", Blank(Every));
        Put("dayCount", Blank(DayCount));
        Put("interestDay", InterestDay);
        Put("holidayRule", Blank(HolidayRule));
        Put("graceOnPrincipal", GraceOnPrincipal);
        Put("firstDueOn", FirstDueOn is { } first ? $"{first:yyyy-MM-dd}" : null);
        if (Lpr is { } prime)
        {
            var lpr = new JsonObject { ["tenor"] = prime.Tenor, ["spreadBp"] = prime.SpreadBp };
            if (Blank(prime.Reprice) is { } reprice)
            {
                lpr["reprice"] = reprice;
            }

            if (prime.QuotedOn is { } quoted)
            {
                lpr["quotedOn"] = $"{quoted:yyyy-MM-dd}";
            }

            node["lpr"] = lpr;
        }

        return node.ToJsonString(LendingJson.Options);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Reading;

namespace Zhirong.Modules.Lending.Loans.Importing;

/// <summary>The terms of a loan of a sheet, as <c>zhirong/loan-terms/v1</c>: its own first and last day, its method, its distance of due dates.</summary>
internal static class ImportedTerms
{
    /// <summary>The terms; refused where no row of due dates so many months apart ends on the maturity.</summary>
    public static Result<string> Of(LoanSheetRow row)
    {
        var node = new JsonObject
        {
            ["schema"] = LoanTermsReader.Schema,
            ["principal"] = Money.FenText(row.Principal),
            ["disbursedOn"] = $"{row.DisbursedOn:yyyy-MM-dd}",
            ["method"] = row.Method,
            ["annualRate"] = $"{row.Rate}",
            ["every"] = $"{row.Every}M",
        };
        if (row.Method == "bullet" || (row.Method == "interestThenBullet" && row.InterestDay is not null))
        {
            (node["count"], node["firstDueOn"]) = (1, $"{row.Maturity:yyyy-MM-dd}");
            if (row.Method == "interestThenBullet")
            {
                node["interestDay"] = row.InterestDay;
            }

            return node.ToJsonString(LendingJson.Options);
        }

        if (Grid(row) is not { } grid)
        {
            return LoanSheetRefusals.Dates("maturity", $"{row.Maturity:yyyy-MM-dd}", new($"自 {row.DisbursedOn:yyyy-MM-dd} 起每 {row.Every} 个月的还款日，或给出结息日", $"a due date every {row.Every} months from {row.DisbursedOn:yyyy-MM-dd}, or the interest day"), row.Line);
        }

        node["count"] = grid.Count;
        if (grid.First is { } first)
        {
            node["firstDueOn"] = $"{first:yyyy-MM-dd}";
        }

        return node.ToJsonString(LendingJson.Options);
    }

    /// <summary>Due dates counted from the disbursement, else back from the maturity.</summary>
    private static (int Count, DateOnly? First)? Grid(LoanSheetRow row)
    {
        for (var n = 1; row.DisbursedOn.AddMonths(n * row.Every) is var due && due <= row.Maturity; n++)
        {
            if (due == row.Maturity)
            {
                return (n, null);
            }
        }

        var back = 0;
        while (row.Maturity.AddMonths(-(back + 1) * row.Every) > row.DisbursedOn)
        {
            back++;
        }

        var first = row.Maturity.AddMonths(-back * row.Every);
        return first.AddMonths(back * row.Every) == row.Maturity ? (back + 1, first) : null;
    }
}

using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Modules.Lending.Loans;

/// <summary>A letter to the borrower.</summary>
/// <param name="FromDays">Days past due from which it is sent; below zero: so many days before the due date.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Body">The letter's text, a paragraph a line, with places in braces.</param>
public sealed record DunningStep(int FromDays, Words Title, Words Body);

/// <summary>How long a breach may stand, and which letters are written when: <c>zhirong/loan-covenants/v1</c>.</summary>
/// <param name="Id">Of the rules.</param>
/// <param name="Version">Rises with every change.</param>
/// <param name="CureWorkingDays">Working days from the day it was found, 0 to 250.</param>
/// <param name="Dunning">Letters, days rising.</param>
/// <param name="SameMoneyDays">A receipt typed in and one of a statement of the same amount at most so many days apart may be the same money.</param>
/// <param name="DebtorLateDays">Days after a pledged receivable was due from which a breach is opened, 0 to 365.</param>
public sealed record CovenantRules(string Id, string Version, int CureWorkingDays, IReadOnlyList<DunningStep> Dunning, int SameMoneyDays, int DebtorLateDays)
{
    /// <summary>What the file's <c>schema</c> says.</summary>
    public const string Schema = "zhirong/loan-covenants/v1";

    /// <summary>Reads the file; refused with DOC, FLD.</summary>
    public static Result<CovenantRules> Read(ReadOnlyMemory<byte> bytes) => FileFields.File(bytes, Schema, (root, refusals) =>
    {
        root.Date("dated", required: true);
        root.Flag("verified");
        root.Text("zh", required: true);
        root.Text("en", required: true);
        var source = root.Map("source", required: true);
        source?.Text("zh", required: true);
        source?.Text("en", required: true);
        source?.Finish();
        var steps = FileFields.Items(root, "dunning", refusals, item => new DunningStep(item.Whole("from_days", -365, 3_650, required: true) ?? 0, FileFields.Title(item, ""), Body(item)), required: true, named: "from_days");
        return new CovenantRules(FileFields.Id(root, refusals), root.Text("version", required: true) ?? "", root.Whole("cure_working_days", 0, 250, required: true) ?? 0, [.. steps.OrderBy(s => s.FromDays)], root.Whole("same_money_days", 0, 60, required: true) ?? 0, root.Whole("debtor_late_days", 0, 365, required: true) ?? 0);
    });

    private static Words Body(FieldReader item)
    {
        var body = item.Map("body", required: true);
        var words = new Words(body?.Text("zh", required: true) ?? "", body?.Text("en", required: true) ?? "");
        body?.Finish();
        return words;
    }

    /// <summary>The letter due; null where none is.</summary>
    /// <param name="pastDue">Days past due; below zero: days to the next due date.</param>
    public DunningStep? Letter(int pastDue) => Dunning.LastOrDefault(s => s.FromDays <= pastDue);
}

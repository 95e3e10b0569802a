using Zhirong.Cases.Reading;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Cases.Plays;

/// <param name="Firm">The firm that owns the rights: licensor of the first licence, licensee of the licence back.</param>
/// <param name="Of">For a licence back: the first licence it comes from.</param>
/// <param name="Fee">Paid once at its date for a first licence; zero for a licence back.</param>
internal sealed record Licence(string Id, string Firm, string Of, Money Fee, DateOnly Date, LicenceTerms Terms);

/// <summary>The licences taken into the store of the run: each names a firm, its rights, and a licence back the first one. One marked <c>removed: true</c> is not taken.</summary>
internal sealed class LicenceRegister
{
    private readonly List<Licence> licences = [];

    public IReadOnlyList<Licence> All => licences;

    public IReadOnlyList<Licence> First => [.. licences.Where(l => l.Of.Length == 0)];

    public IReadOnlyList<Licence> Back => [.. licences.Where(l => l.Of.Length > 0)];

    public static LicenceRegister Read(Stage stage)
    {
        var refusals = new List<Refusal>();
        var register = new LicenceRegister();
        var obligors = stage.Definition.Pool.Obligors.Select(o => o.Id).ToList();
        foreach (var (id, item) in Rows.Of(stage.File("licences", "parts.licences"), "licences", refusals))
        {
            register.Take(stage, id, item, obligors, refusals);
        }

        CaseStoppedException.If(stage.Tree.FileOf("licences"), refusals);
        return register;
    }

    private void Take(Stage stage, string id, FieldReader item, List<string> obligors, List<Refusal> refusals)
    {
        var back = item.OneOf("kind", ["first", "back"], required: true) == "back";
        var firm = item.Text("firm", required: true) ?? "";
        var of = back ? item.Text("of", required: true) ?? "" : "";
        var rights = CaseReader.Texts(item, "rights", required: true);
        var fee = back ? Money.Zero : item.Money("fee", required: true) ?? Money.Zero;
        var date = item.Date("date", required: true) ?? default;
        var terms = new LicenceTerms
        {
            Id = id,
            Exclusive = item.Flag("exclusive") ?? !back,
            Rights = rights,
            Fee = back ? null : fee,
            Date = date,
            Until = item.Date("until"),
            RecordNumber = item.Text("record_no"),
        };
        CaseReader.Texts(item, "assumed");
        foreach (var paper in (string[])["licensor", "licensee", "note"])
        {
            item.Text(paper);
        }

        var removed = item.Flag("removed") == true;
        item.Finish();
        if (removed)
        {
            return;
        }

        if (firm.Length > 0 && !obligors.Contains(firm))
        {
            refusals.Add(CaseRefusals.Unknown(item.Join("firm"), firm, obligors, item.Node("firm")!));
        }

        if (of.Length > 0 && licences.Find(l => l.Id == of && l.Firm == firm) is null)
        {
            refusals.Add(CaseRefusals.Unknown(item.Join("of"), of, [.. First.Where(l => l.Firm == firm).Select(l => l.Id)], item.Node("of")!));
        }

        KnownRights(stage, item, rights, firm, refusals);
        licences.Add(new(id, firm, of, fee, date, terms));
    }

    /// <summary>Licensed rights stand in the register of rights, when there is one, under the firm (null: any).</summary>
    public static void KnownRights(Stage stage, FieldReader item, IReadOnlyList<string> rights, string? firm, List<Refusal> refusals)
    {
        if (!stage.HasFile("rights"))
        {
            return;
        }

        var known = stage.Rights.All.Where(r => firm is null || r.Owner == firm).Select(r => r.Id).ToList();
        foreach (var right in rights.Where(r => !known.Contains(r)))
        {
            refusals.Add(CaseRefusals.Unknown(item.Join("rights"), right, known, item.Node("rights")!));
        }
    }
}

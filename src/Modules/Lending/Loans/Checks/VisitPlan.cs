using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Credit.Accounts;
using Zhirong.Modules.Lending.Loans.Model;

namespace Zhirong.Modules.Lending.Loans.Checks;

/// <summary>Which loans a rule of the plan is for; what is left out does not matter.</summary>
/// <param name="Lines">Kinds of lines; empty for every kind.</param>
/// <param name="Products">Codes of products; empty for every product and for loans of none.</param>
/// <param name="AboveFen">Loans of more than this; null for every amount.</param>
public sealed record VisitScope(IReadOnlyList<string> Lines, IReadOnlyList<string> Products, long? AboveFen)
{
    /// <summary>Whether it is for every loan.</summary>
    public bool General => Lines.Count == 0 && Products.Count == 0 && AboveFen is null;

    /// <summary>Whether a loan is meant.</summary>
    /// <param name="line">Kind of its line.</param>
    /// <param name="product">Code of its product; empty where it has none.</param>
    /// <param name="fen">As it was lent.</param>
    public bool Takes(string line, string product, long fen) => (Lines.Count == 0 || Lines.Contains(line)) && (Products.Count == 0 || Products.Contains(product)) && (AboveFen is not { } above || fen > above);
}

/// <summary>首次检查: so many calendar days after the payout, 1 to 365.</summary>
public sealed record FirstRule(VisitScope Scope, int Days);

/// <summary>常规检查: so many months after the last check, by class, 1 to 36.</summary>
/// <param name="Months">By the words of the five classes; a worse class never has more.</param>
public sealed record RoutineRule(VisitScope Scope, IReadOnlyDictionary<string, int> Months);

/// <summary>A point that is looked at.</summary>
/// <param name="Kinds">Kinds of checks it belongs to.</param>
public sealed record CheckPoint(string Id, Words Title, IReadOnlyList<string> Kinds);

/// <summary>A kind of paper that shows what a payment was for.</summary>
/// <param name="Counts">Whether its amount is proved by it.</param>
public sealed record ProofKind(string Id, Words Title, bool Counts);

/// <summary>When a borrower is looked at after the payout, and what is looked at: <c>zhirong/visit-plan/v1</c>. Of rules the first that takes a loan holds; the last takes every loan.</summary>
/// <param name="Version">Rises with every change; planned checks move with it.</param>
/// <param name="Roll">What becomes of a day that is none of work.</param>
/// <param name="BeforeMaturityDays">A routine check is due at the latest so many days before maturity, 0 to 365; 0 asks for none.</param>
/// <param name="NoticeDays">A check that moves forward leaves so many days from the day it moved, 0 to 90.</param>
/// <param name="BreachDays">Working days from a breach to its special check, 0 to 250.</param>
/// <param name="RegisterDays">Working days from a lost or frozen right to its special check, 0 to 250.</param>
/// <param name="OnsitePapers">Files a visit keeps at least, 0 to 50.</param>
/// <param name="OffsitePapers">Files a check from the desk keeps at least.</param>
/// <param name="Proofs">Kinds of proof of what payments were for.</param>
/// <param name="ProofDays">Calendar days from a payment to the day by which it is to be proved, 1 to 365.</param>
public sealed record VisitPlan(string Id, string Version, RollRule Roll, IReadOnlyList<FirstRule> First, IReadOnlyList<RoutineRule> Routine, int BeforeMaturityDays, int NoticeDays, int BreachDays, int RegisterDays, int OnsitePapers, int OffsitePapers, IReadOnlyList<CheckPoint> Checklist, IReadOnlyList<ProofKind> Proofs, int ProofDays)
{
    /// <summary>What the file's <c>schema</c> says.</summary>
    public const string Schema = "zhirong/visit-plan/v1";

    private static readonly string[] Rolls = ["preceding", "following", "none"];

    /// <summary>The points a kind of check looks at, in their order.</summary>
    public IReadOnlyList<CheckPoint> Points(string kind) => [.. Checklist.Where(c => c.Kinds.Contains(kind))];

    /// <summary>Reads the file; refused with DOC, FLD, LEN-1301 (no rule for every loan), LEN-1302 (a worse class is looked at later), LEN-1303 (a kind without a point), LEN-1304 (no kind of proof that counts).</summary>
    public static Result<VisitPlan> Read(ReadOnlyMemory<byte> bytes) => FileFields.File(bytes, Schema, (root, refusals) =>
    {
        root.Date("dated", required: true);
        root.Flag("verified");
        var source = root.Map("source", required: true);
        source?.Text("zh", required: true);
        source?.Text("en", required: true);
        source?.Finish();
        FileFields.Title(root, "");
        var roll = root.OneOf("roll", Rolls, required: true);
        var first = Rules(root, "first", refusals, (item, scope) => new FirstRule(scope, item.Whole("days", 1, 365, required: true) ?? 1));
        var routine = Rules(root, "routine", refusals, (item, scope) => new RoutineRule(scope, Months(item, refusals)));
        General(root, "first", first.Select(r => r.Scope), refusals);
        General(root, "routine", routine.Select(r => r.Scope), refusals);
        var (special, papers) = (root.Map("special", required: true), root.Map("papers", required: true));
        var plan = new VisitPlan(
            FileFields.Id(root, refusals), root.Text("version", required: true) ?? "", roll switch { "following" => RollRule.Following, "none" => RollRule.None, _ => RollRule.Preceding }, first, routine,
            root.Whole("before_maturity_days", 0, 365, required: true) ?? 0, root.Whole("notice_days", 0, 90, required: true) ?? 0,
            special?.Whole("breach", 0, 250, required: true) ?? 0, special?.Whole("register", 0, 250, required: true) ?? 0, papers?.Whole("onsite", 0, 50, required: true) ?? 0, papers?.Whole("offsite", 0, 50, required: true) ?? 0,
            FileFields.Items(root, "checklist", refusals, item => new CheckPoint(FileFields.Id(item, refusals), FileFields.Title(item, ""), Texts(item, "kinds", CheckWords.Kinds, refusals)), required: true),
            FileFields.Items(root, "proofs", refusals, item => new ProofKind(FileFields.Id(item, refusals), FileFields.Title(item, ""), item.Flag("counts") ?? false), required: true), root.Whole("proof_days", 1, 365, required: true) ?? 1);
        special?.Finish();
        papers?.Finish();
        if (plan.Proofs.All(p => !p.Counts))
        {
            refusals.Add(CheckRefusals.NoProof());
        }

        foreach (var kind in CheckWords.Kinds.Where(k => plan.Points(k).Count == 0))
        {
            refusals.Add(CheckRefusals.NoPoint(kind));
        }

        return plan;
    });

    private static List<T> Rules<T>(FieldReader root, string key, List<Refusal> refusals, Func<FieldReader, VisitScope, T> read) =>
        FileFields.Items(root, key, refusals, item => read(item, new(Texts(item, "lines", FacilityWords.Kinds, refusals), Texts(item, "products", null, refusals), item.Money("above")?.Fen)), required: true);

    private static List<string> Texts(FieldReader item, string key, IReadOnlyList<string>? words, List<Refusal> refusals)
    {
        var texts = new List<string>();
        foreach (var (n, node) in item.List(key).Index())
        {
            if (item.TextOf(node, $"{item.Join(key)}.{n}") is not { } text)
            {
                continue;
            }

            if (words is not null && !words.Contains(text))
            {
                refusals.Add(LendingRefusals.Word($"{item.Join(key)}.{n}", text, words));
            }

            texts.Add(text);
        }

        return texts;
    }

    private static Dictionary<string, int> Months(FieldReader item, List<Refusal> refusals)
    {
        var months = item.Map("months", required: true);
        var read = LoanClasses.Words.ToDictionary(w => w, w => months?.Whole(w, 1, 36, required: true) ?? 1);
        foreach (var (better, worse) in LoanClasses.Words.Zip(LoanClasses.Words.Skip(1)).Where(p => read[p.Second] > read[p.First]))
        {
            refusals.Add(CheckRefusals.LaterWhenWorse($"{item.Join("months")}.{worse}", read[worse], better, read[better]));
        }

        months?.Finish();
        return read;
    }

    private static void General(FieldReader root, string key, IEnumerable<VisitScope> scopes, List<Refusal> refusals)
    {
        if (scopes.LastOrDefault() is { General: false })
        {
            refusals.Add(CheckRefusals.NotGeneral(root.Join(key)));
        }
    }
}

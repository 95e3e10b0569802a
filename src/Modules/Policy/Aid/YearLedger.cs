using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Subsidies;
using Zhirong.Modules.Policy.Schemes;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Policy.Aid;

/// <summary>What was used of a scheme's caps, and what an application gets with that known.</summary>
internal static class YearLedger
{
    /// <summary>
    /// Lets nobody else approve under the scheme for the organisation that decides until the transaction ends, on whichever server: caps over years
    /// make all of a scheme's approvals one line.
    /// </summary>
    public static void Alone(ZhirongContext work, Guid office, string scheme) => work.Session.Alone($"policy aid {office} {scheme}");

    /// <summary>Fen used of every counted cap by what was approved before.</summary>
    public static Dictionary<string, long> Used(ZhirongContext read, SubsidyRule rule, AidApplication application)
    {
        var (used, office) = (new Dictionary<string, long>(StringComparer.Ordinal), application.Decides);
        foreach (var cap in rule.Caps.Where(c => c.Scope != CapScope.Item))
        {
            var (scope, subject) = (SubsidyCap.ScopeWords[(int)cap.Scope], Subject(cap.Scope, application));
            var uses = read.Set<CapUse>().Where(u => u.OwnerId == office && u.Scheme == application.Scheme && u.Cap == cap.Id && u.Scope == scope && u.Subject == subject && u.ApplicationId != application.Id);
            used[cap.Id] = (cap.Scope == CapScope.FirmYear ? uses.Where(u => u.Year == application.Year) : uses).Select(u => (long?)u.Fen).Sum() ?? 0;
        }

        return used;
    }

    /// <summary>The aid with the ledger's use of caps; a pool is divided later, over all that was approved.</summary>
    public static Result<SubsidyResult> Computed(ZhirongContext read, PolicyDesk desk, ShelvedScheme scheme, AidApplication application)
    {
        var rule = scheme.Scheme.Aid!;
        var sheet = StatedFacts.Read(application.Facts, rule.Vocabulary, rule.CountedCaps);
        return sheet.Ok
            ? SubsidyCalculation.Of(rule with { Pool = null }, sheet.Value with { Used = Used(read, rule, application), Pool = null }, desk.Rates)
            : Result<SubsidyResult>.Refused(sheet.Refusals);
    }

    /// <summary>The same, and what of it is kept, for an application as it stands: scheme and ledger are read as whoever decides keeps them, which the firm that handed it in does not see.</summary>
    public static async Task<IReadOnlyList<Refusal>> Judge(ZhirongContext work, PolicyDesk desk, AidApplication application)
    {
        if (application.Decides == work.Viewer.Organisation)
        {
            return Judge(work, desk, application, SchemeShelf.Find(work, desk, ShippedScheme.AidKind, application.Scheme, application.SchemeNumber)!);
        }

        await using var office = desk.Store.Read(Viewer.Everything("scheme and ledger of the office an application was handed in to"));
        return Judge(office, desk, application, SchemeShelf.Find(office, desk, ShippedScheme.AidKind, application.Scheme, application.SchemeNumber, application.Decides)!);
    }

    private static IReadOnlyList<Refusal> Judge(ZhirongContext read, PolicyDesk desk, AidApplication application, ShelvedScheme scheme)
    {
        var computed = Computed(read, desk, scheme, application);
        if (!computed.Ok)
        {
            return computed.Refusals;
        }

        Take(application, computed.Value, scheme);
        return [];
    }

    public static void Take(AidApplication application, SubsidyResult made, ShelvedScheme scheme)
    {
        application.InputHash = PolicyDesk.Hash(scheme.Scheme.Text + application.Facts);
        application.ResultZh = PolicyDesk.Written(w => SubsidyJson.Write(w, made, application.InputHash, PolicyDesk.Engine, Language.Zh));
        application.ResultEn = PolicyDesk.Written(w => SubsidyJson.Write(w, made, application.InputHash, PolicyDesk.Engine, Language.En));
        application.AskedFen = made.TotalFen;
    }

    public static void Book(ZhirongContext work, PolicyDesk desk, SubsidyRule rule, SubsidyResult made, AidApplication application)
    {
        foreach (var cap in rule.Caps.Where(c => c.Scope != CapScope.Item))
        {
            work.Add(Use(desk, application, cap.Id, SubsidyCap.ScopeWords[(int)cap.Scope], Subject(cap.Scope, application), made.CapUses.First(u => u.Key == cap.Id).Value));
        }
    }

    /// <summary>
    /// Frees of every cap the part that was clawed back of what was paid: floor(use × clawed ÷ paid) in all, so that a part never frees a fen too much
    /// and the whole frees everything. The application says what is clawed back with this step.
    /// </summary>
    public static void Free(ZhirongContext work, PolicyDesk desk, AidApplication application)
    {
        foreach (var cap in work.Set<CapUse>().Where(u => u.ApplicationId == application.Id).AsNoTracking().ToList().GroupBy(u => u.Cap))
        {
            var (used, freed) = (cap.Where(u => u.Fen > 0).Sum(u => u.Fen), -cap.Where(u => u.Fen < 0).Sum(u => u.Fen));
            if ((long)((Int128)used * application.ClawedFen / application.PaidFen) - freed is > 0 and var now)
            {
                work.Add(Use(desk, application, cap.Key, cap.First().Scope, cap.First().Subject, -now));
            }
        }
    }

    private static CapUse Use(PolicyDesk desk, AidApplication application, string cap, string scope, string subject, long fen) => new()
    {
        Id = desk.NewId(),
        OwnerId = application.Decides,
        ApplicationId = application.Id,
        Scheme = application.Scheme,
        Cap = cap,
        Scope = scope,
        Subject = subject,
        Year = application.Year,
        N = application.Version + 1,
        Fen = fen,
        At = Instant.Now(desk.Clock),
    };

    private static string Subject(CapScope scope, AidApplication application) => scope == CapScope.Loan ? $"{application.SubjectKind}:{application.SubjectId}" : application.FirmCode;
}

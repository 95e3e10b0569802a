using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Deriving;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Assets.UseCases;

/// <summary>Puts the strands of a right together.</summary>
internal static class ProfileReading
{
    /// <summary>Rights of one family shown; a list filtered by the family has all.</summary>
    private const int MostRelatives = 50;

    /// <returns>Null where there is no such right for the viewer.</returns>
    public static RightProfile? Of(ZhirongContext read, Guid id, DateOnly day, RegisterLaw law, Language language)
    {
        if (read.Set<RegisteredRight>().SingleOrDefault(r => r.Id == id) is not { } row || RightRows.Of(read, [row.No], day, law, language) is not [var shown])
        {
            return null;
        }

        var session = read.Session;
        var (right, events) = (RightReading.Derive(session, row.OwnerId, row.No, law), RightReading.Events(session, row.No));
        var sources = session.List("SELECT no, name FROM ast_source WHERE no IN (SELECT source_no FROM ast_event WHERE right_no = @p0)", r => (r.Long(0), r.Text(1)), row.No).ToDictionary(s => s.Item1, s => s.Item2);
        var (lying, uses, trades) = (Encumbrances(session, row.No, day, language), Uses(read, row.No), Trades(session, row.No));
        var fees = Fees(right, law, day);
        var profile = new RightProfile(
            shown,
            day,
            new(right.Term.From, right.Expires, right.Expires?.AddDays(-1), right.Expires is { } end ? Math.Max(0, Math.Round((end.DayNumber - day.DayNumber) / 365.25m, 4)) : null, right.Term.Rule, right.Term.Law, law.Terms.Version, right.Term.Missing, right.Facts.Date("expiry")),
            [.. right.Standings.Select(s => StandingView.Of(s, language))],
            [.. events.OrderBy(e => e.Event.On).ThenBy(e => e.N).Select(e => new EventView(e.N, e.Event.Effect.Word(), e.Event.Effect.Title().In(language), e.Event.Scheme, e.Event.Code, e.Event.Text, e.Event.On, e.Event.Estimated, e.Event.RecordedOn, e.Event.EffectiveOn, e.Event.Facts, sources.GetValueOrDefault(e.Source, e.By), e.Event.Effect != e.Read))],
            [.. right.Holders.Select(h => new HolderView(h.Name, h.Code, h.Share, h.From, h.Until, h.Because))],
            lying,
            fees,
            right.Facts.Whole("other.trl"),
            new(right.Facts.Value("family.id"), right.Facts.Whole("family.size"), [.. (right.Facts.Family?.Members ?? []).Select(DerivedRight.Told)], Family(read, row, right, law, day, language)),
            [.. right.Facts.Numbers.Select(n => new NumberView(RightWriting.UseWord(n.Use), n.Office, n.Text, n.DocumentKind, n.Raw))],
            [.. right.Facts.Fields.OrderBy(f => f.Field, StringComparer.Ordinal).Select(f => new FieldView(f.Field, f.Value, f.SourceName, f.AsOf, [.. f.Differing.Select(d => new OtherView(d.Value, d.SourceName, d.AsOf))]))],
            uses,
            trades,
            Questions(read, row.No, language),
            OwnersActReading.Of(shown, lying, right, law, language),
            []);
        return profile with { Strands = ProfileStrands.Of(profile, right, law, language) };
    }

    /// <summary>What a right owes its office, where its category owes anything.</summary>
    private static IReadOnlyList<AnnualFeeView> Fees(DerivedRight right, RegisterLaw law, DateOnly day)
    {
        if (right.Facts.Kind is not { } kind || right.Filed is not { } filed || right.Granted is not { } granted || right.Expires is not { } until)
        {
            return [];
        }

        var paid = right.Events.Where(e => e.Effect == RightEffect.FeePaid).Select(e => int.TryParse(e.Fact(EventFacts.FeeYear), out var year) ? year : 0).Where(y => y > 0).ToHashSet();
        return [.. law.Fees.Of(right.Facts.Office, kind, right.Term.From ?? filed, granted, Ended(right.Standings, day) is { } ended && ended < until ? ended.AddDays(1) : until, paid, day).Select(AnnualFeeView.Of)];
    }

    /// <summary>Since when a right is over that is over on a day; the fee of that day is the last it owed. Null while it is not over.</summary>
    private static DateOnly? Ended(IReadOnlyList<Standing> standings, DateOnly day)
    {
        var at = standings.ToList().FindIndex(s => s.State.Over() && (s.From is null || s.From <= day) && (s.Until is null || day < s.Until));
        while (at > 0 && standings[at - 1].State.Over())
        {
            at--;
        }

        return at < 0 ? null : standings[at].From;
    }

    /// <summary>Rights of the register of the same family: by its number, and by the numbers of its members. Only those the viewer sees.</summary>
    private static IReadOnlyList<FamilyRight> Family(ZhirongContext read, RegisteredRight row, DerivedRight right, RegisterLaw law, DateOnly day, Language language)
    {
        var nos = right.Facts.Value("family.id") is { Length: > 0 } family ? RightSearch.Page(read, new RightQuery(day) { Family = family, Take = MostRelatives }, law).ConvertAll(f => f.No) : [];
        var (keys, mine) = (new HashSet<object>(), RowValues.Of(row.OwnerId));
        foreach (var member in right.Facts.Family?.Members ?? [])
        {
            keys.Add(NumberKeys.Of(member, right.Facts.Kind));
        }

        var named = new List<long>();
        read.Session.Find(RegisterShapes.NumberKeys, "key", keys, found =>
        {
            if (found.Text(1) == mine)
            {
                named.Add(found.Long(2));
            }
        });
        nos.AddRange(read.Set<RegisteredRight>().Where(r => named.Contains(r.No)).Select(r => r.No));
        return [.. RightRows.Of(read, [.. nos.Distinct().Where(no => no != row.No).Take(MostRelatives)], day, law, language).Select(r => new FamilyRight(r.Id, r.Number, r.Office, r.Title, r.KindTitle, r.State.StateTitle, r.State.InForce))];
    }

    public static List<EncumbranceView> Encumbrances(Session session, long no, DateOnly day, Language language) => Once(session.List(
        "SELECT id, kind, registration_no, holder, grantor, from_day, until_day, estimated, origin, note, by FROM ast_encumbrance WHERE right_no = @p0 ORDER BY from_day, id",
        row =>
        {
            var (kind, from, until) = (EncumbranceKinds.Read(row.Text(1)) ?? EncumbranceKind.Licence, row.DateOrNull(5), row.DateOrNull(6));
            return new EncumbranceView(row.Id(0), kind.Word(), kind.Title().In(language), row.Text(2), row.Text(3), row.Text(4), from, until, row.Long(7) == 1, (from is null || from <= day) && (until is null || until > day), row.Text(8), row.Text(9), row.Text(10));
        },
        no));

    /// <summary>A pledge registered through this house and told again by a gazette under its number is one pledge; where the two differ on whether it stands, both are shown.</summary>
    private static List<EncumbranceView> Once(List<EncumbranceView> lying) =>
        [.. lying.Where(e => e.Origin == EncumbranceDoor.Origin || e.RegistrationNo.Length == 0 || !lying.Exists(r => r.Origin == EncumbranceDoor.Origin && r.Kind == e.Kind && r.RegistrationNo == e.RegistrationNo && r.Stands == e.Stands))];

    private static List<UseView> Uses(ZhirongContext read, long no)
    {
        var products = (from link in read.Set<ProductRight>() where link.RightNo == no join p in read.Set<Product>() on link.ProductId equals p.Id orderby p.Name select p).ToList();
        return [.. products.Select(p => new UseView(
            p.Id, p.Name, p.FirmId, read.Set<Firm>().Where(f => f.Id == p.FirmId).Select(f => f.Name).SingleOrDefault() ?? "", read.Set<ProductRight>().Count(l => l.ProductId == p.Id),
            [.. read.Set<ProductIncome>().Where(i => i.ProductId == p.Id).OrderBy(i => i.Year).ToList().Select(i => new IncomeView(i.Year, Money.FenText(i.RevenueFen), i.ProfitFen is { } fen ? Money.FenText(fen) : null, i.Source, i.AsOf))]))];
    }

    public static List<TradeView> Trades(Session session, long no) => session.List(
        "SELECT id, kind, grantor, taker, signed, from_day, until_day, fen, royalty, related, registration_no, note, by FROM ast_trade WHERE right_no = @p0 ORDER BY signed, id",
        row => new TradeView(row.Id(0), row.Text(1), row.Text(2), row.Text(3), row.Date(4), row.DateOrNull(5), row.DateOrNull(6), row.LongOrNull(7) is { } fen ? Money.FenText(fen) : null, row.LongOrNull(8) / 1_000_000m, row.Long(9) == 1, row.Text(10), row.Text(11), row.Text(12)),
        no);

    public static List<QuestionView> Questions(ZhirongContext read, long no, Language language) =>
        [.. (from q in read.Set<QuestionRow>() where q.RightNo == no join r in read.Set<RegisteredRight>() on q.RightNo equals r.No orderby q.Id select new { q, r }).ToList().Select(x => AnswerQuestion.View(x.q, x.r, language))];
}

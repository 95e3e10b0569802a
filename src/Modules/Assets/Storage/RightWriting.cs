using Zhirong.Modules.Assets.Deriving;
using Zhirong.Modules.Assets.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>The rows of many rights, written together.</summary>
internal sealed class RightWriting(Session session, TimeProvider clock, Guid owner, string by)
{
    private readonly RowSet rights = new(RegisterShapes.Rights);
    private readonly RowSet changes = new(RegisterShapes.RightChanges);
    private readonly RowSet numbers = new(RegisterShapes.Numbers);
    private readonly RowSet statements = new(RegisterShapes.Statements);
    private readonly RowSet events = new(RegisterShapes.Events);
    private readonly RowSet standings = new(RegisterShapes.Standings);
    private readonly RowSet holders = new(RegisterShapes.Holders);
    private readonly RowSet encumbrances = new(RegisterShapes.Encumbrances);
    private readonly RowSet words = new(RegisterShapes.Words);
    private readonly RowSet search = new(RegisterShapes.Search);
    private readonly RowSet questions = new(RegisterShapes.Questions);
    private readonly long now = Instant.Now(clock);
    private readonly DateOnly today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    public void New(long no, Guid id, DerivedRight right)
    {
        rights.Add(
            RowValues.Of(id), RowValues.Of(owner), 1, no, right.Number, right.Facts.Office, right.Facts.Kind?.Word() ?? "", right.Title, right.Facts.Value("title.en"), Holding(right), right.MainClass, right.Facts.Value("family.id"), Day(right.Filed), Day(right.Granted), Day(right.Expires), right.Term.Rule, right.ParentKey, Day(right.Facts.NewestSource), right.Stub ? 1 : 0, right.Questions.Count, now, now, by);
        Follows(no, right);
        Words(no, right.Words);
    }

    /// <summary>What follows from a right is written anew; its statements and events stay.</summary>
    /// <param name="openQuestions">Questions about it that nobody has answered, the new ones counted.</param>
    public void Changed(long no, int version, DerivedRight right, int openQuestions)
    {
        changes.Add(
            no, version, right.Number, right.Facts.Office, right.Facts.Kind?.Word() ?? "", right.Title, right.Facts.Value("title.en"), Holding(right), right.MainClass, right.Facts.Value("family.id"), Day(right.Filed), Day(right.Granted), Day(right.Expires), right.Term.Rule, right.ParentKey, Day(right.Facts.NewestSource), right.Stub ? 1 : 0, openQuestions, now, by);
        session.Execute("DELETE FROM ast_standing WHERE right_no = @p0", no);
        session.Execute("DELETE FROM ast_holder WHERE right_no = @p0", no);
        session.Execute("DELETE FROM ast_encumbrance WHERE right_no = @p0 AND origin = 'event'", no);
        Follows(no, right);
        var before = session.First("SELECT words FROM ast_text WHERE no = @p0", row => row.Text(0), no);
        var after = right.Words;
        if (before == after)
        {
            return;
        }

        if (before is not null && session.Kind == DatabaseKind.Sqlite)
        {
            session.Execute("INSERT INTO ast_search (ast_search, rowid, words) VALUES ('delete', @p0, @p1)", no, before);
        }

        session.Execute("DELETE FROM ast_text WHERE no = @p0", no);
        Words(no, after);
    }

    public void Number(string key, long right, Reading.RightNumber number) => numbers.Add(key, RowValues.Of(owner), right, number.Office, UseWord(number.Use), number.Text, number.DocumentKind, number.Raw);

    public void Statement(long right, long n, Said said, string json) => statements.Add(right, n, said.Source, RowValues.Of(said.AsOf), said.Print, said.At, said.SourceName.Length > 100 ? said.SourceName[..100] : said.SourceName, said.Record.Place.Line, json);

    public void Event(long right, long n, RightEvent e, string print, long source) => events.Add(
        right, n, e.Scheme, e.Code, e.Effect.Word(), null, Day(e.RecordedOn), Day(e.EffectiveOn), e.Text, FactsJson.Of(e.Facts), print, source, RowValues.Of(e.TakenOn), by);

    /// <summary>Writes everything gathered.</summary>
    public void Flush()
    {
        session.Insert(rights);
        session.Update(changes);
        session.Insert(numbers);
        session.Insert(statements);
        session.Insert(events);
        session.Insert(standings);
        session.Insert(holders);
        session.Insert(encumbrances);
        session.Insert(words);
        if (session.Kind == DatabaseKind.Sqlite)
        {
            session.Insert(search);
        }

        session.Insert(questions);
    }

    public static string UseWord(Reading.NumberUse use) => use switch
    {
        Reading.NumberUse.Application => "application",
        Reading.NumberUse.Publication => "publication",
        Reading.NumberUse.Grant => "grant",
        Reading.NumberUse.Registration => "registration",
        Reading.NumberUse.Certificate => "certificate",
        _ => "priority",
    };

    private void Follows(long no, DerivedRight right)
    {
        foreach (var (n, s) in right.Standings.Index())
        {
            standings.Add(no, n, s.State.Word(), Day(s.From) ?? "", Day(s.Until) ?? RegisterShapes.Open, s.Estimated ? 1 : 0, s.Because.Word());
        }

        foreach (var (n, h) in right.Holders.Index())
        {
            holders.Add(no, n, h.Name, h.Code, h.Share is { } share ? (long)decimal.Round(share * 1_000_000m) : null, Day(h.From) ?? "", Day(h.Until) ?? RegisterShapes.Open, h.Because);
        }

        foreach (var e in right.Encumbrances)
        {
            encumbrances.Add(RowValues.Of(Guid.CreateVersion7(clock.GetUtcNow())), no, e.Kind.Word(), e.RegistrationNo, e.Holder, e.Grantor, Day(e.From), Day(e.Until), e.Estimated ? 1 : 0, "event", "", now, by);
        }

        foreach (var asked in right.Questions)
        {
            questions.Add(RowValues.Of(Guid.CreateVersion7(clock.GetUtcNow())), RowValues.Of(owner), no, asked.Kind, asked.EventPrint, asked.Text.Length > 500 ? asked.Text[..500] : asked.Text, 1, "", now);
        }
    }

    private void Words(long no, string text)
    {
        words.Add(no, text);
        search.Add(no, text);
    }

    private string Holding(DerivedRight right) => string.Join('\n', Holders.On(right.Holders, today).Select(h => h.Name).Distinct(StringComparer.Ordinal));

    private static string? Day(DateOnly? day) => RowValues.Of(day);
}
